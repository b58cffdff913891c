import type { Field } from '../../domain/field.ts';
import { text } from '../field-builders.ts';

/** The portal of a candidate: its address as typed, and beside it what a check connects to, which the app fills. */
export const portalFields: readonly Field[] = [
  text('portal_address', 'Address of its portal', {
    hint: 'As in your browser, such as portal.example.com.',
    maxLength: 2_048,
  }),
  // Never asked: it follows from the address.
  text('portal_target', 'What a check connects to', { maxLength: 262, showWhen: () => false }),
];

import type { Field } from '../../domain/field.ts';
import { choice, longText, pastDate } from '../field-builders.ts';

/** What was decided about a candidate, why and when; then room for notes. */
export const decisionFields: readonly Field[] = [
  choice('decision', 'Your decision', { chosen: 'Chosen', 'not-chosen': 'Not chosen' }),
  longText('decision_reason', 'Why', { maxLength: 2000 }),
  pastDate('decided_on', 'Decided on'),
  longText('note', 'Notes', {
    hint: 'No patient names, dates of birth or member numbers. This app never needs them.',
  }),
];

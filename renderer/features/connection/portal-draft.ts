import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import type { ChoiceField, Field } from '../../../shared/domain/field.ts';
import { parsePortalAddress } from '../../../shared/domain/portal-address.ts';

/** A portal as it is being typed. */
export interface PortalDraft {
  readonly name: string;
  /** '' until one is chosen. */
  readonly kind: string;
  readonly address: string;
}

export type PortalDraftField = keyof PortalDraft;
/** What is wrong with a draft, by field. */
export type PortalProblems = Readonly<Partial<Record<PortalDraftField, string>>>;

export const EMPTY_DRAFT: PortalDraft = { name: '', kind: '', address: '' };

/** The fields of a portal that a person fills in, by the name they are stored under. */
export function portalField(id: PortalDraftField): Field {
  const field = recordFields('portal').find((each) => each.id === id);
  if (field === undefined) throw new Error(`A portal has no field "${id}"`);
  return field;
}

/** The closed list of kinds. */
export function portalKinds(): ChoiceField['options'] {
  const field = portalField('kind');
  return field.type === 'choice' ? field.options : [];
}

/**
 * What can be seen to be missing or wrong before anything is sent, all of it at once. Whether the address may be used at
 * all is decided where it is stored.
 */
export function problemsIn(draft: PortalDraft): PortalProblems {
  const address = parsePortalAddress(draft.address, toAscii);
  return {
    ...(address.ok ? {} : { address: address.error.message }),
    ...(draft.name.trim() === '' ? { name: 'Say what you call this portal, such as its company.' } : {}),
    ...(draft.kind === '' ? { kind: 'Choose what kind of portal this is.' } : {}),
  };
}

// The browser's own reading of international names; '' for what it takes for no name.
function toAscii(name: string): string {
  try {
    return new URL(`https://${name}`).hostname;
  } catch {
    return '';
  }
}

/** Reads a draft this page wrote itself. */
export function readDraft(text: string | undefined): PortalDraft | null {
  if (text === undefined) return null;
  try {
    return { ...EMPTY_DRAFT, ...(JSON.parse(text) as Partial<PortalDraft>) };
  } catch {
    return null;
  }
}

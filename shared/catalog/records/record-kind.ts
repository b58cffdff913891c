import type { Answers, Field } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { RecordKind } from '../../domain/plan.ts';

/** Fields that stand together under a heading. */
export interface FieldGroup {
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly fields: readonly Field[];
}

/** Why an entry cannot be stored as it is, beside the field it is about. */
export interface RecordRefusal {
  /** Path of the answer: `name`, `authority_checks.r2.date`. */
  readonly field: string;
  readonly message: string;
}

/** One kind of list entry: what is asked, and what must not be stored. */
export interface RecordKindDefinition {
  readonly kind: RecordKind;
  /** "Add a portal". */
  readonly noun: string;
  readonly groups: readonly FieldGroup[];
  /** A field that holds the address of a portal, and the one that keeps what a check connects to. The app fills the
   * second, and tidies the first. */
  readonly address?: { readonly field: string; readonly target: string } | undefined;
  /** No two entries on the list may share this answer; capitals and spaces do not count. */
  readonly uniqueBy?: string | undefined;
  /** The only ids there are, when the entries are prescribed. */
  readonly ids?: readonly string[] | undefined;
  /** What no single field can see, such as a signature before its disclosure. `changed`: the fields being changed; a
   * refusal that names one of them is shown beside it. */
  readonly refuse?:
    | ((answers: Answers, today: IsoDate, changed: readonly string[]) => RecordRefusal | null)
    | undefined;
}

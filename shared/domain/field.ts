import type { AnswerReader } from './answer-reader.ts';
import type { IsoDate, IsoInstant } from './iso-date.ts';
import type { Profile } from './plan.ts';

/** One of a closed list. `value` is what is stored and exported, `label` what a person reads. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  /** Stored and exported under this name: snake_case, as in the content's source tables. Never renamed once released. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Needed before the item counts as done (while it is shown). */
  readonly required?: boolean | undefined;
  /** Shown only while this holds for the answers beside it. A hidden answer is kept, not asked for. */
  readonly showWhen?: ((beside: AnswerReader) => boolean) | undefined;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  /** Characters; 200 unless told. */
  readonly maxLength?: number | undefined;
  readonly pattern?: { readonly regex: RegExp; readonly message: string } | undefined;
}
export interface LongTextField extends FieldBase {
  readonly type: 'long-text';
  /** Characters; 10,000 unless told. */
  readonly maxLength?: number | undefined;
}
export interface DateField extends FieldBase {
  readonly type: 'date';
  /** `past`: today or earlier, as for something that has happened. `any` unless told. */
  readonly when?: 'past' | 'any' | undefined;
}
export interface IntegerField extends FieldBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  /** Printed after the number: `days`, `months`. */
  readonly unit?: string | undefined;
}
export interface MoneyField extends FieldBase {
  readonly type: 'money';
  /** Integer cents; 999,999,999.99 dollars unless told. Never negative. */
  readonly maxCents?: number | undefined;
}
export interface PercentField extends FieldBase {
  /** 0 to 100 with at most two decimals. */
  readonly type: 'percent';
}
export interface UrlField extends FieldBase {
  /** An https address. */
  readonly type: 'url';
}
export interface YesNoField extends FieldBase {
  readonly type: 'yes-no';
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
}
export interface ChoicesField extends FieldBase {
  readonly type: 'choices';
  readonly options: readonly Option[];
}
export interface StateField extends FieldBase {
  readonly type: 'state';
}
export interface StatesField extends FieldBase {
  readonly type: 'states';
}
export interface EvidenceField extends FieldBase {
  /** Proof: the name of each document and where it is kept, or the document itself. */
  readonly type: 'evidence';
}

/** Everything that can stand in a row. */
export type CellField =
  | TextField
  | LongTextField
  | DateField
  | IntegerField
  | MoneyField
  | PercentField
  | UrlField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | StateField
  | StatesField
  | EvidenceField;

/** A row the catalog prescribes, such as one of eight rehearsal steps. */
export interface FixedRow {
  readonly rowId: string;
  readonly label: string;
}

/** A repeating group: policies, payers, contacts. */
export interface RowsField extends FieldBase {
  readonly type: 'rows';
  /** Singular noun for "Add a policy", "Policy 2". */
  readonly rowNoun: string;
  readonly fields: readonly CellField[];
  /** Rows needed before the item counts as done; 1 if required and not told. */
  readonly minRows?: number | undefined;
  /** 100 unless told. */
  readonly maxRows?: number | undefined;
  /** Exactly these rows, always shown, none added or removed by hand. */
  readonly fixedRows?: readonly FixedRow[] | undefined;
  /** Like `fixedRows`, from the profile: one row per state, say. Rows that no longer apply are kept but hidden. */
  readonly fixedRowsFor?: ((profile: Profile) => readonly FixedRow[]) | undefined;
}

export type Field = CellField | RowsField;
export type FieldType = Field['type'];

export const MAX_TEXT = 200;
export const MAX_LONG_TEXT = 10_000;
export const MAX_URL = 2_000;
export const MAX_ROWS = 100;
export const MAX_EVIDENCE = 20;
export const MAX_MONEY_CENTS = 99_999_999_999;

/** A file kept with the plan, known by its content: `evidence/<sha256>` in the data folder. */
export interface EvidenceFile {
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string;
  readonly bytes: number;
  /** One of `EVIDENCE_TYPES`, found by looking into the file. */
  readonly mediaType: string;
  readonly addedAt: IsoInstant;
}

/** Proof: what a document is called and where it is kept; and the document itself, where it was attached. */
export interface EvidenceNote {
  readonly name: string;
  /** May be '' beside a file: the file is kept with the plan. */
  readonly location: string;
  readonly file?: EvidenceFile | undefined;
}

export type CellValue = string | number | boolean | readonly string[] | readonly EvidenceNote[];

/** One row of a repeating group. `rowId` is unique within its field and never reused for another row. */
export interface Row {
  readonly rowId: string;
  readonly [field: string]: CellValue;
}

export type AnswerValue = CellValue | readonly Row[];

/** The answers of one item by field id. An unanswered field has no key. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** What a rule may know beyond the answers of its own item. */
export interface RuleContext {
  readonly today: IsoDate;
  readonly profile: Profile;
  /** Answers of another item, empty if it has none. */
  readonly answersOf: (itemId: string) => AnswerReader;
}

/** The rows a rows field prescribes, or null when the user adds rows freely. */
export function prescribedRows(field: RowsField, profile: Profile): readonly FixedRow[] | null {
  return field.fixedRows ?? field.fixedRowsFor?.(profile) ?? null;
}

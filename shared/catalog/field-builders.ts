import type * as F from '../domain/field.ts';

// Short names for the catalog: `text('carrier', 'Carrier', { required: true })`.

type Extras<T> = Omit<T, 'type' | 'id' | 'label'>;

/** One line of text. */
export const text = (id: string, label: string, extras: Extras<F.TextField> = {}): F.TextField => ({
  type: 'text',
  id,
  label,
  ...extras,
});
/** Several lines of text. */
export const longText = (
  id: string,
  label: string,
  extras: Extras<F.LongTextField> = {},
): F.LongTextField => ({ type: 'long-text', id, label, ...extras });
/** A calendar date. `pastDate` refuses days to come. */
export const date = (id: string, label: string, extras: Extras<F.DateField> = {}): F.DateField => ({
  type: 'date',
  id,
  label,
  ...extras,
});
/** The day something happened. */
export const pastDate = (id: string, label: string, extras: Extras<F.DateField> = {}): F.DateField => ({
  type: 'date',
  id,
  label,
  when: 'past',
  ...extras,
});
/** A whole number between `min` and `max`. */
export const integer = (
  id: string,
  label: string,
  range: readonly [min: number, max: number],
  extras: Omit<Extras<F.IntegerField>, 'min' | 'max'> = {},
): F.IntegerField => ({ type: 'integer', id, label, min: range[0], max: range[1], ...extras });
/** US dollars, stored as integer cents. */
export const money = (id: string, label: string, extras: Extras<F.MoneyField> = {}): F.MoneyField => ({
  type: 'money',
  id,
  label,
  ...extras,
});
/** 0 to 100 percent. */
export const percent = (id: string, label: string, extras: Extras<F.PercentField> = {}): F.PercentField => ({
  type: 'percent',
  id,
  label,
  ...extras,
});
/** An https address. */
export const url = (id: string, label: string, extras: Extras<F.UrlField> = {}): F.UrlField => ({
  type: 'url',
  id,
  label,
  ...extras,
});
/** Yes or no. */
export const yesNo = (id: string, label: string, extras: Extras<F.YesNoField> = {}): F.YesNoField => ({
  type: 'yes-no',
  id,
  label,
  ...extras,
});
/** One of a closed list: `{ stored: 'Shown' }`. */
export const choice = (
  id: string,
  label: string,
  options: Readonly<Record<string, string>>,
  extras: Omit<Extras<F.ChoiceField>, 'options'> = {},
): F.ChoiceField => ({ type: 'choice', id, label, options: toOptions(options), ...extras });
/** Any number out of a closed list. */
export const choices = (
  id: string,
  label: string,
  options: Readonly<Record<string, string>>,
  extras: Omit<Extras<F.ChoicesField>, 'options'> = {},
): F.ChoicesField => ({ type: 'choices', id, label, options: toOptions(options), ...extras });
/** One US state or territory. */
export const state = (id: string, label: string, extras: Extras<F.StateField> = {}): F.StateField => ({
  type: 'state',
  id,
  label,
  ...extras,
});
/** Several US states or territories. */
export const states = (id: string, label: string, extras: Extras<F.StatesField> = {}): F.StatesField => ({
  type: 'states',
  id,
  label,
  ...extras,
});
/** Proof: what the document is called and where it is kept. */
export const evidence = (
  id: string,
  label: string,
  extras: Extras<F.EvidenceField> = {},
): F.EvidenceField => ({ type: 'evidence', id, label, ...extras });
/** A repeating group. */
export const rows = (
  id: string,
  label: string,
  rowNoun: string,
  fields: readonly F.CellField[],
  extras: Omit<Extras<F.RowsField>, 'fields' | 'rowNoun'> = {},
): F.RowsField => ({ type: 'rows', id, label, rowNoun, fields, ...extras });

// Object keys that look like whole numbers would be reordered; stored values are slugs, so that cannot happen.
function toOptions(options: Readonly<Record<string, string>>): readonly F.Option[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

import type { CellField, ChoiceField, Field } from '../../../shared/domain/field.ts';

const SHORT_LABEL = 44;
const SHORT_HINT = 72;
const MOST_RADIOS = 4;
const ONE_LINE = 60;
const SHORT_OPTION = 32;

/** True for a closed list shown as radio buttons. Longer ones fold into a select. */
export function isShownAsRadios(field: ChoiceField): boolean {
  return field.options.length <= MOST_RADIOS;
}

/** True when radio buttons can stand in one line. */
export function areOptionsShort(field: ChoiceField): boolean {
  return field.options.reduce((length, { label }) => length + label.length, 0) <= ONE_LINE;
}

/** True for a field that needs the form's whole width; the others stand two abreast where there is room. */
export function isWide(field: Field): boolean {
  return needsRoom(field) || field.label.length > SHORT_LABEL || (field.hint ?? '').length > SHORT_HINT;
}

function needsRoom(field: Field): boolean {
  if (field.type === 'choice') {
    if (isShownAsRadios(field)) return field.options.length > 2;
    return field.options.some(({ label }) => label.length > SHORT_OPTION);
  }
  return ['long-text', 'url', 'choices', 'states', 'evidence', 'rows'].includes(field.type);
}

/** True for a cell small enough to stand open in every row of a list. */
export function isSmallCell(field: CellField): boolean {
  return field.type !== 'evidence' && field.type !== 'states' && field.type !== 'choices';
}

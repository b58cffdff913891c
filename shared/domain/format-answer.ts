import { isStateCode, STATE_NAMES } from '../catalog/state-codes.ts';
import { evidenceInWords } from './evidence.ts';
import type { AnswerValue, CellField, EvidenceNote, Option } from './field.ts';
import { formatDate } from './iso-date.ts';
import { assertNever } from './result.ts';
import { toDollars } from './typed-input.ts';

/** A stored value as a person reads it, on screen and on paper. Text comes back untouched. */
export function formatAnswer(field: CellField, value: AnswerValue): string {
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'url':
      return String(value);
    case 'date':
      return formatDate(String(value));
    case 'integer':
      return field.unit === undefined ? String(value) : `${String(value)} ${field.unit}`;
    case 'money':
      return `$${toDollars(Number(value))}`;
    case 'percent':
      return `${String(value)} %`;
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'choice':
      return labelOf(field.options, String(value));
    case 'choices':
      return (value as readonly string[]).map((entry) => labelOf(field.options, entry)).join('; ');
    case 'state':
      return stateName(String(value));
    case 'states':
      return (value as readonly string[]).map(stateName).join('; ');
    case 'evidence':
      return (value as readonly EvidenceNote[]).map((note) => evidenceInWords(note)).join('; ');
    default:
      return assertNever(field);
  }
}

function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

function stateName(code: string): string {
  return isStateCode(code) ? STATE_NAMES[code] : code;
}

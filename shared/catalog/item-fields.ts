import type { Field } from '../domain/field.ts';
import { longText } from './field-builders.ts';
import type { Item } from './types.ts';

/** Every item has room for notes. */
export const noteField: Field = longText('note', 'Notes', {
  hint: 'No patient names, dates of birth or member numbers. This app never needs them.',
});

/** All fields of an item, in the order of the page: its own, then the notes. */
export function fieldsOf(item: Item): readonly Field[] {
  return [...item.fields, noteField];
}

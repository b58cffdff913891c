import type { ChoiceField, ChoicesField } from '../domain/field.ts';
import { choice, choices } from './field-builders.ts';

// What is asked of every search in the federal exclusion lists, wherever it is recorded.

/** Which lists were searched. */
export function searchedLists(required: boolean): ChoicesField {
  return choices(
    'list',
    'Lists searched',
    { leie: 'OIG exclusion list (LEIE)', sam: 'SAM.gov', 'state-medicaid': 'State Medicaid list' },
    { required },
  );
}

/** What the lists showed. */
export function searchResult(required: boolean): ChoiceField {
  return choice(
    'result',
    'Result',
    {
      clear: 'No record found (an answer, not a clearance)',
      possible: 'Possible match, not resolved',
      match: 'Match',
    },
    {
      hint: 'A match shown to be another person counts as no record found. Keep the proof.',
      required,
    },
  );
}

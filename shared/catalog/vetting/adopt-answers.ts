import type { Answers, Row } from '../../domain/field.ts';
import type { RecordKind } from '../../domain/plan.ts';
import type { ItemId } from '../ids.ts';
import { adoptSoftware } from './adopt-software.ts';
import { type OfficeKind, SEARCHED_KINDS } from './authority-fields.ts';
import { type CandidateDrafts, type Draft, finishDraft, openDrafts } from './candidate-drafts.ts';
import {
  BBB_CELLS,
  COMPANY_FORMS,
  type FieldPairs,
  OFFICE_CELLS,
  rowsOf,
  SEARCH_CELLS,
  SEARCH_ROWS,
  SHORTLIST_CELLS,
  textOf,
  toCandidateAnswers,
} from './item-field-map.ts';

/** Answers of items, by item. */
export type ItemAnswers = Readonly<Partial<Record<ItemId, Answers>>>;

/** A candidate made of earlier answers. It may lack a name where none was ever given. */
export interface AdoptedCandidate {
  readonly kind: Extract<RecordKind, 'clearinghouse' | 'billing-software'>;
  readonly answers: Answers;
}

/**
 * Turns what was recorded in the items’ forms into candidates, losing nothing: rows by the company they name, forms
 * about one company by its name, or the first on the shortlist. What has no field of its own becomes words in the
 * note. The items’ own notes stay with the items. `newId` names the rows.
 */
export function adoptEarlierAnswers(items: ItemAnswers, newId: () => string): readonly AdoptedCandidate[] {
  return [
    ...adoptClearinghouses(items, newId).map(
      (answers): AdoptedCandidate => ({ kind: 'clearinghouse', answers }),
    ),
    ...adoptSoftware(items['sw-select'] ?? {}).map(
      (answers): AdoptedCandidate => ({ kind: 'billing-software', answers }),
    ),
  ];
}

function adoptClearinghouses(items: ItemAnswers, newId: () => string): readonly Answers[] {
  const drafts = openDrafts();
  for (const row of rowsOf(items['clh-shortlist'] ?? {}, 'candidates')) {
    drafts.add(toCandidateAnswers(SHORTLIST_CELLS, row));
  }
  adoptOffices('attorney-general', items['clh-ag'], drafts, newId);
  adoptOffices('consumer-office', items['clh-consumer'], drafts, newId);
  adoptBbb(items['clh-bbb'] ?? {}, drafts, newId);
  adoptSearches(items['clh-federal'] ?? {}, drafts, newId);
  adoptForm('clh-bizopp', items['clh-bizopp'] ?? {}, drafts);
  adoptForm('clh-capability', items['clh-capability'] ?? {}, drafts);
  adoptForm('clh-security', items['clh-security'] ?? {}, drafts);
  adoptContract(items['clh-contract'] ?? {}, drafts);
  return drafts.all.map(finishDraft);
}

function adoptOffices(
  kind: 'attorney-general' | 'consumer-office',
  item: Answers | undefined,
  drafts: CandidateDrafts,
  newId: () => string,
): void {
  for (const row of rowsOf(item ?? {}, 'answers')) {
    if (Object.keys(row).length === 1) continue;
    const draft = drafts.forCompany(textOf(row, 'company'));
    addCheck(draft, kind, toCandidateAnswers(OFFICE_CELLS[kind], row), textOf(row, 'company'), newId);
  }
}

/** A name that differs from the candidate’s own in any way is kept beside the check. */
function addCheck(
  draft: Draft,
  kind: OfficeKind,
  cells: Answers,
  company: string,
  newId: () => string,
): void {
  const asked = company.trim() === '' || company === textOf(draft.answers, 'name') ? {} : { company };
  draft.checks.push({ rowId: newId(), office_kind: kind, ...cells, ...asked } as Row);
}

function adoptBbb(item: Answers, drafts: CandidateDrafts, newId: () => string): void {
  const profile = toCandidateAnswers(COMPANY_FORMS['clh-bbb'], item);
  const look = toCandidateAnswers(BBB_CELLS, item);
  const company = textOf(item, 'company');
  if (isEmpty(profile) && isEmpty(look) && company.trim() === '') return;
  const draft = drafts.forCompany(company);
  Object.assign(draft.answers, profile);
  const isNamedApart = company.trim() !== '' && company !== textOf(draft.answers, 'name');
  if (!isEmpty(look) || isNamedApart) addCheck(draft, 'bbb', look, company, newId);
}

function adoptSearches(item: Answers, drafts: CandidateDrafts, newId: () => string): void {
  const searches = rowsOf(item, 'searches').filter((row) => Object.keys(row).length > 1);
  const company = textOf(item, 'company');
  if (searches.length === 0 && company.trim() === '') return;
  const draft = drafts.forCompany(company);
  if (company.trim() !== '' && company !== textOf(draft.answers, 'name')) {
    draft.answers.searched_names = company;
  }
  for (const kind of SEARCHED_KINDS) {
    const row = searches.find(({ rowId }) => rowId === SEARCH_ROWS[kind]);
    if (row !== undefined) addCheck(draft, kind, toCandidateAnswers(SEARCH_CELLS, row), '', newId);
  }
}

const FORM_NAMES = {
  'clh-bizopp': 'offer',
  'clh-capability': 'capability',
  'clh-security': 'security',
} as const;

function adoptForm(itemId: keyof typeof FORM_NAMES, item: Answers, drafts: CandidateDrafts): void {
  const portal: FieldPairs = itemId === 'clh-security' ? [['portal_url', 'portal_address']] : [];
  const own = toCandidateAnswers([...COMPANY_FORMS[itemId], ...portal], item);
  const company = textOf(item, 'company');
  if (isEmpty(own) && company.trim() === '') return;
  const draft = drafts.forCompany(company);
  Object.assign(draft.answers, own);
  const known = [textOf(draft.answers, 'name'), textOf(draft.answers, 'legal_name')];
  if (company.trim() !== '' && !known.includes(company)) {
    draft.remarks.push(`The answers on ${FORM_NAMES[itemId]} were recorded under the name “${company}”.`);
  }
}

/** The name on the contract may be the very thing that is wrong, so it makes no new candidate. */
function adoptContract(item: Answers, drafts: CandidateDrafts): void {
  const own = toCandidateAnswers(COMPANY_FORMS['clh-contract'], item);
  if (isEmpty(own)) return;
  const name = textOf(item, 'legal_name');
  const draft = drafts.known(name) ?? drafts.all[0] ?? drafts.forCompany(name);
  Object.assign(draft.answers, own);
}

function isEmpty(answers: Answers): boolean {
  return Object.keys(answers).length === 0;
}

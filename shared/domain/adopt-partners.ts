import { catalog } from '../catalog/catalog.ts';
import type { ItemId } from '../catalog/ids.ts';
import type { VendorRole } from '../catalog/records/partner.ts';
import { comparable } from '../catalog/sections/named-rows.ts';
import { isAnswered } from './answer-reader.ts';
import { type Answers, type AnswerValue, MAX_TEXT, type Row } from './field.ts';
import { addFact, addRemark, finishedAnswers, type PartnerDraft, PartnerDrafts } from './partner-draft.ts';
import { mentionsIn, PARTNER_FORMS, rowsIn } from './partner-mentions.ts';
import type { Plan } from './plan.ts';

/** An entry for the register, made of earlier answers. Off the list when only forms that do not apply mention it. */
export interface AdoptedPartner {
  readonly answers: Answers;
  readonly isListed: boolean;
}

/**
 * The register made of what the items' own forms hold, one entry a name: capitals and spaces do not count. Nothing as
 * soon as the register ever held a partner. Where forms disagree the stricter answer counts and the other stands in the
 * note; the forms keep what they hold.
 */
export function adoptPartners(plan: Plan): readonly AdoptedPartner[] {
  if (plan.records.some(({ kind }) => kind === 'partner')) return [];
  const drafts = new PartnerDrafts();
  for (const id of PARTNER_FORMS.filter((each) => counts(each, plan))) readForm(id, plan, drafts, true);
  for (const id of PARTNER_FORMS.filter((each) => !counts(each, plan))) readForm(id, plan, drafts, false);
  addRoles(drafts, plan);
  addSearches(drafts, plan);
  const names = uniqueNames(drafts.all);
  return drafts.all.map((draft, at) => ({
    answers: finishedAnswers(draft, names[at] ?? ''),
    isListed: draft.isListed,
  }));
}

function counts(id: ItemId, plan: Plan): boolean {
  const item = catalog.items.find((each) => each.id === id);
  return plan.items[id]?.status !== 'not-applicable' && (item?.setAside?.(plan.profile) ?? null) === null;
}

function readForm(id: ItemId, plan: Plan, drafts: PartnerDrafts, isListed: boolean): void {
  const source = catalog.items.find((each) => each.id === id)?.title ?? id;
  const take = (add: typeof addFact, draft: PartnerDraft, answers: Answers): void => {
    for (const [field, value] of Object.entries(answers)) add(draft, field, value, source);
  };
  for (const { kind, name, facts, implied = {}, aside = {} } of mentionsIn(id, plan)) {
    const draft = drafts.open(kind, name, isListed);
    // What was said in a form that does not apply changes nothing about a partner other forms know.
    const isWorthLess = draft.isListed && !isListed;
    if (!isWorthLess) take(addFact, draft, implied);
    take(isWorthLess ? addRemark : addFact, draft, facts);
    take(addRemark, draft, aside);
  }
}

// Words that leave no doubt. A service that could be two things is "something else": the user says which.
const ROLE_WORDS: readonly (readonly [role: VendorRole, words: RegExp])[] = [
  ['clearinghouse', /clearing\s?house/i],
  ['e-fax', /\be?-?fax/i],
  ['backup', /\bback-?\s?ups?\b/i],
  ['shredding', /\bshred/i],
  ['email', /\be-?mail\b/i],
  ['phone', /\b(phone|telephone|voicemail|voip)\b/i],
  ['software', /\bsoftware\b/i],
  ['it', /\b(IT|computer) (help|support|service)/],
];

function addRoles(drafts: PartnerDrafts, plan: Plan): void {
  const hasClearinghouse = drafts.all.some(({ answers }) => answers.role === 'clearinghouse');
  for (const draft of drafts.all) {
    if (draft.kind === 'client' || draft.answers.role !== undefined) continue;
    const guess = guessedRole(draft.answers.service);
    const isSafe = guess !== null && !changesAnItem(guess, draft, hasClearinghouse, plan);
    const otherwise = draft.answers.stores_online === true ? 'software' : 'other';
    const role = isSafe ? guess : otherwise;
    if (role !== 'other' || draft.answers.service !== undefined) draft.answers.role = role;
  }
}

function guessedRole(service: AnswerValue | undefined): VendorRole | null {
  if (typeof service !== 'string') return null;
  const found = ROLE_WORDS.filter(([, words]) => words.test(service));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** True when a mere guess would put another answer in the place of one the user gave. */
function changesAnItem(
  guess: VendorRole,
  { answers }: PartnerDraft,
  hasClearinghouse: boolean,
  plan: Plan,
): boolean {
  if (guess === 'clearinghouse') return hasClearinghouse;
  if (guess !== 'phone' && guess !== 'e-fax') return false;
  const said = plan.items[guess === 'phone' ? 'com-phone' : 'com-fax']?.answers.baa;
  return said !== undefined && said !== answers.baa_status;
}

const RESULTS_WORST_FIRST: readonly AnswerValue[] = ['match', 'possible', 'clear'];

/** Searches in the exclusion lists under a partner's name; of several the oldest day and the worst result count. */
function addSearches(drafts: PartnerDrafts, plan: Plan): void {
  if (!counts('biz-exclusion', plan)) return;
  for (const row of rowsIn(plan.items['biz-exclusion']?.answers.searches)) {
    const name = typeof row.name === 'string' ? row.name : '';
    if (comparable(name) === '' || row.whose === 'self' || row.whose === 'business') continue;
    for (const kind of ['client', 'vendor'] as const) {
      const draft = drafts.find(kind, name);
      if (draft?.isListed === true) addSearch(draft.answers, row);
    }
  }
}

function addSearch(answers: Record<string, AnswerValue>, row: Row): void {
  const { date, result, list, file } = row;
  const before = answers.screened_on;
  if (typeof date === 'string' && isAnswered(date) && (before === undefined || date < before)) {
    answers.screened_on = date;
  }
  if (result !== undefined && isWorse(result, answers.result)) answers.result = result;
  const lists = [...listOf(answers.list), ...listOf(list)];
  if (lists.length > 0) answers.list = [...new Set(lists)] as readonly string[];
  if (answers.screening_file === undefined && isAnswered(file) && file !== undefined) {
    answers.screening_file = file;
  }
}

function isWorse(result: AnswerValue, than: AnswerValue | undefined): boolean {
  return than === undefined || RESULTS_WORST_FIRST.indexOf(result) < RESULTS_WORST_FIRST.indexOf(than);
}

function listOf(value: AnswerValue | undefined): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The register knows each name once; a firm that is client and vendor is told apart. */
function uniqueNames(drafts: readonly PartnerDraft[]): readonly string[] {
  const taken = new Set<string>();
  return drafts.map(({ name, kind, isListed }) => {
    if (!isListed || comparable(name) === '') return name;
    let unique = name;
    for (let count = 1; taken.has(comparable(unique)); count += 1) {
      unique = withEnding(name, count === 1 ? ` (${kind})` : ` (${kind} ${count})`);
    }
    taken.add(comparable(unique));
    return unique;
  });
}

function withEnding(name: string, ending: string): string {
  const letters = [...name.trim()];
  while (letters.join('').length + ending.length > MAX_TEXT) letters.pop();
  return `${letters.join('')}${ending}`;
}

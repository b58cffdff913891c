import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { CellField, Row, RuleContext } from '../../domain/field.ts';
import { addBusinessDays, addDays, formatDate, type IsoDate } from '../../domain/iso-date.ts';
import type { Profile } from '../../domain/plan.ts';
import { choice, evidence, pastDate, rows, state, text } from '../field-builders.ts';
import { toPlainName } from '../name-match.ts';
import { onEvent, stopsOnRow } from '../rule-builders.ts';
import { isStateCode, STATE_NAMES } from '../state-codes.ts';
import type { Blocker, Item, Rule } from '../types.ts';
import { staleAtSigning } from './clearinghouse-signing.ts';

// The Attorney General and the consumer-protection office: asked the same question, judged by the same rules.

type NameOf = (state: string, office: string) => string;

/** Business days to wait before asking an office a second time. */
const PATIENCE_BUSINESS_DAYS = 10;

const stateName = (code: string): string => (isStateCode(code) ? STATE_NAMES[code] : 'State not given');
const attorneyGeneral: NameOf = (code) => `${stateName(code)} Attorney General`;
const consumerOffice: NameOf = (code, office) => office || `${stateName(code)} consumer office`;

const company = text('company', 'Company you asked about', {
  hint: 'Needed once you ask about more than one.',
});
const answerCells: readonly CellField[] = [
  choice(
    'method',
    'How you asked',
    { web: 'Website', phone: 'Phone', email: 'Email', 'records-request': 'Public-records request' },
    { required: true },
  ),
  pastDate('date', 'Date of the answer', { required: true, hint: 'If nobody replied: the day you asked.' }),
  text('ref', 'Reference', { hint: 'A case number, or who you spoke to.' }),
  choice(
    'result',
    'What they said',
    {
      'no-record': 'No record found (an answer, not a clearance)',
      resolved: 'Complaints on record, resolved',
      'open-complaint': 'Open complaint',
      'action-settlement': 'Legal action or settlement',
      'declines-to-say': 'Declines to say',
      'no-reply': 'No reply',
    },
    { required: true },
  ),
  pastDate('second_attempt', 'Asked again on', {
    hint: 'At least 10 business days after the first time.',
    showWhen: (beside) => beside.text('result') === 'no-reply',
  }),
  evidence('file', 'Proof', { hint: 'The letter, email, screenshot or your call note.' }),
];

/** Home state, then the head-office state of every candidate, each once. */
function statesToAsk(context: RuleContext): readonly string[] {
  const candidates = context.answersOf('clh-shortlist').rows('candidates');
  const all = [context.profile.homeState ?? '', ...candidates.map((candidate) => candidate.text('hq_state'))];
  return [...new Set(all.filter((code) => code !== ''))];
}

function everyStateAnswered(nameOf: NameOf): Rule {
  return {
    id: 'every-state-answered',
    find: (answers, context) => {
      const answered = new Set(answers.rows('answers').map((row) => row.text('state')));
      return statesToAsk(context)
        .filter((code) => !answered.has(code))
        .map((code) => `${nameOf(code, '')}: no answer logged yet.`);
    },
  };
}

const lastAsked = (row: AnswerReader): IsoDate =>
  row.text('result') === 'no-reply' && row.text('second_attempt') > row.text('date')
    ? row.text('second_attempt')
    : row.text('date');

// Asked again later, an office replaces its own earlier answer about the same company.
function newestAnswers(answers: AnswerReader): readonly AnswerReader[] {
  const newest = new Map<string, AnswerReader>();
  for (const row of answers.rows('answers')) {
    if (row.text('date') === '') continue;
    const asked = `${row.text('state')} ${toPlainName(row.text('company'))}`;
    const known = newest.get(asked);
    if (known === undefined || lastAsked(row) >= lastAsked(known)) newest.set(asked, row);
  }
  return [...newest.values()];
}

/** What is unfinished about an office that did not reply, or null. */
function silence(row: AnswerReader, today: IsoDate): string | null {
  if (row.text('result') !== 'no-reply') return null;
  const askAgainOn = addBusinessDays(row.text('date'), PATIENCE_BUSINESS_DAYS);
  const askedAgainOn = row.text('second_attempt');
  if (askedAgainOn >= askAgainOn) return null;
  if (askedAgainOn !== '') {
    return `you asked again before 10 business days had passed. Ask once more, from ${formatDate(askAgainOn)}.`;
  }
  return today < askAgainOn
    ? `no reply yet. Ask again on or after ${formatDate(askAgainOn)}.`
    : 'no reply, and 10 business days have passed. Ask again and record it.';
}

function officeBlockers(nameIn: (row: AnswerReader) => string): readonly Blocker[] {
  const aboutWhom = (row: AnswerReader): string => (row.text('company') ? ` (${row.text('company')})` : '');
  const holdOnNewest = (
    id: string,
    unfinished: (row: AnswerReader, context: RuleContext) => string | null,
  ): Blocker => ({
    id,
    kind: 'hold',
    find: (answers, context) =>
      newestAnswers(answers).flatMap((row) => {
        const sentence = unfinished(row, context);
        return sentence === null ? [] : [`${nameIn(row)}${aboutWhom(row)}: ${sentence}`];
      }),
  });
  return [
    stopsOnRow('open-complaint', 'answers', (row) =>
      row.text('result') === 'open-complaint'
        ? `${nameIn(row)}${aboutWhom(row)}: open complaint on record.`
        : null,
    ),
    stopsOnRow('action-on-record', 'answers', (row) =>
      row.text('result') === 'action-settlement'
        ? `${nameIn(row)}${aboutWhom(row)}: legal action or settlement on record.`
        : null,
    ),
    holdOnNewest('no-reply', (row, context) => silence(row, context.today)),
    holdOnNewest('older-than-90-days', (row, context) => staleAtSigning(lastAsked(row), context)),
  ];
}

const exampleStates = (profile: Profile): readonly string[] => [
  ...new Set([profile.homeState ?? 'DE', 'DE']),
];

const RECHECK = onEvent('Again before signing, if an answer is more than 90 days old');

/** The Attorney General’s answer, by state. */
export const clhAg: Item = {
  id: 'clh-ag',
  section: 'clearinghouse',
  title: 'Ask the State Attorney General',
  lead: 'Ask about the company in your own state and in the state of its head office.',
  why:
    'The Attorney General takes complaints about businesses that deceive, and can take them to court. One question ' +
    'before you sign can spare you, and your clients, a bad company.',
  doneWhen: 'An answer is logged from your home state and from the head-office state of each candidate.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'answers',
      'Answers',
      'answer',
      [state('state', 'State', { required: true }), company, ...answerCells],
      {
        required: true,
      },
    ),
  ],
  completion: [everyStateAnswered(attorneyGeneral)],
  blockers: officeBlockers((row) => attorneyGeneral(row.text('state'), '')),
  redFlags: [
    'A seller who will not say where it is registered with the Attorney General.',
    'Taking “no record found” for a clean bill of health. It only says that this office found nothing that day.',
    'Pressure to sign before the office has answered.',
  ],
  needs: ['clh-shortlist'],
  renewal: RECHECK,
  sources: ['seed-0', 'naag', 'usagov-ag'],
  lookup: 'attorney-general',
  facts: [
    {
      text: 'Search the office’s website first, then call its consumer line. Many offices will not discuss open matters; a public-records request may be needed.',
      sources: ['naag', 'usagov-ag'],
      status: 'unverified',
    },
    {
      text: 'The office addresses shown here come from public lists and were not tested. If one has moved, find the office in the two national directories.',
      sources: ['naag', 'usagov-ag'],
      status: 'unverified',
    },
  ],
  example: ({ today, profile }) => ({
    answers: exampleStates(profile).map(
      (code, index): Row => ({
        rowId: `r${index + 1}`,
        state: code,
        company: 'Clearwater Claims Exchange',
        method: index === 0 ? 'phone' : 'web',
        date: addDays(today, -30 + index),
        ref: index === 0 ? 'Consumer line, spoke to Ms. Ortiz' : 'Complaint search page',
        result: 'no-record',
        file: [{ name: `Note of the answer, ${stateName(code)}`, location: 'Vetting folder, tab 1' }],
      }),
    ),
  }),
};

/** The consumer office’s answer, by state. */
export const clhConsumer: Item = {
  id: 'clh-consumer',
  section: 'clearinghouse',
  title: 'Ask the consumer-protection office',
  lead: 'Ask the state or county consumer office in your state and in that of its head office.',
  why:
    'Consumer offices take complaints about businesses too. Where they are separate from the Attorney General, ' +
    'each may know what the other does not.',
  doneWhen: 'An answer is logged from your home state and from the head-office state of each candidate.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'answers',
      'Answers',
      'answer',
      [
        state('state', 'State', { required: true }),
        text('office', 'Name of the office', { required: true }),
        company,
        ...answerCells,
      ],
      { required: true },
    ),
  ],
  completion: [everyStateAnswered(consumerOffice)],
  blockers: officeBlockers((row) => consumerOffice(row.text('state'), row.text('office'))),
  redFlags: [
    'Taking “no record found” for a clean bill of health. It only says that this office found nothing that day.',
    'Complaints about refunds that were refused.',
  ],
  needs: ['clh-shortlist'],
  renewal: RECHECK,
  sources: ['seed-0', 'usagov-c'],
  lookup: 'consumer-office',
  facts: [
    {
      text: 'Older guides speak of a “Consumer Protection Agency”. No federal body has that name: ask the state or county consumer office, and search the Federal Trade Commission (FTC) in the federal step.',
      sources: ['seed-0', 'usagov-c'],
      status: 'unverified',
    },
    {
      text: 'A consumer agency apart from the Attorney General was found for Georgia, Hawaii, Nebraska, New Jersey, Ohio, South Carolina, South Dakota and Wisconsin. For every other state start from the national directory.',
      sources: ['usagov-c'],
      status: 'unverified',
    },
  ],
  example: ({ today, profile }) => ({
    answers: exampleStates(profile).map(
      (code, index): Row => ({
        rowId: `r${index + 1}`,
        state: code,
        office: `${stateName(code)} consumer protection office`,
        company: 'Clearwater Claims Exchange',
        method: index === 0 ? 'email' : 'phone',
        date: addDays(today, -28 + index),
        ref: index === 0 ? 'Reply to inquiry 2207' : 'Spoke to Mr. Lindqvist',
        result: 'no-record',
        file: [{ name: `Note of the answer, ${stateName(code)}`, location: 'Vetting folder, tab 2' }],
      }),
    ),
  }),
};

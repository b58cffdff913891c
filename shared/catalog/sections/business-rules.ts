import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { CellField, FixedRow } from '../../domain/field.ts';
import { addDays, addMonths, type IsoDate } from '../../domain/iso-date.ts';
import { type Profile, statesOf } from '../../domain/plan.ts';
import { screeningAnswers } from '../derived/partners.ts';
import { searchedLists, searchResult } from '../exclusion-search.ts';
import { choice, date, evidence, longText, pastDate, rows, text, yesNo } from '../field-builders.ts';
import {
  earliestDate,
  holdsOnRow,
  onDate,
  onEarliestRow,
  requires,
  stopsOnRow,
  stopsWhen,
} from '../rule-builders.ts';
import { STATE_CODES, STATE_NAMES } from '../state-codes.ts';
import type { Item, Rule } from '../types.ts';
import { comparable } from './named-rows.ts';

const STATE_TOPICS = [
  { topic: 'tpb-registration', label: 'registration of billing companies', office: 'Insurance department' },
  {
    topic: 'collection-licence',
    label: 'collection license to contact patients',
    office: 'Financial regulator',
  },
  { topic: 'medicaid-agent', label: 'enrollment as Medicaid billing agent', office: 'Medicaid agency' },
  { topic: 'fee-splitting', label: 'limits on percentage fees', office: 'Professional licensing board' },
] as const;

const questionsFor = (profile: Profile): readonly FixedRow[] =>
  statesOf(profile).flatMap((code) =>
    STATE_TOPICS.map(({ topic, label }) => ({
      rowId: `${code}-${topic}`,
      label: `${STATE_NAMES[code]}: ${label}`,
    })),
  );

// Rows of a state that has left the profile are kept in the plan; they have no label here, and no say.
const questionLabel = (row: AnswerReader, profile: Profile): string | null =>
  questionsFor(profile).find((question) => question.rowId === row.rowId)?.label ?? null;

// Rules confirmed in the catalog's state list, so that the example does not teach the opposite.
const KNOWN_REQUIRED: readonly string[] = [
  'NJ-tpb-registration',
  'NY-medicaid-agent',
  'NY-fee-splitting',
  'CA-medicaid-agent',
  'IL-fee-splitting',
];

// One sentence for what one visit to the profile mends.
const statesNamed: Rule = {
  id: 'states-named',
  find: (_answers, { profile }) => {
    const open = [
      ...(profile.homeState === null ? ['your home state'] : []),
      ...(profile.clientStates.length === 0 ? ['the states of your clients'] : []),
    ];
    return open.length === 0 ? [] : [`Name ${open.join(' and ')} under “Your business”.`];
  },
};

/** `biz-state`: four questions for each state. */
export const stateRules: Item = {
  id: 'biz-state',
  section: 'business',
  title: 'Ask each state what it requires of billers',
  lead: 'Put four questions to your home state and to every client’s state, and keep the answers.',
  why: 'Some states register or certify billing companies, license whoever calls patients about bills, enroll Medicaid agents, or bar percentage fees. The states with confirmed rules are shown here; silence about the others is no permission.',
  doneWhen:
    'All four questions are answered for your home state and each client state, each with office, date and proof.',
  level: 'required',
  basis: ['law'],
  fields: [
    rows(
      'rules',
      'Questions by state',
      'question',
      [
        choice(
          'answer',
          'The office’s answer',
          {
            required: 'Yes: required, or a limit applies',
            'not-required': 'No: not required, no limit',
            unclear: 'Unclear',
          },
          { required: true },
        ),
        choice(
          'in_place',
          'Do you meet it?',
          { yes: 'Yes', applied: 'Applied, waiting', no: 'Not yet' },
          { required: true, showWhen: (beside) => beside.text('answer') === 'required' },
        ),
        text('office', 'Office', { required: true }),
        text('ref', 'Reference or registration number'),
        pastDate('date', 'Answered on', { required: true }),
        evidence('file', 'The answer', {
          hint: 'A letter, an email, a saved page, or your dated note of the call.',
          required: true,
        }),
      ],
      {
        hint: 'Ask the Secretary of State, the insurance department, the Medicaid agency, the licensing board or the financial regulator.',
        required: true,
        // Without states there are no rows to ask for; the completion rule says so, once.
        minRows: 0,
        maxRows: STATE_TOPICS.length * STATE_CODES.length,
        fixedRowsFor: questionsFor,
      },
    ),
    longText('other_rules', 'Other state rules you were told of', {
      hint: 'Ask two more things: does the state register sellers of business opportunities, and what does its own breach law ask?',
    }),
  ],
  completion: [statesNamed],
  blockers: [
    stopsOnRow('requirement-not-met', 'rules', (row, { profile }) => {
      const label = questionLabel(row, profile);
      return label !== null && row.text('answer') === 'required' && row.text('in_place') === 'no'
        ? `${label}: required, and not met yet.`
        : null;
    }),
    holdsOnRow('requirement-pending', 'rules', (row, { profile }) => {
      const label = questionLabel(row, profile);
      return label !== null && row.text('answer') === 'required' && row.text('in_place') === 'applied'
        ? `${label}: applied for, not granted yet.`
        : null;
    }),
    holdsOnRow('answer-unclear', 'rules', (row, { profile }) => {
      const label = questionLabel(row, profile);
      return label !== null && row.text('answer') === 'unclear'
        ? `${label}: unclear. Get a plain answer before you bill there.`
        : null;
    }),
  ],
  redFlags: [
    'A seller who says no state regulates billing companies. New Jersey, for one, certifies them.',
    'Taking another biller’s word, or a web forum’s, for a state office’s answer.',
  ],
  needs: ['biz-entity'],
  renewal: onEarliestRow('Every year, and for each new state', 'rules', 'date', 12),
  sources: ['nj', 'ny', 'ca', 'il', 'mhcc', 'lp', 'wi'],
  facts: [
    {
      text: 'A third-party biller of accounts that were not in default when it took them on is outside the federal definition of a debt collector. State license law may still differ.',
      sources: ['fdcpa'],
    },
  ],
  lookup: 'state-rules',
  example: ({ today, profile }) => ({
    rules: questionsFor(profile).map(({ rowId, label }) => {
      const office = STATE_TOPICS.find(({ topic }) => rowId.endsWith(topic))?.office ?? 'Secretary of State';
      const proof = [{ name: `Reply: ${label}`, location: 'State rules folder' }];
      const asked = { rowId, office, date: addDays(today, -21), file: proof };
      return KNOWN_REQUIRED.includes(rowId)
        ? { ...asked, answer: 'required', in_place: 'yes', ref: 'See the letter' }
        : { ...asked, answer: 'not-required' };
    }),
  }),
};

/** What is recorded of one search, beside the name. */
const searchCells: readonly CellField[] = [
  searchedLists(true),
  searchResult(true),
  pastDate('date', 'Searched on', { required: true }),
  evidence('file', 'Saved result'),
];

/** The searches that count. A partner is searched again in the register, so an older row about it here is history. */
function searchesIn(answers: AnswerReader): readonly AnswerReader[] {
  const partners = answers.rows('partner_searches');
  const searchedOn = new Map(partners.map((row) => [comparable(row.text('name')), row.text('date')]));
  const isHistory = (row: AnswerReader): boolean => {
    const again = searchedOn.get(comparable(row.text('name'))) ?? '';
    return !['self', 'business'].includes(row.text('whose')) && again !== '' && again >= row.text('date');
  };
  return [...answers.rows('searches').filter((row) => !isHistory(row)), ...partners];
}

function searchedName(row: AnswerReader): string {
  return row.text('name') || 'A name';
}

/** Asks each search that counts; it answers with what is wrong, or null. */
function eachSearch(wrong: (row: AnswerReader) => string | null): Rule['find'] {
  return (answers) =>
    searchesIn(answers).flatMap((row) => {
      const found = wrong(row);
      return found === null ? [] : [`${searchedName(row)}: ${found}`];
    });
}

function searchDates(answers: AnswerReader): readonly { readonly dueOn: IsoDate; readonly text: string }[] {
  return searchesIn(answers)
    .filter((row) => row.has('date'))
    .map((row) => ({
      dueOn: addMonths(row.text('date'), 1),
      text: `${searchedName(row)}: search the exclusion lists again`,
    }));
}

/** `biz-exclusion`: monthly searches by name. */
export const exclusion: Item = {
  id: 'biz-exclusion',
  section: 'business',
  title: 'Check names on the federal exclusion lists',
  lead: 'Search each name in the inspector general’s list (OIG LEIE) and in SAM.gov. Repeat it monthly.',
  why: 'An excluded person may not supply even office or billing work to federal health programs. One such name among you, your helpers or your clients puts those payments at risk.',
  doneWhen: 'Each spelling of each name has a dated result from both lists.',
  level: 'required',
  basis: ['contract'],
  fields: [
    rows(
      'searches',
      'Names searched',
      'name',
      [
        text('name', 'Name', { hint: 'One row for each spelling and each earlier name.', required: true }),
        choice(
          'whose',
          'Whose name',
          {
            self: 'Mine',
            business: 'My business',
            helper: 'A helper: staff, subcontractor, family',
            prospect: 'A client or prospect',
          },
          { required: true },
        ),
        ...searchCells,
      ],
      { required: true },
    ),
    rows('partner_searches', 'Clients and vendors searched', 'partner', [
      text('name', 'Name', { required: true }),
      ...searchCells,
    ]),
  ],
  completion: [
    requires('own-name-searched', 'Search your own name.', (answers) =>
      answers.rows('searches').some((row) => row.text('whose') === 'self'),
    ),
    requires(
      'helpers-searched',
      'Someone helps you: search at least one helper’s name.',
      (answers, { profile }) =>
        profile.flags.helpers !== true ||
        answers.rows('searches').some((row) => row.text('whose') === 'helper'),
    ),
    {
      id: 'both-lists-searched',
      find: eachSearch((row) => {
        const lists = row.list('list');
        return lists.length > 0 && !(lists.includes('leie') && lists.includes('sam'))
          ? 'search both the OIG list and SAM.gov.'
          : null;
      }),
    },
  ],
  blockers: [
    {
      id: 'exclusion-match',
      kind: 'stop',
      find: eachSearch((row) => (row.text('result') === 'match' ? 'on an exclusion list.' : null)),
    },
    {
      id: 'exclusion-possible',
      kind: 'hold',
      find: eachSearch((row) =>
        row.text('result') === 'possible' ? 'possible match on an exclusion list, not resolved.' : null,
      ),
    },
  ],
  redFlags: [
    'A helper or client who does not want to be searched.',
    'Paying a service for what both lists show free of charge.',
  ],
  needs: [],
  derived: { desk: 'partners', fields: ['partner_searches'], answers: screeningAnswers },
  renewal: {
    text: 'Every month',
    dueOn: (answers) => earliestDate(searchDates(answers).map(({ dueOn }) => dueOn)),
    entries: searchDates,
  },
  sources: ['leie', 'oig-sab'],
  facts: [
    {
      text: 'OIG: federal programs pay nothing for work of excluded persons, including administrative and management services.',
      sources: ['oig-sab'],
    },
    { text: 'OIG recommends a search every month.', sources: ['oig-sab', 'leie'] },
  ],
  knownCost: { amountCents: 0, text: 'Both searches are free', source: 'leie' },
  example: ({ today, profile }) => {
    const search = { list: ['leie', 'sam'], result: 'clear', date: addDays(today, -6) };
    const file = [{ name: 'Both result pages', location: 'Exclusion searches folder' }];
    const own = [
      { rowId: 'r1', name: 'Jordan A. Hale', whose: 'self', ...search, file },
      { rowId: 'r2', name: 'Jordan Reyes (earlier name)', whose: 'self', ...search, file },
      { rowId: 'r3', name: 'Riverbend Family Practice', whose: 'prospect', ...search, file },
    ];
    const helper = { rowId: 'r4', name: 'Casey Hale', whose: 'helper', ...search, file };
    return { searches: profile.flags.helpers === true ? [...own, helper] : own };
  },
};

const isWritten = (beside: AnswerReader): boolean => beside.isYes('written');

/** `biz-compliance`: the written program. */
export const compliance: Item = {
  id: 'biz-compliance',
  section: 'business',
  title: 'Write a small compliance program',
  lead: 'A short document on the seven elements of the health inspector general (OIG), dated and signed.',
  why: 'It says how you keep claims honest: overpayments are returned, codes are neither split nor raised, nothing is billed without documentation. Clients may ask to see it.',
  doneWhen: 'A short document is dated and signed.',
  level: 'recommended',
  basis: ['contract'],
  basisNote: 'Required as soon as a client contract asks for it.',
  fields: [
    yesNo('contract_requires', 'Does a client contract require one?', { required: true }),
    yesNo('written', 'Have you written it?', { required: true }),
    text('version', 'Version', { required: true, showWhen: isWritten }),
    pastDate('signed', 'Signed on', { required: true, showWhen: isWritten }),
    date('review', 'Review it on', {
      hint: 'Within a year of signing.',
      required: true,
      showWhen: isWritten,
    }),
    evidence('file', 'The signed document', { required: true, showWhen: isWritten }),
  ],
  completion: [
    requires(
      'program-written',
      'The compliance program is not written yet.',
      (answers) => !answers.isNo('written'),
    ),
    requires(
      'review-within-a-year',
      'Set the review within a year of signing.',
      (answers) =>
        !isWritten(answers) ||
        !answers.has('signed') ||
        answers.text('review') <= addMonths(answers.text('signed'), 12),
    ),
  ],
  blockers: [
    stopsWhen(
      'required-program-missing',
      'A client contract requires a compliance program, and none exists.',
      (answers) => answers.isYes('contract_requires') && answers.isNo('written'),
    ),
  ],
  redFlags: [
    'Being asked to unbundle, to code higher than the record, or to bill without documentation.',
    'A client who lets overpayments sit.',
    'A bought program that nobody has read.',
  ],
  needs: [],
  renewal: onDate('Every year, on the review date', 'review'),
  sources: ['oig-cpg'],
  facts: [
    {
      text: 'OIG’s guidance for third-party billing companies (63 FR 70138, 18 December 1998) is still the document for this trade. It describes seven elements.',
      sources: ['oig-cpg'],
    },
    {
      text: 'Among the risks it lists: unbundling, upcoding, duplicate billing, overpayments not returned, and percentage pay that rewards volume.',
      sources: ['oig-cpg'],
    },
  ],
  example: ({ today }) => ({
    contract_requires: false,
    written: true,
    version: '1.0',
    signed: addDays(today, -18),
    review: addMonths(today, 11),
    file: [{ name: 'Compliance program, signed', location: 'Policies binder, tab 1' }],
  }),
};

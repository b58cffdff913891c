import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { CellField, RowsField } from '../../domain/field.ts';
import {
  choice,
  evidence,
  integer,
  longText,
  pastDate,
  rows,
  state,
  text,
  url,
  yesNo,
} from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';

/** Whom to ask about a company, in working order. */
export const OFFICE_KINDS = {
  'attorney-general': 'State Attorney General',
  'consumer-office': 'Consumer-protection office',
  bbb: 'Better Business Bureau (BBB)',
  ftc: 'Federal Trade Commission (FTC) cases',
  leie: 'Health inspector general’s exclusion list (OIG LEIE)',
  sam: 'SAM.gov debarments',
  'ocr-breach-portal': 'Civil Rights office (OCR) breach portal: 500 or more records',
  news: 'Court and news search',
} as const;
export type OfficeKind = keyof typeof OFFICE_KINDS;

/** Federal lists, courts and news: searched, not asked. */
export const SEARCHED_KINDS = ['ftc', 'leie', 'sam', 'ocr-breach-portal', 'news'] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

const kindOf = (beside: AnswerReader): string => beside.text('office_kind');
const isStateOffice = (beside: AnswerReader): boolean =>
  kindOf(beside) === 'attorney-general' || kindOf(beside) === 'consumer-office';
const isSearch = (beside: AnswerReader): boolean =>
  (SEARCHED_KINDS as readonly string[]).includes(kindOf(beside));
const hasFound = (beside: AnswerReader): boolean =>
  isSearch(beside) && beside.text('search_result') === 'found';
const isAction = (beside: AnswerReader): boolean =>
  (isStateOffice(beside) && beside.text('result') === 'action-settlement') ||
  (hasFound(beside) && beside.text('finding') === 'deception');

const whoAndHow: readonly CellField[] = [
  choice('office_kind', 'Who you asked', OFFICE_KINDS, { required: true }),
  state('state', 'State', { required: true, showWhen: isStateOffice }),
  text('office', 'Name of the office', {
    required: true,
    showWhen: (beside) => kindOf(beside) === 'consumer-office',
  }),
  url('office_url', 'Corrected address of the office', {
    hint: 'Only if the address shown by the app has moved.',
  }),
  text('company', 'Name you asked about', {
    hint: 'Only if it was another than the name above: the legal name, or the parent.',
  }),
  choice(
    'method',
    'How you asked',
    { web: 'Website', phone: 'Phone', email: 'Email', 'records-request': 'Public-records request' },
    { required: true, showWhen: isStateOffice },
  ),
  pastDate('date', 'Date of the answer', {
    required: true,
    hint: 'The day you searched. If nobody replied: the day you asked.',
  }),
  text('ref', 'Reference', { hint: 'A case number, or who you spoke to.', showWhen: isStateOffice }),
];

const whatTheySaid: readonly CellField[] = [
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
    { required: true, showWhen: isStateOffice },
  ),
  choice(
    'search_result',
    'Result',
    {
      'no-record': 'No record found (an answer, not a clearance)',
      'other-company': 'Found, but it is another company',
      possible: 'Possible match, not settled yet',
      found: 'Found: it is this company or its parent',
    },
    { required: true, showWhen: isSearch },
  ),
  choice(
    'finding',
    'What was found',
    {
      deception: 'Government action for fraud or deception',
      excluded: 'Excluded or debarred',
      'breach-explained': 'A breach, with an account of what was repaired',
      'breach-unexplained': 'A breach, with no account of repairs',
      other: 'Something else',
    },
    { required: true, showWhen: hasFound },
  ),
  choice(
    'action_state',
    'Where that action stands',
    {
      open: 'Still open',
      closed: 'Closed or settled',
      'not-deception': 'Not about fraud or deception',
    },
    { hint: 'Until you say otherwise it counts as open.', showWhen: isAction },
  ),
  longText('details', 'Date, size, cause, outcome', { maxLength: 2000, showWhen: hasFound }),
  pastDate('second_attempt', 'Asked again on', {
    hint: 'At least 10 business days after the first time.',
    showWhen: (beside) => isStateOffice(beside) && beside.text('result') === 'no-reply',
  }),
  url('url', 'Address of the result', { showWhen: (beside) => !isStateOffice(beside) }),
  evidence('file', 'Proof', { hint: 'The letter, email, printed page, screenshot or your call note.' }),
];

/** Every time an office was asked or a list searched. */
export const authorityChecksField: RowsField = rows(
  'authority_checks',
  'Checks with authorities',
  'check',
  [...whoAndHow, ...whatTheySaid],
  {
    required: true,
    hint: 'One row for each time you ask. A newer answer of the same office takes the place of the older one.',
  },
);

const hasProfile = (beside: AnswerReader): boolean => beside.isYes('found');

/** Checks 2 to 7: what is on record about the company. */
export const authoritiesGroup: FieldGroup = {
  id: 'authorities',
  title: 'What is on record about it',
  lead:
    'Ask the Attorney General and the consumer office of your state and of its head-office state; then the BBB, ' +
    'federal lists, courts and news. “No record found” is an answer, not a clearance.',
  fields: [
    authorityChecksField,
    text('searched_names', 'Names you searched in federal records', {
      hint: 'The legal name, the trade name and the parent.',
    }),
    yesNo('found', 'BBB: does the company have a profile?', {
      required: true,
      hint: 'Add the day you looked, and the saved page, as a row above.',
    }),
    yesNo('claims_years', 'Does the company say it has been in business for years?', {
      required: true,
      showWhen: (beside) => beside.isNo('found'),
    }),
    text('rating', 'BBB: grade as shown', { required: true, maxLength: 20, showWhen: hasProfile }),
    yesNo('accredited', 'BBB: accredited?', {
      hint: 'Worth noting, not a reason to trust.',
      showWhen: hasProfile,
    }),
    integer('complaints', 'BBB: complaints in the last three years', [0, 100_000], {
      required: true,
      showWhen: hasProfile,
    }),
    integer('unresolved', 'BBB: of these, unresolved', [0, 100_000], {
      required: true,
      showWhen: hasProfile,
    }),
    yesNo('unanswered_pattern', 'BBB: is there a pattern of complaints left unanswered?', {
      required: true,
      showWhen: hasProfile,
    }),
    yesNo('has_alert', 'BBB: does the profile carry an alert?', { required: true, showWhen: hasProfile }),
    text('alert', 'BBB: what the alert says', {
      required: true,
      showWhen: (beside) => beside.isYes('found') && beside.isYes('has_alert'),
    }),
  ],
};

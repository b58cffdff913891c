import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { Row } from '../../domain/field.ts';
import { addDays, type IsoDate } from '../../domain/iso-date.ts';
import {
  choice,
  date,
  evidence,
  integer,
  longText,
  pastDate,
  rows,
  text,
  url,
  yesNo,
} from '../field-builders.ts';
import { holdsOnRow, onEarliestRow, onEvent, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { staleAtSigning } from './clearinghouse-signing.ts';

// What is on record about the company: the Better Business Bureau, federal lists and courts, and its own sales offer.

const hasProfile = (beside: AnswerReader): boolean => beside.isYes('found');

/** The Better Business Bureau profile. */
export const clhBbb: Item = {
  id: 'clh-bbb',
  section: 'clearinghouse',
  title: 'Read the Better Business Bureau profile',
  lead: 'Look the company up at bbb.org and save what you see: grade, complaints, alerts.',
  why:
    'The Better Business Bureau (BBB) is a private body, not a government office. Its grade proves little, but ' +
    'how a company answers complaints tells you how it will answer you.',
  doneWhen:
    'The profile is saved with grade, complaints of the last three years, and any pattern or alert; or the search ' +
    'that found none.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    text('company', 'Company you looked up', { required: true }),
    yesNo('found', 'Does the company have a profile?', { required: true }),
    yesNo('claims_years', 'Does the company say it has been in business for years?', {
      required: true,
      showWhen: (beside) => beside.isNo('found'),
    }),
    text('rating', 'Grade as shown', { required: true, maxLength: 20, showWhen: hasProfile }),
    yesNo('accredited', 'Accredited by the BBB?', {
      hint: 'Worth noting, not a reason to trust.',
      showWhen: hasProfile,
    }),
    integer('complaints', 'Complaints in the last three years', [0, 100_000], {
      required: true,
      showWhen: hasProfile,
    }),
    integer('unresolved', 'Of these, unresolved', [0, 100_000], { required: true, showWhen: hasProfile }),
    yesNo('unanswered_pattern', 'Is there a pattern of complaints left unanswered?', {
      required: true,
      showWhen: hasProfile,
    }),
    yesNo('has_alert', 'Does the profile carry an alert?', { required: true, showWhen: hasProfile }),
    text('alert', 'What the alert says', {
      required: true,
      showWhen: (beside) => beside.isYes('found') && beside.isYes('has_alert'),
    }),
    url('url', 'Address of the profile', { showWhen: hasProfile }),
    pastDate('date', 'Looked up on', { required: true }),
    evidence('file', 'Saved page', {
      required: true,
      hint: 'Print the profile, or the empty search, to a file.',
    }),
  ],
  completion: [
    requires('complaints-add-up', 'More complaints unresolved than there are complaints.', (answers) => {
      const complaints = answers.number('complaints');
      const unresolved = answers.number('unresolved');
      return !answers.isYes('found') || complaints === null || (unresolved ?? 0) <= complaints;
    }),
  ],
  blockers: [
    stopsWhen(
      'alert',
      'Better Business Bureau: the profile carries an alert.',
      (answers) => answers.isYes('found') && answers.isYes('has_alert'),
    ),
    stopsWhen(
      'unanswered-pattern',
      'Better Business Bureau: a pattern of complaints left unanswered.',
      (answers) => answers.isYes('found') && answers.isYes('unanswered_pattern'),
    ),
    stopsWhen(
      'no-trace',
      'Better Business Bureau: no profile, for a company that says it has been in business for years.',
      (answers) => answers.isNo('found') && answers.isYes('claims_years'),
    ),
    {
      id: 'older-than-90-days',
      kind: 'hold',
      find: (answers, context) => {
        const sentence = staleAtSigning(answers.text('date'), context);
        return sentence === null ? [] : [`Better Business Bureau: ${sentence}`];
      },
    },
  ],
  redFlags: [
    'A company that shows you its grade and hopes you will not read the complaints.',
    'Many years in business, it says, and no trace of them.',
  ],
  needs: ['clh-shortlist'],
  renewal: onEvent('Again before signing, if the look-up is more than 90 days old'),
  sources: ['seed-0', 'bbb'],
  facts: [
    {
      text: 'A grade is not a measure of quality, and companies pay for accreditation. Read the complaints and the answers to them.',
      sources: ['bbb'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    company: 'Clearwater Claims Exchange',
    found: true,
    rating: 'A',
    accredited: false,
    complaints: 3,
    unresolved: 0,
    unanswered_pattern: false,
    has_alert: false,
    url: 'https://example.com/profiles/clearwater-claims',
    date: addDays(today, -27),
    file: [{ name: 'BBB profile, printed page', location: 'Vetting folder, tab 3' }],
  }),
};

const SEARCHES = {
  ftc: 'Federal Trade Commission (FTC) cases',
  leie: 'Health inspector general’s exclusion list (OIG LEIE)',
  sam: 'SAM.gov debarments',
  ocr: 'Civil Rights office (OCR) breach portal: 500 or more records',
  news: 'Court and news search',
} as const;

const isSearch = (rowId: string): rowId is keyof typeof SEARCHES => Object.hasOwn(SEARCHES, rowId);
const searchName = (row: AnswerReader): string =>
  row.rowId !== null && isSearch(row.rowId) ? SEARCHES[row.rowId] : 'A search';
const isFound = (row: AnswerReader): boolean => row.text('result') === 'found';
const isExclusionList = (row: AnswerReader): boolean => row.rowId === 'leie' || row.rowId === 'sam';

function exampleSearch(rowId: string, searchedOn: IsoDate): Row {
  return {
    rowId,
    result: 'no-record',
    date: searchedOn,
    file: [{ name: `Result page, ${rowId} search`, location: 'Vetting folder, tab 4' }],
  };
}

/** Five searches of federal lists, courts and news. */
export const clhFederal: Item = {
  id: 'clh-federal',
  section: 'clearinghouse',
  title: 'Search federal records, courts and news',
  lead: 'Five short searches, each with its date. Search the legal name, the trade name and the parent.',
  why:
    'A company that the government has pursued for deception, or excluded from federal programs, is not one to ' +
    'trust with your clients’ claims. These lists are open to everyone.',
  doneWhen: 'All five searches are dated, and whatever they found is accounted for.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    text('company', 'Company you searched for', {
      required: true,
      hint: 'And the other names you searched: legal name, parent.',
    }),
    rows(
      'searches',
      'Searches',
      'search',
      [
        choice(
          'result',
          'Result',
          {
            'no-record': 'No record found (an answer, not a clearance)',
            'other-company': 'Found, but it is another company',
            possible: 'Possible match, not settled yet',
            found: 'Found: it is this company or its parent',
          },
          { required: true },
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
          { required: true, showWhen: isFound },
        ),
        longText('details', 'Date, size, cause, outcome', { maxLength: 2000, showWhen: isFound }),
        pastDate('date', 'Searched on', { required: true }),
        url('url', 'Address of the result'),
        evidence('file', 'Saved result'),
      ],
      {
        required: true,
        fixedRows: Object.entries(SEARCHES).map(([rowId, label]) => ({ rowId, label })),
      },
    ),
  ],
  completion: [],
  blockers: [
    stopsOnRow('exclusion-match', 'searches', (row) =>
      isFound(row) && (isExclusionList(row) || row.text('finding') === 'excluded')
        ? `${searchName(row)}: the company or its parent is excluded or debarred.`
        : null,
    ),
    stopsOnRow('deception-action', 'searches', (row) =>
      isFound(row) && row.text('finding') === 'deception'
        ? `${searchName(row)}: government action for fraud or deception.`
        : null,
    ),
    stopsOnRow('breach-unexplained', 'searches', (row) =>
      isFound(row) && row.text('finding') === 'breach-unexplained'
        ? `${searchName(row)}: a breach, and no account of what was repaired.`
        : null,
    ),
    holdsOnRow('possible-match', 'searches', (row) =>
      row.text('result') === 'possible' ? `${searchName(row)}: a possible match is not settled.` : null,
    ),
  ],
  redFlags: [
    'Silence about a past breach. The breach itself is no reason to walk away; hiding the repairs is.',
    'A clean name with a parent company that is not.',
  ],
  needs: ['clh-shortlist'],
  renewal: onEarliestRow('Yearly', 'searches', 'date', 12),
  sources: ['ftc', 'leie', 'ocr', 'oig-sab'],
  knownCost: { amountCents: 0, text: 'Searching LEIE and SAM.gov is free.', source: 'leie' },
  facts: [
    {
      text: 'The FTC does not vouch for companies. Finding nothing in its cases is not a recommendation.',
      sources: ['ftc'],
      status: 'unverified',
    },
    {
      text: 'Federal programs do not pay for work by excluded persons, administrative work included. Check the names of parent companies too.',
      sources: ['oig-sab', 'leie'],
    },
    {
      text: 'The Office for Civil Rights (OCR) lists breaches of 500 or more records. Note date, size and cause, and ask the company what it changed.',
      sources: ['ocr'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    company: 'Clearwater Claims Exchange, Inc.',
    searches: [
      exampleSearch('ftc', addDays(today, -26)),
      exampleSearch('leie', addDays(today, -26)),
      exampleSearch('sam', addDays(today, -26)),
      {
        ...exampleSearch('ocr', addDays(today, -25)),
        result: 'found',
        finding: 'breach-explained',
        details:
          'Stolen laptop, reported four years ago. The company describes the disk encryption added since.',
      },
      exampleSearch('news', addDays(today, -25)),
    ],
  }),
};

/** Calendar days between the disclosure document and the first signature or payment, at least (16 CFR 437). */
const DISCLOSURE_DAYS = 7;

const isOpenOffer = (answers: AnswerReader): boolean =>
  answers.isYes('offered') && !answers.isYes('turned_down');

/** The business-opportunity screen (16 CFR 437). */
export const clhBizopp: Item = {
  id: 'clh-bizopp',
  section: 'clearinghouse',
  title: 'Screen any ready-made business offer',
  lead: 'Has anyone offered you clients, an income, or a complete billing business for a fee?',
  why:
    'Kits that promise doctors and income are the classic medical-billing fraud. For the offers it covers, a ' +
    'federal rule gives you papers and seven days to think before you sign or pay.',
  doneWhen: 'No such offer was made, or you turned it down, or every point of the screen is answered.',
  level: 'required',
  basis: ['law'],
  fields: [
    yesNo('offered', 'Have you been offered a ready-made billing business, clients or an income?', {
      required: true,
      hint: 'By anyone, a clearinghouse or software seller included.',
    }),
    yesNo('turned_down', 'Have you turned it down?', {
      required: true,
      hint: 'If you had already paid: keep every paper and report it.',
      showWhen: (beside) => beside.isYes('offered'),
    }),
    yesNo('promised_clients', 'Does the seller promise clients, claims or doctors?', {
      required: true,
      showWhen: isOpenOffer,
    }),
    pastDate('disclosure_date', 'Day you received the disclosure document', {
      required: true,
      hint: 'One page: who they are, legal actions, refunds, earnings claim, references.',
      showWhen: isOpenOffer,
    }),
    date('paid_or_signed', 'Day you paid or signed, or mean to', {
      hint: 'Leave empty if neither.',
      showWhen: isOpenOffer,
    }),
    yesNo('earnings_claim', 'Does the seller state or hint at what you can earn?', {
      required: true,
      showWhen: isOpenOffer,
    }),
    yesNo('earnings_stmt', 'Did you get the separate earnings claim statement?', {
      required: true,
      showWhen: (beside) => isOpenOffer(beside) && beside.isYes('earnings_claim'),
    }),
    integer('refs_called', 'Earlier buyers you called', [0, 1000], {
      required: true,
      hint: 'From the list of references in the disclosure document.',
      showWhen: isOpenOffer,
    }),
    choice(
      'refund',
      'Refund terms in the document',
      {
        full: 'Full refund',
        conditional: 'Refund under conditions',
        none: 'No refund',
        'not-stated': 'Not stated',
      },
      { required: true, showWhen: isOpenOffer },
    ),
    evidence('file', 'Disclosure document', { showWhen: isOpenOffer }),
  ],
  completion: [
    requires(
      'references-called',
      'No earlier buyer called yet.',
      (answers) => !isOpenOffer(answers) || answers.number('refs_called') !== 0,
    ),
  ],
  blockers: [
    stopsWhen(
      'promised-clients',
      'The seller promises clients, claims or doctors. Do not sign or pay.',
      (answers) => isOpenOffer(answers) && answers.isYes('promised_clients'),
    ),
    stopsWhen(
      'no-disclosure',
      'Payment or signature without a disclosure document.',
      (answers) => isOpenOffer(answers) && answers.has('paid_or_signed') && !answers.has('disclosure_date'),
    ),
    stopsWhen(
      'under-seven-days',
      'Payment or signature less than 7 calendar days after the disclosure document.',
      (answers) =>
        isOpenOffer(answers) &&
        answers.has('disclosure_date') &&
        answers.has('paid_or_signed') &&
        answers.text('paid_or_signed') < addDays(answers.text('disclosure_date'), DISCLOSURE_DAYS),
    ),
    stopsWhen(
      'earnings-without-statement',
      'An earnings claim without the earnings claim statement.',
      (answers) => isOpenOffer(answers) && answers.isYes('earnings_claim') && answers.isNo('earnings_stmt'),
    ),
  ],
  redFlags: [
    '“Doctors are waiting.” “Guaranteed income.” “No experience needed.”',
    'You must decide today.',
    'A fee of thousands for software or lists of doctors.',
    'References who turn out to be paid, or to work for the seller.',
    'A refund refused, or a seller who will not name its registration with the Attorney General.',
  ],
  needs: [],
  renewal: onEvent('At each offer'),
  sources: ['ftc437', 'ftc-nprm', 'ftc-mb', 'ftc'],
  facts: [
    {
      text: 'The Business Opportunity Rule (16 CFR 437) applies when a seller draws you into a new business, you must pay, and it says that it or someone it names will provide accounts, customers or places to sell, or buy back what you produce. An ordinary clearinghouse subscription is not covered; a “billing center” kit is.',
      sources: ['ftc437'],
      status: 'secondary',
    },
    {
      text: 'At least seven calendar days before you sign or pay, the seller must hand over a one-page disclosure document: who it is, ten years of legal actions for fraud or deception, refund terms, whether it claims earnings, and ten earlier buyers (all, if fewer).',
      sources: ['ftc437'],
      status: 'secondary',
    },
    {
      text: 'If earnings are stated or hinted at, a separate earnings claim statement must say who claims what, for which dates, how many and what share of buyers earned it, and how they differ from you. You may ask for the proof.',
      sources: ['ftc437'],
    },
    {
      text: 'In January 2025 the Federal Trade Commission (FTC) proposed to widen the rule to coaching and money-making offers. No final rule was found, so the rule of 2012 applies. Check whether that has changed.',
      sources: ['ftc-nprm'],
    },
    {
      text: 'The FTC has said that few buyers of such kits find clients or get their money back. One medical-billing seller agreed to a court order with a judgment of $3.26 million in 2003.',
      sources: ['ftc-mb'],
    },
    {
      text: 'Report a fraudulent offer at reportfraud.ftc.gov, and to your Attorney General.',
      sources: ['ftc'],
      status: 'unverified',
    },
  ],
  example: () => ({ offered: false }),
};

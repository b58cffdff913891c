import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays } from '../../domain/iso-date.ts';
import { serviceBaaAnswers } from '../derived/partners.ts';
import { choice, pastDate, text, yesNo } from '../field-builders.ts';
import { everyMonths, requires, stopsWhen } from '../rule-builders.ts';
import type { Item, Template } from '../types.ts';
import { BAA_ANSWERS } from './communication-baa.ts';

const sendsFax = (answers: AnswerReader): boolean =>
  answers.text('type') === 'machine' || answers.text('type') === 'e-fax';
const usesOnlineFax = (answers: AnswerReader): boolean => answers.text('type') === 'e-fax';

const templates: readonly Template[] = [
  {
    id: 'fax-cover-sheet',
    title: 'Fax cover sheet',
    lead: 'The first page of every fax. HIPAA prescribes no wording for it; this wording is ours.',
    text: [
      'FAX',
      'To: ⟨name and office⟩',
      'Fax number: ⟨their fax number⟩',
      'From: ⟨your name and business⟩',
      'Fax number: ⟨your fax number⟩',
      'Phone: ⟨your phone number⟩',
      'Date: ⟨date⟩',
      'Pages, this one included: ⟨number⟩',
      '',
      'CONFIDENTIAL. May contain protected health information.',
      'If this reached you by mistake: please call ⟨your phone number⟩, do not copy it, and destroy all pages.',
    ].join('\n'),
    cautions: [
      'Nothing about a patient on this page: no name, no account, no subject line.',
      'Confirm a number you do not know before you send. Take the ones you use often from the stored list.',
    ],
    sources: ['fax'],
    status: 'unverified',
  },
  {
    id: 'misdirected-fax',
    title: 'Log line for a misdirected fax',
    lead: 'One line for each fax that went astray. It goes into your incident log, not into this app.',
    text: '⟨date and time⟩: fax of ⟨number⟩ pages for ⟨office⟩ went to ⟨wrong number⟩. Noticed by ⟨who⟩ on ⟨date⟩. Called ⟨whom⟩, asked not to copy and to destroy it; answer: ⟨answer⟩. Client ⟨client⟩ told on ⟨date⟩.',
    cautions: [
      'No patient’s name in the line.',
      'It counts as an incident, and clocks may run: see “Write your incident and breach plan”.',
    ],
    sources: ['fax'],
    status: 'unverified',
  },
];

/** `com-fax`: a machine or an online service, and the sheet that goes first. */
export const fax: Item = {
  id: 'com-fax',
  section: 'communication',
  title: 'Set up fax with a cover sheet',
  lead: 'A machine or an online service, tested, with the numbers you use stored in it.',
  why: 'Payers and doctors’ offices still send faxes. One wrong digit puts a patient’s papers in a stranger’s hands, and an online service keeps a copy of each page.',
  doneWhen:
    'A test page has arrived, the cover sheet is ready, the numbers you use often are stored, and an online service has signed a business associate agreement (BAA).',
  level: 'required',
  basis: ['prudence'],
  basisNote: 'May be set aside with a reason if you neither send nor receive faxes.',
  fields: [
    choice(
      'type',
      'How do you fax?',
      { machine: 'A fax machine, paper to paper', 'e-fax': 'An online fax service', none: 'Not at all' },
      { required: true },
    ),
    text('number', 'Fax number', { maxLength: 40, required: true, showWhen: sendsFax }),
    choice('baa', 'Business associate agreement with the fax service', BAA_ANSWERS, {
      required: true,
      showWhen: usesOnlineFax,
    }),
    choice(
      'delivers_to',
      'Where do received faxes arrive?',
      {
        portal: 'In the service’s own portal',
        'business-email': 'In business email covered by a BAA',
        'personal-email': 'In personal email',
      },
      { required: true, showWhen: usesOnlineFax },
    ),
    yesNo('cover_sheet', 'Is your cover sheet ready?', {
      hint: 'One to start from is below.',
      required: true,
      showWhen: sendsFax,
    }),
    yesNo('numbers_stored', 'Are the numbers you use often stored?', { required: true, showWhen: sendsFax }),
    pastDate('test_date', 'Test page sent and received on', {
      hint: 'Use a blank page or made-up text.',
      required: true,
      showWhen: sendsFax,
    }),
  ],
  completion: [
    requires(
      'agrees-with-profile',
      'Your profile says you will fax, and here you answered “Not at all”: change one of the two.',
      (answers, { profile }) => profile.flags.fax !== true || answers.text('type') !== 'none',
    ),
    requires(
      'cover-sheet-ready',
      'Make the cover sheet first.',
      (answers) => !(sendsFax(answers) && answers.isNo('cover_sheet')),
    ),
    requires(
      'frequent-numbers-stored',
      'Store the fax numbers you use often.',
      (answers) => !(sendsFax(answers) && answers.isNo('numbers_stored')),
    ),
  ],
  blockers: [
    stopsWhen(
      'online-fax-without-baa',
      'The online fax service has not signed a BAA.',
      (answers) => usesOnlineFax(answers) && answers.text('baa') === 'missing',
    ),
    stopsWhen(
      'fax-to-personal-mail',
      'Received faxes arrive in personal email.',
      (answers) => usesOnlineFax(answers) && answers.text('delivers_to') === 'personal-email',
    ),
  ],
  redFlags: [
    'An online fax service, free or paid, that will not sign a BAA.',
    'A cover sheet with a patient’s name or diagnosis on it.',
  ],
  needs: [],
  renewal: everyMonths('Yearly', 12, 'test_date'),
  sources: ['seed-0', 'fax', 'cloud', '160.103'],
  facts: [
    {
      text: 'Faxing patient information is allowed with reasonable care: confirm numbers you do not know, store the ones you use often, keep the machine where others cannot reach it.',
      sources: ['fax'],
    },
    {
      text: 'HIPAA prescribes no wording for a cover sheet.',
      sources: ['fax'],
    },
    {
      text: 'Paper-to-paper fax is not electronic media under HIPAA.',
      sources: ['160.103'],
    },
    {
      text: 'An online fax service stores electronic patient information, so it needs a BAA.',
      sources: ['cloud'],
    },
    {
      text: 'Write every misdirected fax into your incident log.',
      sources: ['fax'],
      status: 'unverified',
    },
    {
      text: 'Attachments to claims have to go electronically by 26 May 2028.',
      sources: ['attach'],
    },
  ],
  setAside: (profile) =>
    profile.flags.fax === false ? 'Your profile says you will neither send nor receive faxes.' : null,
  templates,
  gate: 'if-applicable',
  derived: { desk: 'partners', fields: [], answers: serviceBaaAnswers('e-fax') },
  example: ({ today }) => ({
    type: 'e-fax',
    number: '(201) 555-0143',
    baa: 'signed',
    delivers_to: 'portal',
    cover_sheet: true,
    numbers_stored: true,
    test_date: addDays(today, -12),
  }),
};

import { addDays, addMonths } from '../../domain/iso-date.ts';
import {
  choice,
  choices,
  date,
  evidence,
  integer,
  longText,
  pastDate,
  rows,
  text,
  yesNo,
} from '../field-builders.ts';
import {
  earliestDate,
  onEarliestRow,
  requires,
  requiresEveryChoice,
  stopsOnRow,
  stopsWhen,
} from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { nameOf } from './named-rows.ts';

export const secRisk: Item = {
  id: 'sec-risk',
  section: 'security',
  title: 'Write your risk analysis and risk plan',
  lead: 'Write down what could go wrong with patient data, and who will do what about it by when.',
  why: 'The Security Rule applies to a billing business directly, even to one person. It starts with a written risk analysis, a plan for what the analysis finds, and a named security official. If you work alone, that is you.',
  doneWhen:
    'The analysis is dated and on file, a security official is named, and each open risk has an owner and a date.',
  level: 'required',
  basis: ['law'],
  fields: [
    text('official', 'Security official', { hint: 'If you work alone: your own name.', required: true }),
    choice(
      'tool',
      'How was the analysis made?',
      {
        'sra-tool': 'With the free Security Risk Assessment (SRA) Tool',
        'nist-800-66r2': 'With the federal (NIST) guide, SP 800-66r2',
        consultant: 'By a consultant',
      },
      { required: true },
    ),
    pastDate('done', 'Date of the analysis', { required: true }),
    integer('high_open', 'High risks still open', [0, 500], {
      hint: 'Enter 0 if there are none.',
      required: true,
    }),
    rows(
      'risk_plan',
      'Open risks and what will be done',
      'risk',
      [
        text('risk', 'What could go wrong', { required: true }),
        choice('level', 'How serious', { high: 'High', medium: 'Medium', low: 'Low' }, { required: true }),
        longText('action', 'What will be done', { maxLength: 1000, required: true }),
        text('owner', 'Who does it', { required: true }),
        date('due', 'By when', { required: true }),
      ],
      { hint: 'One row for each risk that is still open. Remove a row when its risk is closed.' },
    ),
    evidence('file', 'The analysis and the plan', { required: true }),
  ],
  completion: [],
  blockers: [
    stopsWhen(
      'high-risk-without-plan',
      'More high risks are open than have a planned action with an owner and a date.',
      (answers) => {
        const planned = answers
          .rows('risk_plan')
          .filter(
            (row) => row.text('level') === 'high' && row.has('action') && row.has('owner') && row.has('due'),
          );
        return (answers.number('high_open') ?? 0) > planned.length;
      },
    ),
  ],
  redFlags: [],
  needs: ['off-computer'],
  renewal: {
    text: 'Yearly (a rule of this app), after any change, and on the date planned for an open high risk',
    dueOn: (answers) => {
      const done = answers.text('done');
      const highRisks = answers.rows('risk_plan').filter((row) => row.text('level') === 'high');
      return earliestDate([
        done === '' ? '' : addMonths(done, 12),
        ...highRisks.map((row) => row.text('due')),
      ]);
    },
  },
  sources: ['308', 'sra', '66r2'],
  facts: [
    {
      text: 'The risk analysis and the risk plan are both required by 45 CFR 164.308(a)(1); a named security official by 164.308(a)(2). One line of appointment is enough.',
      sources: ['308'],
    },
    {
      text: 'The SRA Tool comes from two federal health offices, ONC and OCR. It runs on Windows or as an Excel workbook, and what you enter stays on your computer.',
      sources: ['sra'],
    },
    {
      text: 'NIST SP 800-66r2, of February 2024, is the federal guide to putting the Security Rule into practice.',
      sources: ['66r2'],
    },
    {
      text: 'The rule marks some measures “addressable”. That is not optional: do it, or write down why it is not reasonable for you and do something equivalent.',
      sources: ['308'],
    },
    {
      text: 'You must also evaluate your safeguards periodically, 164.308(a)(8). Doing it once a year is the rhythm of this app.',
      sources: ['308'],
    },
    {
      text: 'A stricter Security Rule was proposed on 6 January 2025. It would end “addressable” and require encryption, sign-in with a second step, an asset inventory and a yearly audit.',
      sources: ['nprm'],
    },
    {
      text: 'That proposal was not final in the newest sources seen, of June 2026; July to November 2026 is not verified. Proposed, so check. This app already asks for encryption and for a second step at sign-in.',
      sources: ['nprm'],
      status: 'unverified',
    },
    {
      text: 'Penalties since 28 January 2026 run from $145 to $73,011 per violation at the lowest level, and from $73,011 to $2,190,294 for willful neglect left uncorrected. Lower caps apply under a 2019 enforcement policy.',
      sources: ['cmp'],
    },
  ],
  knownCost: { amountCents: 0, text: 'The SRA Tool is free.', source: 'sra' },
  gate: 'must-stand',
  example: ({ today }) => ({
    official: 'Jordan A. Hale, owner',
    tool: 'sra-tool',
    done: addDays(today, -40),
    high_open: 1,
    risk_plan: [
      {
        rowId: 'r1',
        risk: 'Only one copy of the backup, kept in the same room',
        level: 'high',
        action: 'Add a second encrypted copy with a backup vendor that has signed an agreement',
        owner: 'Jordan A. Hale',
        due: addDays(today, 30),
      },
      {
        rowId: 'r2',
        risk: 'Window of the office can be seen into from the street',
        level: 'low',
        action: 'Put up a blind',
        owner: 'Jordan A. Hale',
        due: addDays(today, 60),
      },
    ],
    file: [{ name: 'SRA Tool report and risk plan', location: 'Office cabinet, HIPAA binder, tab 1' }],
  }),
};

// The standards of 45 CFR 164.308 to 164.316, gathered into what one person would write as one policy each.
const policyTopics = choices(
  'topics',
  'What the set covers',
  {
    'risk-management': 'Risk analysis, risk plan and periodic evaluation',
    'security-official': 'Who the security official is',
    'sanctions-and-logs': 'Sanctions, and looking through the logs',
    access: 'Who may see what, and ending access the same day',
    awareness: 'Training, reminders, malware, login monitoring and passwords',
    incidents: 'Incidents: how to respond and report',
    contingency: 'Backup, disaster recovery and emergency working',
    vendors: 'Agreements with vendors',
    room: 'The room: locks, visitors, repairs',
    workstation: 'How the computer is used and protected',
    'devices-and-media': 'Devices and media: log, backup before moves, wiping, disposal',
    'sign-in': 'Own sign-in, proof of identity, emergency access, automatic logoff',
    encryption: 'Encryption, stored and in transit',
    'audit-and-integrity': 'Audit logs, and keeping data unaltered',
    records: 'Keeping records six years, at hand and up to date',
  },
  {
    hint: 'A point the law calls addressable is covered when the set says why you chose something equivalent.',
    required: true,
  },
);

export const secPolicies: Item = {
  id: 'sec-policies',
  section: 'security',
  title: 'Write your security policies',
  lead: 'Put your rules for handling patient data in writing, approve them, and keep every version six years.',
  why: 'The Security Rule asks for written policies and written records, even of a business of one. They must be kept six years, be at hand for whoever needs them, and be kept up to date.',
  doneWhen: 'The set covers every topic below, you have approved it, and it is noted where the set is kept.',
  level: 'required',
  basis: ['law'],
  fields: [
    text('version', 'Version', { hint: 'For example: 1.0.', maxLength: 40, required: true }),
    pastDate('approved', 'Approved on', { required: true }),
    date('review', 'Next review on', { hint: 'Within a year.', required: true }),
    policyTopics,
    evidence('file', 'The approved set', {
      hint: 'Say where it is kept. Old versions stay there for six years.',
      required: true,
    }),
  ],
  completion: [
    requiresEveryChoice('every-topic', policyTopics, 'The set does not cover yet'),
    requires(
      'review-after-approval',
      'The next review is not later than the approval. Enter the date of the coming review.',
      (answers) =>
        !answers.has('review') ||
        !answers.has('approved') ||
        answers.text('review') > answers.text('approved'),
    ),
  ],
  blockers: [],
  redFlags: [],
  needs: ['sec-risk'],
  renewal: {
    text: 'Yearly, or earlier if you set an earlier review',
    dueOn: (answers) => {
      const approved = answers.text('approved');
      return earliestDate([answers.text('review'), approved === '' ? '' : addMonths(approved, 12)]);
    },
  },
  sources: ['316'],
  facts: [
    {
      text: 'Policies, and written records of what you did under them, are kept six years (45 CFR 164.316). A folder, on paper or on the computer, will do if it is complete.',
      sources: ['316'],
    },
    {
      text: 'A sanction rule and a regular look through the logs are required, 164.308(a)(1). A monthly note that you looked is good evidence.',
      sources: ['308'],
    },
    {
      text: 'Helpers and family get no access unless you give it, and it ends the same day they stop, 164.308(a)(3). That measure is addressable.',
      sources: ['308'],
    },
    {
      text: 'Rules for using the computer, protecting it, disposing of media and wiping it before reuse are required, 164.310(b) to (d). Locks, visitors, repairs and the device log are addressable.',
      sources: ['310'],
    },
    {
      text: 'Use and pass on only the minimum of patient data that the task needs.',
      sources: ['502e', '504e'],
    },
    {
      text: 'The notice of privacy practices and patient authorizations are your client’s documents. You honor the limits they set and pass patients’ requests on.',
      sources: ['164.520'],
    },
  ],
  gate: 'must-stand',
  example: ({ today }) => ({
    version: '1.0',
    approved: addDays(today, -30),
    review: addMonths(addDays(today, -30), 12),
    topics: policyTopics.options.map((option) => option.value),
    file: [{ name: 'Security policies 1.0, signed', location: 'Office cabinet, HIPAA binder, tab 2' }],
  }),
};

export const secTraining: Item = {
  id: 'sec-training',
  section: 'security',
  title: 'Complete security training',
  lead: 'Train yourself and anyone who helps you, and keep the certificate or a log.',
  why: 'The Security Rule asks for security training of everyone who handles patient data, you included. It also asks for a rule that says what follows when someone breaks the policies.',
  doneWhen:
    'Your own training, and that of each helper, is recorded with its certificate or log, and the sanction rule is written.',
  level: 'required',
  basis: ['law'],
  basisNote:
    'The parts of the training are addressable under the Security Rule; the sanction rule is required.',
  fields: [
    rows(
      'trainings',
      'Training',
      'person',
      [
        text('person', 'Person', { required: true }),
        choice(
          'role',
          'Who is this?',
          { self: 'Me', helper: 'A helper: staff, a subcontractor or family' },
          { required: true },
        ),
        yesNo('trained', 'Trained?', { required: true }),
        text('course', 'Course', { showWhen: (row) => row.isYes('trained'), required: true }),
        pastDate('date', 'Completed on', { showWhen: (row) => row.isYes('trained'), required: true }),
        evidence('file', 'Certificate or log', { showWhen: (row) => row.isYes('trained'), required: true }),
      ],
      { hint: 'One row per person, with the latest training.', required: true },
    ),
    yesNo('sanction_rule', 'Is the sanction rule written?', {
      hint: 'What happens if someone, you included, breaks the policies.',
      required: true,
    }),
  ],
  completion: [
    requires('own-training', 'Your own training is not recorded yet.', (answers) => {
      const trainings = answers.rows('trainings');
      return trainings.length === 0 || trainings.some((row) => row.text('role') === 'self');
    }),
    requires(
      'helper-training',
      'You said that someone helps you. Record that person’s training too.',
      (answers, { profile }) => {
        const trainings = answers.rows('trainings');
        return (
          profile.flags.helpers !== true ||
          trainings.length === 0 ||
          trainings.some((row) => row.text('role') === 'helper')
        );
      },
    ),
    requires(
      'sanction-rule',
      'Write down what happens if someone breaks the policies.',
      (answers) => !answers.isNo('sanction_rule'),
    ),
  ],
  blockers: [
    stopsOnRow('untrained', 'trainings', (row) =>
      row.isNo('trained') ? `${nameOf(row, 'person', 'One person')}: not trained yet.` : null,
    ),
  ],
  redFlags: [],
  needs: ['sec-policies'],
  renewal: onEarliestRow('Yearly (a rule of this app)', 'trainings', 'date', 12),
  sources: ['308'],
  facts: [
    {
      text: 'Training covers security reminders, malware, watching for odd logins, and passwords, 45 CFR 164.308(a)(5). Each is addressable.',
      sources: ['308'],
    },
    {
      text: 'A sanction rule is required, 164.308(a)(1), even if the only person it binds is you.',
      sources: ['308'],
    },
  ],
  gate: 'must-stand',
  example: ({ today, profile }) => ({
    trainings: [
      {
        rowId: 'r1',
        person: 'Jordan A. Hale',
        role: 'self',
        trained: true,
        course: 'HIPAA security for business associates, online course',
        date: addDays(today, -25),
        file: [{ name: 'Course certificate', location: 'Office cabinet, HIPAA binder, tab 3' }],
      },
      ...(profile.flags.helpers === true
        ? [
            {
              rowId: 'r2',
              person: 'Lee Sample',
              role: 'helper',
              trained: true,
              course: 'Walk through our own policies, with questions',
              date: addDays(today, -20),
              file: [{ name: 'Signed training log', location: 'Office cabinet, HIPAA binder, tab 3' }],
            },
          ]
        : []),
    ],
    sanction_rule: true,
  }),
};

import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, formatDate } from '../../domain/iso-date.ts';
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
import { onDate, onEarliestRow, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { experience } from './experience.ts';

const hasAgreement = (beside: AnswerReader): boolean => beside.isYes('has_agreement');
const isRestricted = (beside: AnswerReader): boolean =>
  hasAgreement(beside) && beside.text('outcome') === 'restricted';

const employer: Item = {
  id: 'fnd-employer',
  section: 'foundations',
  title: 'Check what you owe your employer',
  lead: 'Read what you signed about competing, confidentiality and client lists. Ask about working from home.',
  why: 'A non-compete or confidentiality clause can stop you after you have spent the money. And the same employer may let you work from home, which is a gentler first step.',
  doneWhen:
    'You have read the agreement and have written permission, or you have noted that nothing in it applies.',
  level: 'recommended',
  basis: ['contract'],
  fields: [
    yesNo('has_agreement', 'Did you sign anything about competing, confidentiality or client lists?', {
      required: true,
    }),
    pastDate('read_on', 'Day you read it through', { required: true, showWhen: hasAgreement }),
    choice(
      'outcome',
      'Where that leaves you',
      {
        permission: 'I have written permission',
        'none-applies': 'Nothing in it applies to this business',
        restricted: 'It restricts me for now',
      },
      { required: true, showWhen: hasAgreement },
    ),
    date('restriction_end', 'The restriction ends on', {
      hint: 'Leave empty if the paper gives no date.',
      showWhen: isRestricted,
    }),
    yesNo('will_solicit', 'Do you plan to approach this employer’s clients?', {
      required: true,
      showWhen: hasAgreement,
    }),
    evidence('file', 'Written permission', {
      required: true,
      showWhen: (beside) => hasAgreement(beside) && beside.text('outcome') === 'permission',
    }),
    choice(
      'remote_option',
      'Would this employer let you work from home?',
      { yes: 'Yes', 'part-time': 'Part of the time', no: 'No', 'not-asked': 'Not asked' },
      { required: true },
    ),
    text('none_applies_reason', 'Why nothing in it applies', {
      required: true,
      showWhen: (beside) => hasAgreement(beside) && beside.text('outcome') === 'none-applies',
    }),
  ],
  completion: [
    {
      id: 'no-live-restriction',
      find: (answers, context) => {
        if (!isRestricted(answers)) return [];
        const end = answers.text('restriction_end');
        if (end === '') return ['The restriction has no end date on record: get written permission.'];
        return end >= context.today
          ? [`The restriction lasts until ${formatDate(end)}: wait, or get written permission.`]
          : [];
      },
    },
  ],
  blockers: [
    stopsWhen(
      'soliciting-under-restriction',
      'You plan to approach your employer’s clients while an agreement forbids it.',
      (answers, context) => {
        const end = answers.text('restriction_end');
        return isRestricted(answers) && answers.isYes('will_solicit') && (end === '' || end >= context.today);
      },
    ),
  ],
  redFlags: [
    'Taking a client list, a fee schedule or any record home from a job.',
    'Someone who tells you that a non-compete never holds. Ask a lawyer in your state.',
  ],
  needs: [],
  renewal: null,
  sources: ['seed-0', 'seed-1'],
  setAside: (profile) =>
    profile.flags.employed === false
      ? 'You have no employer now. If an earlier one still binds you, answer yes under “Your business” and this comes back.'
      : null,
  example: ({ today }) => ({
    has_agreement: true,
    read_on: addDays(today, -20),
    outcome: 'permission',
    will_solicit: false,
    file: [{ name: 'Letter from Riverbend Family Practice', location: 'Blue folder, tab 1' }],
    remote_option: 'part-time',
  }),
};

const TAUGHT_LEVELS: readonly string[] = ['certificate', 'associate', 'bachelor', 'master'];
const isTaught = (beside: AnswerReader): boolean => TAUGHT_LEVELS.includes(beside.text('level'));

const education: Item = {
  id: 'fnd-education',
  section: 'foundations',
  title: 'Record your formal training',
  lead: 'Note the course or degree you finished, or say how experience stands in for it.',
  why: 'Billing rests on medical terminology, anatomy, insurance rules and software. Training gives you the grounding, and clients a reason to trust it.',
  doneWhen: 'A certificate or degree is on file, or you have explained how experience replaces it.',
  level: 'recommended',
  basis: ['prudence'],
  fields: [
    choice(
      'level',
      'Highest level',
      {
        hs: 'High school',
        certificate: 'Certificate',
        associate: 'Associate degree',
        bachelor: 'Bachelor’s degree',
        master: 'Master’s degree',
        none: 'None',
      },
      { required: true },
    ),
    text('school', 'School', { required: true, showWhen: isTaught }),
    yesNo('accredited', 'Is the school accredited?', { required: true, showWhen: isTaught }),
    text('accreditor', 'Accredited by', {
      showWhen: (beside) => isTaught(beside) && beside.isYes('accredited'),
    }),
    pastDate('completed', 'Completed on', { required: true, showWhen: isTaught }),
    yesNo('promised_income', 'Did the school promise you income or clients?', {
      required: true,
      showWhen: isTaught,
    }),
    evidence('file', 'Certificate or degree', { showWhen: isTaught }),
    longText('substitution', 'How experience replaces it', {
      hint: 'Only if you have no certificate or degree to show.',
    }),
  ],
  completion: [
    requires(
      'proof-or-substitution',
      'Add the certificate or degree, or explain how experience replaces it.',
      (answers) =>
        !answers.has('level') || answers.has('substitution') || (isTaught(answers) && answers.has('file')),
    ),
  ],
  blockers: [
    stopsWhen(
      'unaccredited-school-promises',
      'The school is not accredited and promised income or clients.',
      (answers) => isTaught(answers) && answers.isNo('accredited') && answers.isYes('promised_income'),
    ),
  ],
  redFlags: [
    'A school that guarantees income, a job or clients.',
    'A course that will not name who accredits it.',
  ],
  needs: [],
  renewal: null,
  sources: ['seed-1', 'seed-2', 'seed-3'],
  facts: [
    {
      text: 'There is no agreed minimum degree. Older guides differ from each other; federal labor statistics name a postsecondary award as the usual start.',
      sources: ['bls'],
    },
  ],
  example: ({ today }) => ({
    level: 'certificate',
    school: 'Lakeside Community College',
    accredited: true,
    accreditor: 'Regional college accreditor',
    completed: addMonths(today, -70),
    promised_income: false,
    file: [{ name: 'Medical billing certificate', location: 'Blue folder, tab 2' }],
  }),
};

const isActive = (beside: AnswerReader): boolean => beside.text('status') === 'active';
const isScheduled = (beside: AnswerReader): boolean => beside.text('status') === 'scheduled';

const credential: Item = {
  id: 'fnd-credential',
  section: 'foundations',
  title: 'Hold or plan a billing credential',
  lead: 'Record one credential and check that its issuer’s directory shows it, or set an exam date.',
  why: 'A credential from an independent body shows competence to people who do not know you. No federal law requires one.',
  doneWhen:
    'An active credential has been found in its issuer’s directory, or an exam is planned for a date.',
  level: 'recommended',
  basis: ['prudence'],
  fields: [
    choice(
      'status',
      'Where you stand',
      { active: 'I hold one, and it is active', scheduled: 'I have planned an exam', none: 'None' },
      { required: true },
    ),
    choice(
      'credential',
      'Credential',
      {
        cpb: 'CPB: Certified Professional Biller',
        cpc: 'CPC: Certified Professional Coder',
        ccs: 'CCS: Certified Coding Specialist',
        cca: 'CCA: Certified Coding Associate',
        cmrs: 'CMRS: Certified Medical Reimbursement Specialist',
        cbcs: 'CBCS: Certified Billing and Coding Specialist',
        other: 'Another one',
      },
      { required: true, showWhen: (beside) => isActive(beside) || isScheduled(beside) },
    ),
    text('issuer', 'Issuer', {
      hint: 'AAPC for CPB and CPC, AHIMA for CCS and CCA, AMBA for CMRS, NHA for CBCS. For another one, give its name too.',
      required: true,
      showWhen: (beside) => isActive(beside) || isScheduled(beside),
    }),
    text('number', 'Credential number', { required: true, showWhen: isActive }),
    pastDate('issued', 'Issued on', { required: true, showWhen: isActive }),
    date('expires', 'Expires on', { required: true, showWhen: isActive }),
    choice(
      'directory_result',
      'What the issuer’s directory shows',
      { active: 'Listed as active', lapsed: 'Listed as lapsed', 'not-found': 'Not listed' },
      { required: true, showWhen: isActive },
    ),
    pastDate('verified_on', 'Looked up on', { required: true, showWhen: isActive }),
    url('verify_url', 'Address of the directory entry', { showWhen: isActive }),
    date('exam_date', 'Exam date', { required: true, showWhen: isScheduled }),
  ],
  completion: [
    requires(
      'active-or-planned',
      'Record an active credential, or plan an exam for a date.',
      (answers) => answers.text('status') !== 'none',
    ),
    requires(
      'exam-still-ahead',
      'The exam date has passed: record the result or a new date.',
      (answers, context) =>
        !isScheduled(answers) || !answers.has('exam_date') || answers.text('exam_date') >= context.today,
    ),
  ],
  blockers: [
    stopsWhen(
      'credential-lapsed',
      'The credential you list as active has expired, or its issuer lists it as lapsed.',
      (answers, context) => {
        const expired = answers.has('expires') && answers.text('expires') < context.today;
        return isActive(answers) && (expired || answers.text('directory_result') === 'lapsed');
      },
    ),
    stopsWhen(
      'credential-not-found',
      'The issuer’s directory does not show the credential you list. Do not use it until it does.',
      (answers) => isActive(answers) && answers.text('directory_result') === 'not-found',
    ),
  ],
  redFlags: [
    'Using letters after your name that have lapsed or that no issuer gave you.',
    'A seller whose own “certificate” comes with the kit and appears in no public directory.',
  ],
  needs: ['fnd-experience'],
  renewal: {
    text: 'When the credential expires',
    dueOn: (answers) => (isActive(answers) && answers.text('expires')) || null,
  },
  sources: ['seed-2', 'seed-3', 'aapc', 'ahima', 'amba'],
  facts: [
    {
      text: 'CPB (AAPC) covers the billing cycle and fits this work best. Yearly membership, and 36 education units every two years for one credential, 40 for two.',
      sources: ['aapc'],
    },
    {
      text: 'CPC (AAPC) is about outpatient and physician coding. It renews like the CPB.',
      sources: ['aapc'],
    },
    {
      text: 'CCS (AHIMA) is advanced coding with a hospital focus: 20 units every two years, from 2025 with 40 percent from AHIMA sources.',
      sources: ['ahima'],
    },
    {
      text: 'CCA (AHIMA) is entry-level coding: 20 units every two years. Self-reviews ended in 2021.',
      sources: ['ahima'],
    },
    {
      text: 'CMRS (AMBA) is about reimbursement: 15 units a year, half of them from AMBA, and yearly membership.',
      sources: ['amba'],
    },
    { text: 'CBCS (NHA) joins billing and coding: 10 credits every two years.', sources: ['nha'] },
  ],
  example: ({ today }) => ({
    status: 'active',
    credential: 'cpb',
    issuer: 'AAPC',
    number: '0100200',
    issued: addMonths(today, -26),
    expires: addMonths(today, 10),
    directory_result: 'active',
    verified_on: addDays(today, -12),
    verify_url: 'https://www.aapc.com',
  }),
};

const CODE_TOPICS = [
  { rowId: 'icd-10-cm', label: 'ICD-10-CM: diagnosis codes' },
  { rowId: 'cpt', label: 'CPT: procedure codes' },
  { rowId: 'hcpcs', label: 'HCPCS Level II codes' },
  { rowId: 'ncci', label: 'NCCI: edits on code pairs and units' },
  { rowId: 'claim', label: 'CMS-1500 and 837P: the claim' },
  { rowId: 'remittance', label: 'EOB and 835: the payer’s answer' },
] as const;

const codes: Item = {
  id: 'fnd-codes',
  section: 'foundations',
  title: 'Check your knowledge of codes and forms',
  lead: 'Rate yourself honestly on six topics, and plan for the weak ones.',
  why: 'Every claim you send uses these six. A weak spot is easier to mend now than after a month of denied claims.',
  doneWhen: 'Each topic has a dated self-check, and each weak topic has a plan.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    rows(
      'topics',
      'Topics',
      'topic',
      [
        choice(
          'level',
          'How sure you are',
          { confident: 'Confident', learning: 'Still learning', none: 'No knowledge yet' },
          { required: true },
        ),
        pastDate('checked_on', 'Checked on', { required: true }),
        text('plan', 'Your plan to learn it', {
          hint: 'What, and by when.',
          required: true,
          showWhen: (beside) => beside.has('level') && beside.text('level') !== 'confident',
        }),
      ],
      { required: true, fixedRows: CODE_TOPICS },
    ),
  ],
  completion: [],
  blockers: [
    stopsOnRow('core-topic-unknown', 'topics', (row) => {
      const topic = CODE_TOPICS.find((entry) => entry.rowId === row.rowId);
      return topic !== undefined && row.text('level') === 'none'
        ? `${topic.label}: no knowledge yet. Learn the basics before you bill.`
        : null;
    }),
  ],
  redFlags: [
    'Training that teaches only ICD-9, or calls the claim form “HCFA” and nothing else.',
    'Practice material that uses code books of past years without saying so.',
  ],
  needs: [],
  renewal: onEarliestRow('Every year', 'topics', 'checked_on', 12),
  sources: ['seed-1', 'seed-2'],
  facts: [
    {
      text: 'ICD-9 ended for services from 1 October 2015. Only ICD-10-CM counts since then, with a new edition each October.',
      sources: ['icd'],
    },
    {
      text: 'The “HCFA-1500” of older guides is today’s CMS-1500, version 02/12, kept by the NUCC.',
      sources: ['nucc'],
    },
    {
      text: 'CPT belongs to the American Medical Association. Using it takes a license, so this app carries no CPT content.',
      sources: ['ama-lic'],
    },
  ],
  example: ({ today }) => ({
    topics: CODE_TOPICS.map(({ rowId }) =>
      rowId === 'ncci'
        ? {
            rowId,
            level: 'learning',
            checked_on: addDays(today, -9),
            plan: 'Read the policy manual chapters for family medicine by the end of the month.',
          }
        : { rowId, level: 'confident', checked_on: addDays(today, -9) },
    ),
  }),
};

const continuingEducation: Item = {
  id: 'fnd-ce',
  section: 'foundations',
  title: 'Track your continuing education',
  lead: 'Note when your cycle ends, how many hours it needs, and how many you have.',
  why: 'A credential stays alive only through continuing education, and the rules you bill by change every year.',
  doneWhen: 'The end of the cycle, the hours needed and the hours earned are recorded.',
  level: 'recommended',
  basis: ['contract'],
  fields: [
    date('cycle_start', 'Cycle began on'),
    date('cycle_end', 'Cycle ends on', { required: true }),
    integer('required', 'Hours or units needed', [0, 500], { required: true }),
    integer('earned', 'Hours or units earned so far', [0, 500], { required: true }),
    evidence('certificates', 'Certificates of attendance'),
  ],
  completion: [
    requires(
      'cycle-in-order',
      'The cycle ends before it begins.',
      (answers) =>
        !answers.has('cycle_start') ||
        !answers.has('cycle_end') ||
        answers.text('cycle_start') < answers.text('cycle_end'),
    ),
  ],
  blockers: [
    stopsWhen(
      'cycle-ended-short',
      'Your education cycle has ended with fewer hours than it needs.',
      (answers, context) => {
        const end = answers.text('cycle_end');
        const required = answers.number('required');
        const earned = answers.number('earned');
        if (end === '' || required === null || earned === null) return false;
        return end < context.today && earned < required;
      },
    ),
  ],
  redFlags: ['Courses sold as continuing education that your issuer does not accept. Ask the issuer first.'],
  needs: ['fnd-credential'],
  renewal: onDate('At the end of each cycle, by your issuer’s rules', 'cycle_end'),
  sources: ['seed-1', 'seed-2', 'aapc'],
  facts: [
    { text: 'AAPC: 36 units every two years for one credential, 40 for two.', sources: ['aapc'] },
    {
      text: 'AHIMA: 20 units every two years, from 2025 with 40 percent from AHIMA sources.',
      sources: ['ahima'],
    },
    { text: 'AMBA: 15 units every year, half of them from AMBA.', sources: ['amba'] },
    { text: 'NHA: 10 credits every two years.', sources: ['nha'] },
  ],
  example: ({ today }) => ({
    cycle_start: addMonths(today, -14),
    cycle_end: addMonths(today, 10),
    required: 36,
    earned: 22,
    certificates: [
      { name: 'Webinar certificates, 22 units', location: 'Credential folder on the work computer' },
    ],
  }),
};

/** Section A: what you know, and how you can show it. */
export const foundations: readonly Item[] = [
  experience,
  employer,
  education,
  credential,
  codes,
  continuingEducation,
];

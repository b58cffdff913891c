import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addMonths } from '../../domain/iso-date.ts';
import { choice, date, pastDate, text, yesNo } from '../field-builders.ts';
import { everyMonths, requires, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';

/** The CMS-1500 form, its manual and the paper route. */
export const cms1500: Item = {
  id: 'ref-cms1500',
  section: 'references',
  title: 'Get the CMS-1500 form and its manual',
  lead: 'Save the manual that is current, and decide what happens when a claim has to go on paper.',
  why: 'Every professional claim follows this form, on paper or electronically. Older guides call it the “HCFA” form; working from an old edition gets claims sent back.',
  doneWhen:
    'The current manual is saved, and the route for paper claims is decided: red-ink forms of your own, or printing by the clearinghouse.',
  level: 'required',
  basis: ['contract'],
  fields: [
    choice(
      'form_version',
      'Which edition of the form do you work with?',
      { 'edition-02-12': '02/12, the current one', 'edition-08-05': '08/05, the old one' },
      { hint: 'The form itself says so.', required: true },
    ),
    text('manual_version', 'Version of the NUCC manual you saved', {
      hint: 'As on its cover: version number and month. NUCC (the National Uniform Claim Committee) keeps the form.',
      maxLength: 80,
      required: true,
    }),
    pastDate('saved', 'Saved on', { required: true }),
    choice(
      'paper',
      'How will paper claims go out?',
      {
        none: 'No paper claims',
        own: 'I print them on original forms',
        service: 'The clearinghouse prints and mails them',
      },
      { required: true },
    ),
    choice(
      'form_stock',
      'What will you print on?',
      {
        'red-ink': 'Bought forms in red ink',
        'sample-pdf': 'The sample image from NUCC’s site',
      },
      { required: true, showWhen: (beside) => beside.text('paper') === 'own' },
    ),
  ],
  completion: [
    requires(
      'paper-route-decided',
      'Your profile expects paper claims: choose how they will go out, or change the profile.',
      (answers, { profile }) => profile.flags.paper_claims !== true || answers.text('paper') !== 'none',
    ),
    requires(
      'printer-in-profile',
      'Your profile says you will print nothing with patient information, and here you print claims: change one of the two.',
      (answers, { profile }) => profile.flags.printer !== false || answers.text('paper') !== 'own',
    ),
  ],
  blockers: [
    stopsWhen(
      'old-form',
      'The form on hand is the 08/05 edition. Claims need the 02/12 edition.',
      (answers) => answers.text('form_version') === 'edition-08-05',
    ),
    stopsWhen(
      'sample-as-claim',
      'Paper claims would be printed on NUCC’s sample image, which must not be used to submit.',
      (answers) => answers.text('paper') === 'own' && answers.text('form_stock') === 'sample-pdf',
    ),
  ],
  redFlags: ['A course or kit that still teaches the “HCFA” form, or ships the 08/05 edition.'],
  needs: [],
  renewal: everyMonths('Yearly: a new manual comes out each July', 12, 'saved'),
  sources: ['seed-0', 'seed-1', 'nucc'],
  facts: [
    {
      text: 'NUCC, chaired by the AMA with CMS as its partner, keeps the form. The 02/12 edition has been in force since 1 April 2014 (OMB 0938-1197).',
      sources: ['nucc'],
    },
    {
      text: 'The manual is reissued each July. The newest one seen for this app was version 11.0 of July 2023, so look for a newer one.',
      sources: ['nucc'],
    },
    {
      text: 'A payer’s own instructions come before the manual.',
      sources: ['nucc'],
    },
    {
      text: 'The electronic equivalent is the 837P transaction (45 CFR 162.1102), in version 005010X222A1.',
      sources: ['asca'],
      status: 'unverified',
    },
    {
      text: 'Medicare requires electronic claims, with few waivers. One is for small providers, said to be those with fewer than 10 full-time staff.',
      sources: ['asca'],
      status: 'unverified',
    },
  ],
  example: ({ today }) => ({
    form_version: 'edition-02-12',
    manual_version: 'The version NUCC lists as current',
    saved: today,
    paper: 'service',
  }),
};

const needsUb04 = (answers: AnswerReader): boolean => answers.isYes('needed');

/** The UB-04, for facility clients only. */
export const ub04: Item = {
  id: 'ref-ub04',
  section: 'references',
  title: 'Get UB-04 access for facility clients',
  lead: 'Only if you will bill for hospitals or other facilities.',
  why: 'Facilities bill on the UB-04 (also called CMS-1450), not on the CMS-1500. Its codes and manual are sold under license.',
  doneWhen: 'You have licensed access to the current manual, or recorded that you do not need it.',
  level: 'optional',
  basis: ['contract'],
  fields: [
    yesNo('needed', 'Will you bill for a hospital or another facility?', { required: true }),
    yesNo('has_access', 'Do you have licensed access to the current manual?', {
      required: true,
      showWhen: needsUb04,
    }),
    text('licence', 'Whose license, and its number', {
      required: true,
      showWhen: (beside) => needsUb04(beside) && beside.isYes('has_access'),
    }),
    date('expires', 'License runs until', {
      required: true,
      showWhen: (beside) => needsUb04(beside) && beside.isYes('has_access'),
    }),
  ],
  completion: [
    requires(
      'agrees-with-profile',
      'Your profile says you will bill for facilities, and here you answered No: change one of the two.',
      (answers, { profile }) => profile.flags.facility_clients !== true || !answers.isNo('needed'),
    ),
  ],
  blockers: [
    stopsWhen(
      'no-access',
      'You plan to bill for a facility and have no licensed UB-04 manual.',
      (answers) => needsUb04(answers) && answers.isNo('has_access'),
    ),
    stopsWhen(
      'licence-ended',
      'You plan to bill for a facility, and your UB-04 manual license has run out.',
      (answers, { today }) =>
        needsUb04(answers) &&
        answers.isYes('has_access') &&
        answers.has('expires') &&
        answers.text('expires') < today,
    ),
  ],
  redFlags: ['A copied or shared manual: the codes belong to the American Hospital Association.'],
  needs: [],
  renewal: {
    text: 'Yearly, when the license ends',
    dueOn: (answers) => (needsUb04(answers) && answers.text('expires')) || null,
  },
  sources: ['nubc'],
  facts: [
    {
      text: 'The National Uniform Billing Committee and the American Hospital Association keep the UB-04. Its electronic equivalent is the 837I transaction.',
      sources: ['nubc'],
    },
    {
      text: 'Codes and manual are copyright of the American Hospital Association. This app contains none of them.',
      sources: ['nubc'],
    },
  ],
  setAside: (profile) =>
    profile.flags.facility_clients === false
      ? 'Your profile says you will not bill for hospitals or other facilities.'
      : null,
  example: ({ today }) => ({
    needed: true,
    has_access: true,
    licence: 'Sample Billing Services, single-user license 0042',
    expires: addMonths(today, 10),
  }),
};

import { type RuleStandard, required } from './types.ts';

/** 45 CFR 164.314 and 164.316. Everything in them is required. */
export const organizationalStandards: readonly RuleStandard[] = [
  {
    cite: '164.314(a)(1)',
    title: 'Business associate contracts or other arrangements',
    safeguards: 'organizational',
    source: '314',
    specifications: [
      required('164.314(a)(2)(i)', 'Business associate contracts', {
        control:
          'The agreement with each client has you follow the Security Rule, pass the same on to whoever works for you, and report incidents and breaches.',
        evidence: 'The signed agreement with each client',
        items: ['cli-baa'],
      }),
      required('164.314(a)(2)(ii)', 'Other arrangements', {
        control: 'Where the law allows another arrangement in place of the agreement, have that one.',
        evidence: 'The arrangement',
        items: ['cli-baa'],
        onlyIf: 'Only if a client uses another arrangement in place of an agreement. Ask the client.',
      }),
      required('164.314(a)(2)(iii)', 'Business associate contracts with subcontractors', {
        control: 'The agreement with each vendor that handles patient data for you promises the same.',
        evidence: 'The signed agreement with each vendor',
        items: ['clh-baa', 'sw-baa', 'sec-subs'],
      }),
    ],
  },
  {
    cite: '164.314(b)(1)',
    title: 'Requirements for group health plans',
    safeguards: 'organizational',
    source: '314',
    specifications: [
      required('164.314(b)(2)', 'Plan documents of group health plans', {
        control: 'Nothing to do for a biller.',
        evidence: 'None needed',
        items: [],
        onlyIf: 'Only for group health plans. A billing business is none.',
      }),
    ],
  },
  {
    cite: '164.316(a)',
    title: 'Policies and procedures',
    safeguards: 'documentation',
    source: '316',
    specifications: [
      required('164.316(a)', 'Policies and procedures', {
        control: 'Have written policies for all of this, of a size that fits one person.',
        evidence: 'The approved set',
        items: ['sec-policies'],
      }),
    ],
  },
  {
    cite: '164.316(b)(1)',
    title: 'Documentation',
    safeguards: 'documentation',
    source: '316',
    specifications: [
      required('164.316(b)(1)', 'Documentation', {
        control: 'Keep the policies in writing, and a record of what was done and decided.',
        evidence: 'The folder of policies and records',
        items: ['sec-policies'],
      }),
      required('164.316(b)(2)(i)', 'Time limit', {
        control: 'Keep them for six years.',
        evidence: 'The folder, with dates',
        items: ['sec-policies'],
      }),
      required('164.316(b)(2)(ii)', 'Availability', {
        control: 'Keep them where everyone who has to follow them can read them.',
        evidence: 'The note of where the folder is',
        items: ['sec-policies'],
      }),
      required('164.316(b)(2)(iii)', 'Updates', {
        control: 'Review them periodically, and change them when the business or its systems change.',
        evidence: 'The dates of review',
        items: ['sec-policies'],
      }),
    ],
  },
];

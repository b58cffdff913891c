import { addressable, type RuleStandard, required } from './types.ts';

const administrative = { safeguards: 'administrative', source: '308' } as const;

/** 45 CFR 164.308. */
export const administrativeStandards: readonly RuleStandard[] = [
  {
    cite: '164.308(a)(1)',
    title: 'Security management process',
    ...administrative,
    specifications: [
      required('164.308(a)(1)(ii)(A)', 'Risk analysis', {
        control: 'Write down what could go wrong with patient data, and how serious it is.',
        evidence: 'The dated risk analysis, for example the output of the SRA Tool',
        items: ['sec-risk'],
      }),
      required('164.308(a)(1)(ii)(B)', 'Risk management', {
        control: 'Plan for each open risk who does what, by when.',
        evidence: 'The list of risks with owners and dates',
        items: ['sec-risk'],
      }),
      required('164.308(a)(1)(ii)(C)', 'Sanction policy', {
        control: 'Write down what follows when somebody breaks the rules, yourself included.',
        evidence: 'The sanction rule among the policies',
        items: ['sec-policies', 'sec-training'],
      }),
      required('164.308(a)(1)(ii)(D)', 'Information system activity review', {
        control: 'Look through the logs of your systems once a month.',
        evidence: 'A monthly note of the look',
        items: ['sec-policies', 'sw-setup'],
      }),
    ],
  },
  {
    cite: '164.308(a)(2)',
    title: 'Assigned security responsibility',
    ...administrative,
    specifications: [
      required('164.308(a)(2)', 'Assigned security responsibility', {
        control: 'Name the security official. If you work alone, that is you.',
        evidence: 'One line of appointment',
        items: ['sec-risk'],
      }),
    ],
  },
  {
    cite: '164.308(a)(3)',
    title: 'Workforce security',
    ...administrative,
    specifications: [
      addressable('164.308(a)(3)(ii)(A)', 'Authorization and/or supervision', {
        control: 'Family and helpers reach no patient data unless you have decided that they may.',
        evidence: 'The access list',
        items: ['sec-access', 'sec-subs'],
      }),
      addressable('164.308(a)(3)(ii)(B)', 'Workforce clearance procedure', {
        control: 'Decide before anyone gets access whether they should have it.',
        evidence: 'The access list',
        items: ['sec-access', 'sec-subs'],
      }),
      addressable('164.308(a)(3)(ii)(C)', 'Termination procedures', {
        control: 'Remove access on the same day when somebody stops working with you.',
        evidence: 'The access list, with dates of removal',
        items: ['sec-access', 'sec-policies'],
      }),
    ],
  },
  {
    cite: '164.308(a)(4)',
    title: 'Information access management',
    ...administrative,
    specifications: [
      required('164.308(a)(4)(ii)(A)', 'Isolating health care clearinghouse functions', {
        control: 'Keep the work of a clearinghouse apart from any other business.',
        evidence: 'A note of how it is kept apart',
        items: ['sec-policies'],
        onlyIf:
          'Only if you are a clearinghouse yourself: one that converts claims between nonstandard and standard formats. Entering and reconciling data does not make you one.',
      }),
      addressable('164.308(a)(4)(ii)(B)', 'Access authorization', {
        control: 'For each client, have no more access than the work needs.',
        evidence: 'The list of access for each client',
        items: ['cli-connect', 'sec-access'],
      }),
      addressable('164.308(a)(4)(ii)(C)', 'Access establishment and modification', {
        control: 'Record when access is given, changed and taken away.',
        evidence: 'The list of access for each client',
        items: ['cli-connect', 'sec-access'],
      }),
    ],
  },
  {
    cite: '164.308(a)(5)',
    title: 'Security awareness and training',
    ...administrative,
    specifications: [
      addressable('164.308(a)(5)(ii)(A)', 'Security reminders', {
        control: 'Train yourself and every helper, and refresh it.',
        evidence: 'The training log or certificate',
        items: ['sec-training'],
      }),
      addressable('164.308(a)(5)(ii)(B)', 'Protection from malicious software', {
        control: 'Keep malware protection on and current, and install updates.',
        evidence: 'The check of this app, or a dated screenshot',
        items: ['sec-hygiene'],
        checks: ['malware-protection', 'os-updates', 'os-support', 'firewall'],
      }),
      addressable('164.308(a)(5)(ii)(C)', 'Log-in monitoring', {
        control: 'Look for sign-ins that were not yours.',
        evidence: 'The audit log is on, and a note of the look',
        items: ['sw-setup', 'sec-access'],
      }),
      addressable('164.308(a)(5)(ii)(D)', 'Password management', {
        control: 'Use a password manager, with a second step at sign-in.',
        evidence: 'The list of accounts and their second step',
        items: ['sec-access'],
      }),
    ],
  },
  {
    cite: '164.308(a)(6)',
    title: 'Security incident procedures',
    ...administrative,
    specifications: [
      required('164.308(a)(6)(ii)', 'Response and reporting', {
        control: 'Know whom to tell by when, act, and log every incident.',
        evidence: 'The incident plan and the incident log',
        items: ['sec-incident'],
      }),
    ],
  },
  {
    cite: '164.308(a)(7)',
    title: 'Contingency plan',
    ...administrative,
    specifications: [
      required('164.308(a)(7)(ii)(A)', 'Data backup plan', {
        control: 'Back up, so that an exact copy of patient data can be brought back.',
        evidence: 'The written plan and the test of a restore',
        items: ['sec-contingency', 'sw-setup'],
      }),
      required('164.308(a)(7)(ii)(B)', 'Disaster recovery plan', {
        control: 'Write down how lost data is brought back.',
        evidence: 'The written plan and the test of a restore',
        items: ['sec-contingency'],
      }),
      required('164.308(a)(7)(ii)(C)', 'Emergency mode operation plan', {
        control: 'Write down how work goes on, safely, in the meantime.',
        evidence: 'The written plan',
        items: ['sec-contingency'],
      }),
      addressable('164.308(a)(7)(ii)(D)', 'Testing and revision procedures', {
        control: 'Try the plan out, and correct it.',
        evidence: 'A note of the test',
        items: ['sec-contingency'],
      }),
      addressable('164.308(a)(7)(ii)(E)', 'Applications and data criticality analysis', {
        control: 'Rank your systems: which one has to come back first.',
        evidence: 'The ranking in the plan',
        items: ['sec-contingency'],
      }),
    ],
  },
  {
    cite: '164.308(a)(8)',
    title: 'Evaluation',
    ...administrative,
    specifications: [
      required('164.308(a)(8)', 'Evaluation', {
        control: 'Go through all of this again periodically. Once a year is the rhythm of this app.',
        evidence: 'The yearly review',
        items: ['sec-risk', 'sec-policies'],
      }),
    ],
  },
  {
    cite: '164.308(b)(1)',
    title: 'Business associate contracts and other arrangements',
    ...administrative,
    specifications: [
      required('164.308(b)(3)', 'Written contract or other arrangement', {
        control: 'Have a signed agreement with everyone who handles patient data for you.',
        evidence: 'The register of vendors, and the signed agreements',
        items: ['sec-subs', 'clh-baa', 'sw-baa'],
      }),
    ],
  },
];

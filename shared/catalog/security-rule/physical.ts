import { addressable, type RuleStandard, required } from './types.ts';

const physical = { safeguards: 'physical', source: '310' } as const;

/** 45 CFR 164.310. */
export const physicalStandards: readonly RuleStandard[] = [
  {
    cite: '164.310(a)(1)',
    title: 'Facility access controls',
    ...physical,
    specifications: [
      addressable('164.310(a)(2)(i)', 'Contingency operations', {
        control: 'Know how you get at your data and equipment when something has happened to the room.',
        evidence: 'A line in the contingency plan',
        items: ['sec-contingency', 'off-space'],
      }),
      addressable('164.310(a)(2)(ii)', 'Facility security plan', {
        control: 'Lock the room, or everything in it that holds patient data.',
        evidence: 'A photo of the lock, or a note',
        items: ['off-space'],
      }),
      addressable('164.310(a)(2)(iii)', 'Access control and validation procedures', {
        control: 'Have a rule for visitors.',
        evidence: 'The visitor rule, written down',
        items: ['off-space', 'sec-policies'],
      }),
      addressable('164.310(a)(2)(iv)', 'Maintenance records', {
        control: 'Log repairs of doors, locks and walls.',
        evidence: 'The repairs log',
        items: ['off-space', 'sec-policies'],
      }),
    ],
  },
  {
    cite: '164.310(b)',
    title: 'Workstation use',
    ...physical,
    specifications: [
      required('164.310(b)', 'Workstation use', {
        control: 'Write down what the business computer is used for, how, and where.',
        evidence: 'The policy',
        items: ['sec-policies', 'off-computer', 'off-space'],
      }),
    ],
  },
  {
    cite: '164.310(c)',
    title: 'Workstation security',
    ...physical,
    specifications: [
      required('164.310(c)', 'Workstation security', {
        control: 'Place the computer so that only you can get at it and see its screen.',
        evidence: 'A photo of the workplace',
        items: ['off-space'],
      }),
    ],
  },
  {
    cite: '164.310(d)(1)',
    title: 'Device and media controls',
    ...physical,
    specifications: [
      required('164.310(d)(2)(i)', 'Disposal', {
        control:
          'Shred paper and destroy or clear storage, printers included, before anything is thrown away.',
        evidence: 'A certificate, or a line in the log',
        items: ['com-print', 'sec-subs'],
      }),
      required('164.310(d)(2)(ii)', 'Media re-use', {
        control: 'Wipe a disk or stick before it is used for something else.',
        evidence: 'A certificate, or a line in the log',
        items: ['sec-subs', 'com-print'],
      }),
      addressable('164.310(d)(2)(iii)', 'Accountability', {
        control: 'Keep a log of devices and media: which there are, who has them, where they go.',
        evidence: 'The register of devices and media',
        items: ['sec-subs'],
      }),
      addressable('164.310(d)(2)(iv)', 'Data backup and storage', {
        control: 'Back up before equipment is moved.',
        evidence: 'The register of devices and media',
        items: ['sec-contingency', 'sec-subs'],
      }),
    ],
  },
];

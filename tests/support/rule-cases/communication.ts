import type { RuleCase } from '../rule-case.ts';

/** Phone, fax and printer: a change that makes each rule speak. */
export const communicationCases: readonly RuleCase[] = [
  { item: 'com-phone', rule: 'voicemail-has-pin', change: { voicemail_pin: false }, says: 'PIN' },
  { item: 'com-phone', rule: 'script-written', change: { script: false }, says: 'script' },
  { item: 'com-phone', rule: 'stored-without-baa', change: { baa: 'missing' }, says: 'not signed a BAA' },
  { item: 'com-phone', rule: 'others-can-play', change: { others_can_play: true }, says: 'Others at home' },
  { item: 'com-fax', rule: 'agrees-with-profile', change: { type: 'none' }, says: 'change one' },
  { item: 'com-fax', rule: 'cover-sheet-ready', change: { cover_sheet: false }, says: 'cover sheet' },
  {
    item: 'com-fax',
    rule: 'frequent-numbers-stored',
    change: { numbers_stored: false },
    says: 'fax numbers',
  },
  {
    item: 'com-fax',
    rule: 'frequent-numbers-stored',
    change: { type: 'machine', numbers_stored: false },
    says: 'fax numbers',
  },
  { item: 'com-fax', rule: 'online-fax-without-baa', change: { baa: 'missing' }, says: 'not signed a BAA' },
  {
    item: 'com-fax',
    rule: 'fax-to-personal-mail',
    change: { delivers_to: 'personal-email' },
    says: 'personal email',
  },
  { item: 'com-print', rule: 'shredder-fine-enough', change: { shredder: 'strip-cut' }, says: 'cross-cut' },
  { item: 'com-print', rule: 'shredder-fine-enough', change: { shredder: 'none' }, says: 'cross-cut' },
  {
    item: 'com-print',
    rule: 'printer-connection-secured',
    change: { wifi_secured: false },
    says: 'secured Wi-Fi',
  },
  {
    item: 'com-print',
    rule: 'paper-in-bin',
    change: { paper_disposal: 'household-bin' },
    says: 'household bin',
  },
  {
    item: 'com-print',
    rule: 'printer-unwiped',
    change: { disposal: 'as-it-is' },
    says: 'without clearing',
  },
];

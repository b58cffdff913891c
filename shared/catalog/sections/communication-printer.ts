import { addDays } from '../../domain/iso-date.ts';
import { choice, pastDate, text, yesNo } from '../field-builders.ts';
import { onEvent, requires, stopsWhen } from '../rule-builders.ts';
import type { Item, Template } from '../types.ts';

const templates: readonly Template[] = [
  {
    id: 'paper-rule',
    title: 'Rule for paper',
    lead: 'To sign, and to keep beside the shredder.',
    text: [
      'Paper with patient information never goes into the household bin or the recycling.',
      'It goes into the cross-cut shredder, or into the locked box until ⟨shredding service⟩ takes it.',
      'It is shredded so that it cannot be put together again. Blacking out lines is not enough.',
      '⟨your name⟩, ⟨date⟩',
    ].join('\n'),
    cautions: ['A shredding service handles patient papers, so it goes into your vendor register.'],
    sources: ['unsec', '310'],
  },
  {
    id: 'printer-rule',
    title: 'Rule for the printer',
    lead: 'For the day it is replaced, returned or thrown away.',
    text: [
      'Before ⟨make and model⟩ leaves this office, its storage is cleared as NIST SP 800-88 describes, or taken out and destroyed.',
      'Done on ⟨date⟩ by ⟨who⟩, how: ⟨method⟩.',
    ].join('\n'),
    cautions: ['Many printers keep images of pages. If the manual does not say, ask the maker.'],
    sources: ['310', 'unsec'],
  },
];

/** `com-print`: the printer, what it remembers, and where the paper ends. */
export const printer: Item = {
  id: 'com-print',
  section: 'communication',
  title: 'Set up a printer and a cross-cut shredder',
  lead: 'Know whether the printer remembers what it prints, and where the paper ends.',
  why: 'Many printers keep an image of every page. Paper in the household bin and a printer given away unwiped are two quiet ways to lose patient information.',
  doneWhen:
    'A test page is printed, you know whether the printer stores pages, a cross-cut shredder or a shredding service is in place, and there is a rule for paper and for the printer itself.',
  level: 'required',
  basis: ['prudence', 'law'],
  fields: [
    text('model', 'Make and model', { required: true }),
    pastDate('tested', 'Test page printed on', { required: true }),
    yesNo('has_storage', 'Does it have a drive or memory that keeps pages?', {
      hint: 'Look in the manual. If it does not say, ask the maker.',
      required: true,
    }),
    yesNo('wifi_secured', 'Is its connection secured?', {
      hint: 'Yes if it is on a cable, or on Wi-Fi with WPA2 or WPA3.',
      required: true,
    }),
    choice(
      'shredder',
      'How is paper destroyed?',
      {
        'cross-cut': 'Cross-cut shredder, or finer',
        service: 'Shredding service',
        'strip-cut': 'Strip-cut shredder',
        none: 'No shredder',
      },
      { hint: 'A service handles patient papers, so it goes into your vendor register.', required: true },
    ),
    choice(
      'paper_disposal',
      'Where does paper with patient information end?',
      {
        shredded: 'In the shredder, here',
        'locked-for-service': 'In a locked box until the service comes',
        'household-bin': 'In the household bin or recycling',
      },
      { required: true },
    ),
    choice(
      'disposal',
      'When the printer goes, what happens to what it stored?',
      {
        cleared: 'Cleared, with a note of when and how',
        destroyed: 'Storage taken out and destroyed',
        'as-it-is': 'Nothing; it goes as it is',
      },
      { required: true, showWhen: (beside) => beside.isYes('has_storage') },
    ),
  ],
  completion: [
    requires(
      'shredder-fine-enough',
      'Get a cross-cut shredder or a shredding service: strips can be put together again.',
      (answers) => answers.text('shredder') !== 'strip-cut' && answers.text('shredder') !== 'none',
    ),
    requires(
      'printer-connection-secured',
      'Put the printer on a cable or on secured Wi-Fi.',
      (answers) => !answers.isNo('wifi_secured'),
    ),
  ],
  blockers: [
    stopsWhen(
      'paper-in-bin',
      'Paper with patient information goes into the household bin or recycling.',
      (answers) => answers.text('paper_disposal') === 'household-bin',
    ),
    stopsWhen(
      'printer-unwiped',
      'The printer stores pages and would be discarded without clearing them.',
      (answers) => answers.isYes('has_storage') && answers.text('disposal') === 'as-it-is',
    ),
  ],
  redFlags: ['A leased or second-hand printer whose storage nobody can account for.'],
  needs: [],
  renewal: onEvent('When a printer is replaced, returned or thrown away'),
  sources: ['seed-0', '310', 'unsec'],
  facts: [
    {
      text: 'Many printers and copiers keep images of pages. Storage has to be cleared or destroyed before the device leaves.',
      sources: ['310'],
    },
    {
      text: 'Paper counts as secured once it is shredded so that it cannot be put together again. Blacking out lines does not count.',
      sources: ['unsec'],
    },
    {
      text: 'For drives and other media, the federal guide NIST SP 800-88 is the yardstick for clearing.',
      sources: ['unsec'],
    },
  ],
  setAside: (profile) =>
    profile.flags.printer === false
      ? 'Your profile says you will print nothing with patient information on it.'
      : null,
  templates,
  gate: 'if-applicable',
  example: ({ today }) => ({
    model: 'Example LaserDesk 200',
    tested: addDays(today, -12),
    has_storage: true,
    wifi_secured: true,
    shredder: 'cross-cut',
    paper_disposal: 'shredded',
    disposal: 'cleared',
  }),
};

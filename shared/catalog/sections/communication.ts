import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays } from '../../domain/iso-date.ts';
import { choice, pastDate, text, yesNo } from '../field-builders.ts';
import { everyMonths, onEvent, requires, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';

const BAA_ANSWERS = { signed: 'Signed', missing: 'Not signed' } as const;

const phone: Item = {
  id: 'com-phone',
  section: 'communication',
  title: 'Set up a work line with private voicemail',
  lead: 'A number of its own, a PIN on the voicemail, and a message you can read out.',
  why: 'Offices, payers and patients will leave messages about bills. Who can hear them, and who stores them, is your responsibility.',
  doneWhen:
    'The number answers, its type is known, voicemail has a PIN, the message script is written, and any provider that stores audio or transcripts has signed a business associate agreement (BAA).',
  level: 'required',
  basis: ['prudence', 'law'],
  fields: [
    text('number', 'Work number', { maxLength: 40, required: true }),
    choice(
      'type',
      'What kind of line is it?',
      {
        landline: 'Traditional landline',
        voip: 'Internet phone (VoIP)',
        mobile: 'Mobile phone',
        app: 'Phone app',
      },
      { required: true },
    ),
    pastDate('tested', 'Test call and test message made on', { required: true }),
    yesNo('voicemail_pin', 'Does voicemail ask for a PIN?', { required: true }),
    yesNo('others_can_play', 'Can anyone else at home hear or play the messages?', { required: true }),
    yesNo('stores_audio', 'Does the provider keep voicemail, recordings or transcripts?', {
      hint: 'Look in its terms or ask. A message box on its servers counts.',
      required: true,
    }),
    choice('baa', 'Business associate agreement with the provider', BAA_ANSWERS, {
      required: true,
      showWhen: (beside) => beside.isYes('stores_audio'),
    }),
    yesNo('script', 'Is your message script written down?', {
      hint: 'What you say when a patient’s voicemail answers: name, number, please call back.',
      required: true,
    }),
  ],
  completion: [
    requires('voicemail-has-pin', 'Put a PIN on the voicemail.', (answers) => !answers.isNo('voicemail_pin')),
    requires('script-written', 'Write the message script down.', (answers) => !answers.isNo('script')),
  ],
  blockers: [
    stopsWhen(
      'stored-without-baa',
      'The phone provider keeps messages, recordings or transcripts, and has not signed a BAA.',
      (answers) => answers.isYes('stores_audio') && answers.text('baa') === 'missing',
    ),
    stopsWhen('others-can-play', 'Others at home can hear or play the work line’s messages.', (answers) =>
      answers.isYes('others_can_play'),
    ),
  ],
  redFlags: ['Voicemail-to-text or call recording switched on by default by a provider that signs no BAA.'],
  needs: [],
  renewal: everyMonths('Yearly', 12, 'tested'),
  sources: ['seed-0', 'seed-1', 'audio', 'vm'],
  facts: [
    {
      text: 'The Security Rule does not reach calls on a traditional landline. It does reach internet phones, apps, mobile data and stored recordings.',
      sources: ['audio'],
    },
    {
      text: 'A provider that keeps audio, voicemail or transcripts does more than pass calls through, so it needs a BAA.',
      sources: ['audio'],
    },
    {
      text: 'You may leave a message for a patient. Keep it to your name, the number and a request to call back.',
      sources: ['vm'],
    },
    {
      text: 'A script that fits: “This is ⟨your name⟩ calling for ⟨person⟩. Please call ⟨number⟩.” Take care where a client’s name gives the specialty away.',
      sources: ['vm'],
    },
    {
      text: 'Before you talk about a balance, make sure who is on the line.',
      sources: ['audio'],
      status: 'unverified',
    },
    {
      text: 'A biller whose accounts were not in default when taken on is outside the federal definition of a debt collector. State license law differs. Do not call it collections if it is not.',
      sources: ['fdcpa'],
    },
  ],
  gate: 'if-applicable',
  example: ({ today }) => ({
    number: '(201) 555-0142',
    type: 'voip',
    tested: addDays(today, -12),
    voicemail_pin: true,
    others_can_play: false,
    stores_audio: true,
    baa: 'signed',
    script: true,
  }),
};

const sendsFax = (answers: AnswerReader): boolean =>
  answers.text('type') === 'machine' || answers.text('type') === 'e-fax';
const usesOnlineFax = (answers: AnswerReader): boolean => answers.text('type') === 'e-fax';

const fax: Item = {
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
    yesNo('cover_sheet', 'Is your cover sheet ready?', { required: true, showWhen: sendsFax }),
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
      text: 'A good cover sheet carries: to and from, both numbers, date, pages, “confidential, may contain protected health information”, and what to do if it went astray (call, do not copy, destroy). Nothing about a patient on the cover.',
      sources: ['fax'],
      status: 'unverified',
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
  gate: 'if-applicable',
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

const printer: Item = {
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

/** Phone, fax and printer. */
export const communication: readonly Item[] = [phone, fax, printer];

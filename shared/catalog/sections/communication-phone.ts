import { addDays } from '../../domain/iso-date.ts';
import { serviceBaaAnswers } from '../derived/partners.ts';
import { choice, pastDate, text, yesNo } from '../field-builders.ts';
import { everyMonths, requires, stopsWhen } from '../rule-builders.ts';
import type { Item, Template } from '../types.ts';
import { BAA_ANSWERS } from './communication-baa.ts';

const templates: readonly Template[] = [
  {
    id: 'voicemail-for-patient',
    title: 'Message left on a patient’s voicemail',
    lead: 'Your name, the number, please call back. Nothing else.',
    text: 'This is ⟨your name⟩ calling for ⟨person⟩. Please call ⟨number⟩.',
    cautions: [
      'Take care where the client’s name gives the specialty away. That is why it is not in this message.',
      'No balance, no date of a visit, no reason for the call: you do not know who listens.',
    ],
    sources: ['vm'],
  },
  {
    id: 'own-greeting',
    title: 'Greeting on your own voicemail',
    lead: 'What callers hear when you cannot answer.',
    text: 'You have reached ⟨your business⟩. Please leave your name and your number, and I will call you back. Please leave no details of health or insurance in the message.',
    cautions: [
      'Name no client and no patient in the greeting.',
      'What callers leave is stored. If the phone provider keeps it for you, it needs a BAA.',
    ],
    sources: ['audio'],
    status: 'unverified',
  },
  {
    id: 'identity-check',
    title: 'Before you talk about a balance',
    lead: 'Make sure who is on the line first.',
    text: [
      'May I speak with ⟨person⟩?',
      'Before I go on, I need to make sure who is on the line. Please tell me ⟨a detail you can compare⟩.',
      'If it agrees: Thank you. I am calling about an open balance.',
      'If it does not: Then I cannot go on by phone. Please call ⟨number⟩.',
    ].join('\n'),
    cautions: [
      'Ask, and let the other person say it. Do not read it out to them.',
      'Write nothing you hear about a patient into this app.',
    ],
    sources: ['audio'],
    status: 'unverified',
  },
  {
    id: 'unpaid-bill',
    title: 'Call about an unpaid bill',
    lead: 'Only once you know who is on the line.',
    text: 'I look after the billing for ⟨client⟩. There is an open balance of ⟨amount⟩. May I go through it with you?',
    cautions: [
      'Never call it collections if it is not.',
      'Only accounts that were not in default when you took them on are outside the federal definition of a debt collector.',
      'State license law differs. Ask your state before you call patients about bills.',
    ],
    sources: ['fdcpa'],
  },
];

/** `com-phone`: the work line, its voicemail, and what is said on it. */
export const phone: Item = {
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
      hint: 'What you say when a patient’s voicemail answers: name, number, please call back. A text to start from is below.',
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
      text: 'Before you talk about a balance, make sure who is on the line.',
      sources: ['audio'],
      status: 'unverified',
    },
    {
      text: 'A biller whose accounts were not in default when taken on is outside the federal definition of a debt collector. State license law differs. Do not call it collections if it is not.',
      sources: ['fdcpa'],
    },
  ],
  templates,
  gate: 'if-applicable',
  derived: { desk: 'partners', fields: [], answers: serviceBaaAnswers('phone') },
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

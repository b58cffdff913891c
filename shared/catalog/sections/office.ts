import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, formatDate } from '../../domain/iso-date.ts';
import { computerAnswers } from '../derived/connection.ts';
import { choice, date, evidence, integer, pastDate, text, yesNo } from '../field-builders.ts';
import { earliestDate, everyMonths, onEvent, requires, stopsWhen } from '../rule-builders.ts';
import type { Blocker, Item } from '../types.ts';

const sharedWithoutControl: Blocker = {
  id: 'shared-without-control',
  kind: 'stop',
  find: (answers) => {
    if (!answers.isYes('shared')) return [];
    const gaps = [
      answers.text('lock') === 'none' ? 'nothing locks' : '',
      answers.isNo('screen_private') ? 'the screen can be seen' : '',
      answers.isNo('calls_private') ? 'calls can be overheard' : '',
    ].filter((gap) => gap !== '');
    return gaps.length === 0 ? [] : [`The workspace is shared with others, and ${gaps.join(', ')}.`];
  },
};

const space: Item = {
  id: 'off-space',
  section: 'office',
  title: 'Set up a private, lockable workspace',
  lead: 'Choose the room, lock the door or a cabinet, turn the screen away, and test what can be heard.',
  why: 'You need quiet to work, and HIPAA asks that nobody else sees or hears patient information where you work.',
  doneWhen:
    'The room is chosen, a door or cabinet locks, the screen is out of sight, calls are not overheard, and a photo shows it.',
  level: 'required',
  basis: ['prudence', 'law'],
  fields: [
    text('location', 'Which room', { required: true }),
    choice(
      'lock',
      'What locks',
      { door: 'The door', cabinet: 'A cabinet', both: 'Both', none: 'Nothing yet' },
      { required: true },
    ),
    yesNo('screen_private', 'Is the screen out of others’ sight?', { required: true }),
    yesNo('calls_private', 'Can you make calls without being overheard?', { required: true }),
    yesNo('shared', 'Does anyone else use this space?', { required: true }),
    text('shared_with', 'Who', {
      required: true,
      showWhen: (beside) => beside.isYes('shared'),
    }),
    evidence('photo', 'Photo of the workspace', {
      hint: 'Clear the desk and the screen first: no patient information in the picture.',
      required: true,
    }),
  ],
  completion: [
    requires(
      'something-locks',
      'Lock the door, or get a cabinet that locks.',
      (answers) => answers.text('lock') !== 'none',
    ),
    requires(
      'screen-out-of-sight',
      'Turn the screen so that others cannot see it.',
      (answers) => !answers.isNo('screen_private'),
    ),
    requires(
      'calls-not-overheard',
      'Find a way to make calls without being overheard.',
      (answers) => !answers.isNo('calls_private'),
    ),
  ],
  blockers: [sharedWithoutControl],
  redFlags: [
    'The kitchen table, or a room guests sleep in.',
    'Papers left out at the end of the day because “only family” comes in.',
  ],
  needs: [],
  renewal: onEvent('When you move or change rooms'),
  sources: ['seed-1', '310'],
  facts: [
    {
      text: 'The Security Rule requires rules for how a workstation is used and physical safeguards around it (45 CFR 164.310(b) and (c)).',
      sources: ['310'],
    },
    {
      text: 'A locked room, a rule for visitors and a log of repairs are “addressable” (164.310(a)(2)): do them, or write down why not and what you do instead.',
      sources: ['310'],
    },
  ],
  gate: 'must-stand',
  example: ({ today }) => ({
    location: 'Back bedroom, second floor',
    lock: 'both',
    screen_private: true,
    calls_private: true,
    shared: false,
    photo: [{ name: `Desk and door, taken ${formatDate(addDays(today, -15))}`, location: 'Security folder' }],
  }),
};

// The last day each was supported. Source `mslife`, which was seen through secondary pages only.
const WINDOWS_10_END = '2025-10-14';
const WINDOWS_11_24H2_HOME_PRO_END = '2026-10-13';

const isWindows10 = (beside: AnswerReader): boolean => beside.text('os') === 'windows-10';
const isWindows11 = (beside: AnswerReader): boolean => beside.text('os') === 'windows-11';

const computer: Item = {
  id: 'off-computer',
  section: 'office',
  title: 'Use a business-only, supported computer',
  lead: 'Record the computer, its system and the day its support ends. Keep it for this work alone.',
  why: 'A system without security updates cannot protect patient information, and a computer shared with family cannot keep it private.',
  doneWhen:
    'Make and serial number, system version and end of support are recorded, and you work in an account of your own.',
  level: 'required',
  basis: ['prudence', 'law'],
  fields: [
    text('make', 'Make and model', { required: true }),
    text('serial', 'Serial number', { required: true }),
    choice(
      'os',
      'Operating system',
      {
        'windows-11': 'Windows 11',
        'windows-10': 'Windows 10',
        macos: 'macOS',
        linux: 'Linux',
        other: 'Another system',
      },
      { required: true },
    ),
    choice(
      'edition',
      'Edition',
      { 'home-pro': 'Home or Pro', 'enterprise-education': 'Enterprise or Education' },
      { required: true, showWhen: isWindows11 },
    ),
    yesNo('esu', 'Are Extended Security Updates (ESU) in force?', {
      required: true,
      showWhen: isWindows10,
    }),
    text('build', 'Version or build', { hint: 'For example: 25H2, or macOS 26.1.', required: true }),
    date('support_end', 'Vendor support ends on', {
      hint: 'From the vendor’s support pages. With ESU, the day that ends.',
      required: true,
    }),
    yesNo('business_only', 'Is this computer used for business only?', { required: true }),
    yesNo('shared_user', 'Does anyone else sign in to the account you work in?', { required: true }),
  ],
  completion: [
    requires(
      'business-only',
      'Keep this computer for the business only.',
      (answers) => !answers.isNo('business_only'),
    ),
  ],
  blockers: [
    stopsWhen(
      'support-ended',
      'The vendor no longer supports this system: its end of support has passed.',
      (answers, { today }) => answers.has('support_end') && answers.text('support_end') < today,
    ),
    stopsWhen(
      'windows-10-without-esu',
      `Windows 10 has had no security updates since ${formatDate(WINDOWS_10_END)} without ESU.`,
      (answers, { today }) => isWindows10(answers) && answers.isNo('esu') && today > WINDOWS_10_END,
    ),
    stopsWhen(
      'windows-11-24h2-ended',
      `Windows 11 24H2 Home and Pro have had no support since ${formatDate(WINDOWS_11_24H2_HOME_PRO_END)}: update to a newer version.`,
      (answers, { today }) =>
        isWindows11(answers) &&
        answers.text('edition') === 'home-pro' &&
        /24\s*H2/i.test(answers.text('build')) &&
        today > WINDOWS_11_24H2_HOME_PRO_END,
    ),
    stopsWhen('account-shared', 'Someone else signs in to the account you work in.', (answers) =>
      answers.isYes('shared_user'),
    ),
  ],
  redFlags: [
    'A cheap used computer that cannot run a supported system.',
    'Children’s games, or a family member’s email, on the work computer.',
  ],
  needs: [],
  renewal: {
    text: 'Every year, and before support ends',
    dueOn: (answers, completedOn) =>
      earliestDate([completedOn === null ? '' : addMonths(completedOn, 12), answers.text('support_end')]),
  },
  sources: ['seed-0', 'seed-1', 'mslife'],
  facts: [
    { text: 'Windows 10 went out of support on 14 October 2025, except with ESU.', sources: ['mslife'] },
    {
      text: 'Windows 11 version 24H2, Home and Pro, went out of support on 13 October 2026.',
      sources: ['mslife'],
    },
    {
      text: 'The Security Rule requires an identity of your own on the systems you use (45 CFR 164.312(a)(2)(i)).',
      sources: ['312'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'connection', fields: [], answers: computerAnswers },
  example: ({ today }) => ({
    make: 'Fairmont 14 laptop',
    serial: 'FM14-00823',
    os: 'windows-11',
    edition: 'home-pro',
    build: '25H2',
    support_end: addMonths(today, 11),
    business_only: true,
    shared_user: false,
  }),
};

const hasFallback = (beside: AnswerReader): boolean =>
  beside.text('fallback') === 'hotspot' || beside.text('fallback') === 'second-isp';

const internet: Item = {
  id: 'off-internet',
  section: 'office',
  title: 'Secure reliable internet and a fallback',
  lead: 'Measure your line, then pull the plug and see whether the fallback carries your work.',
  why: 'Claims, remittances and payer portals all run over this line. A day without it is a day of deadlines missed.',
  doneWhen: 'Your provider and a measured speed are recorded, and the fallback has been tested.',
  level: 'required',
  basis: ['prudence'],
  fields: [
    choice(
      'main_line',
      'Your main line',
      {
        own: 'My own contract',
        'public-wifi': 'Public Wi-Fi',
        'neighbour-wifi': 'A neighbor’s Wi-Fi',
      },
      { required: true },
    ),
    text('isp', 'Internet provider', { required: true }),
    integer('down_mbps', 'Download speed', [0, 100_000], { unit: 'Mbps', required: true }),
    integer('up_mbps', 'Upload speed', [0, 100_000], { unit: 'Mbps', required: true }),
    pastDate('test_date', 'Measured on', { required: true }),
    choice(
      'fallback',
      'Fallback',
      { hotspot: 'Phone hotspot', 'second-isp': 'A second provider', none: 'None' },
      { required: true },
    ),
    pastDate('fallback_tested', 'Fallback tested on', { required: true, showWhen: hasFallback }),
  ],
  completion: [
    requires(
      'fallback-chosen',
      'Set up a fallback for the day the line fails.',
      (answers) => answers.text('fallback') !== 'none',
    ),
  ],
  blockers: [
    stopsWhen(
      'public-main-line',
      'Public Wi-Fi is your main line. Get a line of your own.',
      (answers) => answers.text('main_line') === 'public-wifi',
    ),
    stopsWhen(
      'neighbour-main-line',
      'A neighbor’s Wi-Fi is your main line. Get a line of your own.',
      (answers) => answers.text('main_line') === 'neighbour-wifi',
    ),
  ],
  redFlags: ['Working with patient information from a café, a library or a hotel.'],
  needs: [],
  renewal: everyMonths('Every year', 12, 'test_date'),
  sources: ['seed-0'],
  example: ({ today }) => ({
    main_line: 'own',
    isp: 'Valley Fiber',
    down_mbps: 300,
    up_mbps: 40,
    test_date: addDays(today, -11),
    fallback: 'hotspot',
    fallback_tested: addDays(today, -11),
  }),
};

/** Section C: a private room, a computer of its own, a line you can rely on. */
export const office: readonly Item[] = [space, computer, internet];

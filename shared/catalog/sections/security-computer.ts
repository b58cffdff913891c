import { addDays } from '../../domain/iso-date.ts';
import { accessAnswers, encryptAnswers, hygieneAnswers } from '../derived/connection.ts';
import { choice, evidence, integer, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { everyMonths, onEvent, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { nameOf } from './named-rows.ts';

// Looked at by the user. `unknown` is an honest answer and never counts as a pass.
const UNKNOWN = 'Unknown: I could not tell';

export const secEncrypt: Item = {
  id: 'sec-encrypt',
  section: 'security',
  title: 'Encrypt the disk and the backups',
  lead: 'Look whether the whole disk and every backup are encrypted, and keep the recovery key elsewhere.',
  why: 'A computer can be stolen. If its disk is properly encrypted and the key is safe, the loss is not a reportable breach of unsecured patient data. If it is not encrypted, it may well be one.',
  doneWhen:
    'You have seen that the disk is encrypted and saved a screenshot, backups are encrypted, and the recovery key is kept away from the computer.',
  level: 'required',
  basis: ['prudence'],
  basisNote:
    'The law makes encryption addressable: do it, or document an equivalent. This app asks for it in every case.',
  fields: [
    choice(
      'disk',
      'Whole-disk encryption',
      {
        pass: 'On: I saw that the whole disk is encrypted',
        fail: 'Off, or only part of the disk',
        unknown: UNKNOWN,
      },
      { required: true },
    ),
    text('method', 'How you looked', {
      hint: 'For example: the FileVault page of System Settings, or the command you ran.',
      required: true,
    }),
    pastDate('checked', 'Looked on', { required: true }),
    text('by', 'Who looked', { hint: 'Printed on the report beside what you say you saw.' }),
    evidence('file', 'Screenshot or printout', { required: true }),
    text('key_location', 'Where the recovery key is kept', {
      hint: 'The place only. Never write the key itself here.',
      required: true,
    }),
    yesNo('key_elsewhere', 'Is that place away from this computer?', { required: true }),
    yesNo('backup_encrypted', 'Are all backups encrypted?', { required: true }),
  ],
  completion: [
    requires(
      'disk-seen',
      'You could not tell whether the disk is encrypted. This stays open until you have seen that it is.',
      (answers) => answers.text('disk') !== 'unknown',
    ),
    requires(
      'key-elsewhere',
      'Move the recovery key away from this computer.',
      (answers) => !answers.isNo('key_elsewhere'),
    ),
    requires('backups-encrypted', 'Encrypt the backups too.', (answers) => !answers.isNo('backup_encrypted')),
  ],
  blockers: [
    stopsWhen(
      'disk-unencrypted',
      'The disk of the business computer is not encrypted.',
      (answers) => answers.text('disk') === 'fail',
    ),
  ],
  redFlags: [
    'On Windows, protection that is suspended or waiting for activation is not on.',
    'On a Mac, hardware encryption alone does not count: FileVault has to be on.',
  ],
  needs: ['off-computer'],
  renewal: onEvent('At each check of the computer, and when its disk is replaced'),
  sources: ['312', 'unsec'],
  facts: [
    {
      text: 'Patient data counts as secured when it is encrypted in line with the federal standard NIST SP 800-111 and the key has not been compromised. The loss of secured data is not a breach of unsecured data.',
      sources: ['unsec'],
    },
    {
      text: 'Encryption of stored data is addressable, 45 CFR 164.312(a)(2)(iv): do it, or document why not and do something equivalent.',
      sources: ['312'],
    },
    {
      text: 'A change to the Security Rule that would require encryption was proposed on 6 January 2025. It was not final in the newest sources seen, of June 2026; check where it stands.',
      sources: ['nprm'],
      status: 'unverified',
    },
    {
      text: 'Mac: the command “fdesetup status” answers “FileVault is On.” or “FileVault is Off.” It needs no administrator.',
      sources: ['os-commands'],
    },
    {
      text: "Windows, without an administrator: in PowerShell, “(New-Object -ComObject Shell.Application).NameSpace('C:\\').Self.ExtendedProperty('System.Volume.BitLockerProtection')” answers 1 for on and 2 for off. Take any other answer as unknown.",
      sources: ['os-commands'],
      status: 'unverified',
    },
    {
      text: 'Windows: “manage-bde -status C:” and “Get-BitLockerVolume” refuse a standard user, so a refusal tells you nothing. Look as above or with an administrator account, or record “unknown”.',
      sources: ['os-commands'],
    },
    {
      text: 'Linux: “lsblk -o NAME,TYPE,MOUNTPOINTS” shows a part of type “crypt” above the system, home and swap. Some kinds of encryption do not show there.',
      sources: ['os-commands'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'connection', fields: [], answers: encryptAnswers },
  example: ({ today }) => ({
    disk: 'pass',
    method: 'Ran “fdesetup status”; it answered “FileVault is On.”',
    checked: addDays(today, -6),
    file: [{ name: 'Screenshot of the FileVault page', location: 'HIPAA folder, security checks' }],
    key_location: 'Sealed envelope in the bank deposit box',
    key_elsewhere: true,
    backup_encrypted: true,
  }),
};

export const secHygiene: Item = {
  id: 'sec-hygiene',
  section: 'security',
  title: 'Check firewall, updates, malware protection',
  lead: 'Once a month, look at the three ordinary protections of the business computer.',
  why: 'A protection can be switched off, and an update can fail, without your noticing. Three short looks a month keep the computer fit for patient data.',
  doneWhen: 'All three were seen working, with the date, how you looked, and a screenshot.',
  level: 'required',
  basis: ['prudence', 'law'],
  basisNote: 'Protection from malware is addressable under the Security Rule. This app asks for all three.',
  fields: [
    choice(
      'firewall',
      'Firewall',
      {
        pass: 'On: I saw it switched on',
        fail: 'Off',
        unknown: UNKNOWN,
      },
      { required: true },
    ),
    choice(
      'updates',
      'System updates',
      {
        pass: 'Up to date: I saw that nothing is waiting',
        fail: 'Updates are waiting or switched off',
        unknown: UNKNOWN,
      },
      { required: true },
    ),
    choice(
      'malware',
      'Malware protection',
      {
        pass: 'On and current: I saw it',
        fail: 'Off, missing or out of date',
        unknown: UNKNOWN,
      },
      { required: true },
    ),
    text('method', 'How you looked', {
      hint: 'For example: the security and update pages of the system settings.',
      required: true,
    }),
    pastDate('checked', 'Looked on', { required: true }),
    text('by', 'Who looked', { hint: 'Printed on the report beside what you say you saw.' }),
    evidence('file', 'Screenshots or printouts', { required: true }),
  ],
  completion: [
    requires(
      'firewall-seen',
      'Firewall: you could not tell. This stays open until you have seen that it is on.',
      (answers) => answers.text('firewall') !== 'unknown',
    ),
    requires(
      'updates-seen',
      'Updates: you could not tell. This stays open until you have seen that none is waiting.',
      (answers) => answers.text('updates') !== 'unknown',
    ),
    requires(
      'malware-seen',
      'Malware protection: you could not tell. This stays open until you have seen that it is on.',
      (answers) => answers.text('malware') !== 'unknown',
    ),
  ],
  blockers: [
    stopsWhen(
      'firewall-off',
      'The firewall of the business computer is off.',
      (answers) => answers.text('firewall') === 'fail',
    ),
    stopsWhen(
      'updates-missing',
      'The business computer is missing updates.',
      (answers) => answers.text('updates') === 'fail',
    ),
    stopsWhen(
      'malware-off',
      'Malware protection on the business computer is off, missing or out of date.',
      (answers) => answers.text('malware') === 'fail',
    ),
  ],
  redFlags: [],
  needs: ['off-computer'],
  renewal: everyMonths('Monthly', 1, 'checked'),
  sources: ['308'],
  facts: [
    {
      text: 'Protection from malicious software is part of 45 CFR 164.308(a)(5) and addressable: do it, or document why not and do something equivalent.',
      sources: ['308'],
    },
    {
      text: 'Windows: in PowerShell, “Get-NetFirewallProfile” lists three profiles; all three should be enabled. A firewall of another maker may stand in for them.',
      sources: ['os-commands'],
    },
    {
      text: 'Mac: “socketfilterfw --getglobalstate”, in /usr/libexec/ApplicationFirewall, tells the firewall; “spctl --status” should say “assessments enabled”; “softwareupdate -l” lists what is waiting.',
      sources: ['os-commands'],
    },
    {
      text: 'Linux: “firewall-cmd --state” should say “running”. That the ufw service is active proves nothing by itself.',
      sources: ['os-commands'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'connection', fields: [], answers: hygieneAnswers },
  example: ({ today }) => ({
    firewall: 'pass',
    updates: 'pass',
    malware: 'pass',
    method: 'Looked at the security and update pages of the system settings',
    checked: addDays(today, -6),
    file: [{ name: 'Three screenshots of the settings', location: 'HIPAA folder, security checks' }],
  }),
};

export const secAccess: Item = {
  id: 'sec-access',
  section: 'security',
  title: 'Lock down sign-in and screen lock',
  lead: 'One user account for you alone, a screen that locks itself, and a second step on every account.',
  why: 'The Security Rule asks that each person signs in as themselves and proves it. With a second step at sign-in, called multi-factor or MFA, a stolen password alone opens nothing.',
  doneWhen:
    'Nobody shares your user account, the screen locks within 15 minutes, and each account is listed with its second step.',
  level: 'required',
  basis: ['law'],
  basisNote:
    'Automatic logoff is addressable under the Security Rule. The 15 minutes are a rule of this app.',
  fields: [
    yesNo('own_account', 'Is your user account on the computer yours alone?', { required: true }),
    yesNo('screen_lock', 'Does the screen lock by itself and ask for the password?', { required: true }),
    integer('lock_minutes', 'Minutes until it locks', [1, 1440], {
      showWhen: (answers) => answers.isYes('screen_lock'),
      unit: 'minutes',
      required: true,
    }),
    rows(
      'mfa',
      'Accounts and their second step',
      'account',
      [
        choice(
          'kind',
          'Kind of account',
          {
            email: 'Email',
            clearinghouse: 'Clearinghouse',
            software: 'Billing software',
            portal: 'Payer or client portal',
            storage: 'Backup or file storage',
            'password-manager': 'Password manager',
            other: 'Other',
          },
          { required: true },
        ),
        text('account', 'Account', { hint: 'Its name only. Never a password.', required: true }),
        yesNo('enabled', 'Is a second step switched on?', { required: true }),
        text('instead', 'What protects it instead', {
          hint: 'For example: not offered; long password, used nowhere else.',
          showWhen: (row) => row.isNo('enabled') && row.text('kind') !== 'email',
          required: true,
        }),
      ],
      { hint: 'Every account that can reach patient data, and your email.', required: true },
    ),
    yesNo('manager', 'Do you use a password manager?', { required: true }),
    text('passwords', 'How you keep passwords long and all different', {
      showWhen: (answers) => answers.isNo('manager'),
      required: true,
    }),
    text('method', 'How you looked', { hint: 'For example: the lock-screen page of the system settings.' }),
    pastDate('checked', 'Looked on', { required: true }),
    text('by', 'Who looked', { hint: 'Printed on the report beside what you say you saw.' }),
    evidence('file', 'Screenshots or printouts'),
  ],
  completion: [
    requires(
      'locks-within-15-minutes',
      'The screen takes longer than 15 minutes to lock. Set it to 15 or less.',
      (answers) => !answers.isYes('screen_lock') || (answers.number('lock_minutes') ?? 0) <= 15,
    ),
    requires('email-listed', 'List the email account of your business.', (answers) => {
      const accounts = answers.rows('mfa');
      return accounts.length === 0 || accounts.some((row) => row.text('kind') === 'email');
    }),
  ],
  blockers: [
    stopsWhen('shared-account', 'The user account on the business computer is shared.', (answers) =>
      answers.isNo('own_account'),
    ),
    stopsWhen('no-lock', 'The screen of the business computer does not lock by itself.', (answers) =>
      answers.isNo('screen_lock'),
    ),
    stopsOnRow('email-without-mfa', 'mfa', (row) =>
      row.text('kind') === 'email' && row.isNo('enabled')
        ? `${nameOf(row, 'account', 'Email')}: this email account has no second step at sign-in.`
        : null,
    ),
  ],
  redFlags: ['Anyone, a client included, who asks you to use their sign-in “just for now”.'],
  needs: ['off-computer'],
  renewal: everyMonths('Quarterly', 3, 'checked'),
  sources: ['312'],
  facts: [
    {
      text: 'A user ID of their own for each person, and a way in for emergencies, are required, 45 CFR 164.312(a)(2)(i) and (ii). A sealed recovery key serves for the second.',
      sources: ['312'],
    },
    {
      text: 'Proving who signs in is required, 164.312(d). Automatic logoff is addressable, 164.312(a)(2)(iii).',
      sources: ['312'],
    },
    {
      text: 'A change to the Security Rule that would require a second step at sign-in was proposed on 6 January 2025. It was not final in the newest sources seen, of June 2026; check where it stands.',
      sources: ['nprm'],
      status: 'unverified',
    },
    {
      text: 'The time until the screen locks can differ on battery and when plugged in. Look at both and record the longer one.',
      sources: ['os-commands'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'connection', fields: [], answers: accessAnswers },
  example: ({ today }) => ({
    own_account: true,
    screen_lock: true,
    lock_minutes: 5,
    mfa: [
      { rowId: 'r1', kind: 'email', account: 'Business email', enabled: true },
      { rowId: 'r2', kind: 'clearinghouse', account: 'Clearwater Claims Exchange', enabled: true },
      { rowId: 'r3', kind: 'software', account: 'Billing software', enabled: true },
      {
        rowId: 'r4',
        kind: 'portal',
        account: 'Portal of a small payer',
        enabled: false,
        instead: 'Not offered by the payer; long password from the password manager, used nowhere else',
      },
    ],
    manager: true,
    checked: addDays(today, -6),
  }),
};

import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays } from '../../domain/iso-date.ts';
import { cloudBaaAnswers } from '../derived/partners.ts';
import { withVettingDesk } from '../derived/vetting.ts';
import { choice, evidence, pastDate, rows, text, yesNo } from '../field-builders.ts';
import { isSameName } from '../name-match.ts';
import { everyMonths, onEvent, requires, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { chosenProducts, isInCloud, swNeed, swSelect } from './software-choice.ts';
import { isUnsigned, keepsData, reportsTooLate, vendorBaaFields } from './vendor-baa.ts';

const vendorName = (row: AnswerReader): string => row.text('vendor') || 'A vendor';

const swBaa: Item = {
  id: 'sw-baa',
  section: 'software',
  title: 'Sign a BAA with each cloud vendor',
  lead: 'Any vendor that stores patient data for you needs one, even if it holds only encrypted copies.',
  why:
    'A business associate agreement (BAA) is the written promise that lets you hand protected health information ' +
    '(PHI) to a vendor. Without it you may not hand anything over.',
  doneWhen:
    'You hold a signed copy for your billing software and every other cloud vendor that stores patient data.',
  level: 'required',
  basis: ['law'],
  basisNote: 'Does not apply to software on your own computer to which the vendor has no access.',
  fields: [
    rows(
      'agreements',
      'Agreements',
      'vendor',
      [text('vendor', 'Vendor', { required: true }), ...vendorBaaFields],
      { required: true },
    ),
  ],
  completion: [
    {
      id: 'covers-the-choice',
      find: (answers, context) =>
        chosenProducts(context)
          .filter(isInCloud)
          .filter(
            (product) =>
              !answers
                .rows('agreements')
                .some((row) =>
                  [product.text('vendor'), product.text('product')].some((name) =>
                    isSameName(name, row.text('vendor')),
                  ),
                ),
          )
          .map((product) => `${product.text('vendor') || 'The chosen product'}: no agreement recorded yet.`),
    },
  ],
  blockers: [
    stopsOnRow('not-signed', 'agreements', (row) =>
      isUnsigned(row) ? `${vendorName(row)}: no business associate agreement signed by both sides.` : null,
    ),
    stopsOnRow('keeps-data', 'agreements', (row) =>
      keepsData(row) ? `${vendorName(row)}: neither returns nor destroys the data when you part.` : null,
    ),
    stopsOnRow('reports-too-late', 'agreements', (row) =>
      reportsTooLate(row)
        ? `${vendorName(row)}: has more than 60 days to report a breach; the law allows 60 at most.`
        : null,
    ),
  ],
  redFlags: [
    '“We cannot read your data, so we need no agreement.” Encryption without the key does not change that.',
    'A vendor that wants your data first and will sign later.',
  ],
  needs: ['sw-select'],
  renewal: onEvent('With the contract'),
  sources: ['cloud', '502e', '410'],
  setAside: (profile) =>
    profile.flags.cloud_software === false
      ? 'You said that no billing software or storage will be in the cloud.'
      : null,
  gate: 'if-applicable',
  derived: { desk: 'partners', fields: ['agreements'], answers: cloudBaaAnswers },
  facts: [
    {
      text: 'Storing encrypted patient data without holding the key still makes a cloud vendor a business associate.',
      sources: ['cloud'],
    },
    {
      text: 'The legal limit for reporting a breach is 60 calendar days from discovery. Agreements usually set a much shorter time.',
      sources: ['410'],
    },
  ],
  example: ({ today }) => ({
    agreements: [
      {
        rowId: 'r1',
        vendor: 'LedgerLeaf Software, Inc.',
        both_signed: true,
        signed: addDays(today, -20),
        version: 'Business associate agreement, January edition',
        incident_days: 3,
        return_destroy: true,
        file: [{ name: 'LedgerLeaf BAA, both signatures', location: 'Contracts folder, green tab' }],
      },
    ],
  }),
};

const swSetup: Item = {
  id: 'sw-setup',
  section: 'software',
  title: 'Set the software up safely',
  lead: 'Own login, second factor, roles, audit log, backup, current code sets: switch each on and save the screen.',
  why:
    'The law asks for these safeguards, and software does not switch all of them on for you. A backup that was ' +
    'never restored is only a hope.',
  doneWhen: 'The setting screens are saved, a restore was tested, and the code-set versions are noted.',
  level: 'required',
  basis: ['law'],
  basisNote:
    'Automatic logoff and encryption of stored data are “addressable”: do them, or write down why not and do an equivalent.',
  fields: [
    yesNo('own_logins', 'Does every person have a login of their own?', { required: true }),
    yesNo('mfa', 'Is multi-factor sign-in (MFA) on?', { required: true }),
    yesNo('roles', 'Are roles set, so that each person sees only what they need?', { required: true }),
    yesNo('audit_log', 'Is the audit log on?', { required: true }),
    choice(
      'backup',
      'Who keeps the backup',
      { vendor: 'The vendor', own: 'I do', both: 'Both', none: 'There is none' },
      { required: true },
    ),
    pastDate('restore_test', 'Restore tested on', {
      required: true,
      showWhen: (beside) => beside.text('backup') !== 'none',
    }),
    yesNo('restore_worked', 'Did the restore work?', {
      required: true,
      showWhen: (beside) => beside.text('backup') !== 'none',
    }),
    text('icd_version', 'ICD-10-CM version', { required: true, hint: 'As the version screen shows it.' }),
    text('cpt_version', 'CPT version', { required: true }),
    text('hcpcs_version', 'HCPCS Level II version', { required: true }),
    pastDate('versions_checked', 'Versions checked on', { required: true }),
    evidence('file', 'Saved screens', { required: true }),
  ],
  completion: [
    requires(
      'mfa-on',
      'Multi-factor sign-in is off in the billing software.',
      (answers) => !answers.isNo('mfa'),
    ),
    requires('roles-set', 'Roles are not set in the billing software.', (answers) => !answers.isNo('roles')),
  ],
  blockers: [
    stopsWhen('shared-login', 'A login to the billing software is shared.', (answers) =>
      answers.isNo('own_logins'),
    ),
    stopsWhen('audit-log-off', 'The billing software’s audit log is off.', (answers) =>
      answers.isNo('audit_log'),
    ),
    stopsWhen('no-backup', 'The billing data has no backup.', (answers) => answers.text('backup') === 'none'),
    stopsWhen(
      'restore-failed',
      'The backup of the billing data could not be restored.',
      (answers) => answers.text('backup') !== 'none' && answers.isNo('restore_worked'),
    ),
  ],
  redFlags: [
    'One login for everyone, “because it is only us”.',
    'A vendor who backs up but has never shown a restore.',
    'Code sets from last year.',
  ],
  needs: ['sw-select'],
  renewal: everyMonths('Quarterly, with the code sets', 3, 'versions_checked'),
  sources: ['312', 'icd', 'cpt', 'hcpcs', 'ncci', 'nprm'],
  facts: [
    {
      text: 'Required by the Security Rule: a user ID for each person, proof of who signs in, and a record of activity in the system. It also asks for a backup plan.',
      sources: ['312', '308'],
    },
    {
      text: 'ICD-10-CM changes on 1 October, with a smaller update on 1 April.',
      sources: ['icd'],
    },
    {
      text: 'CPT changes on 1 January, with other releases in between.',
      sources: ['cpt'],
    },
    {
      text: 'HCPCS Level II changes every quarter: January, April, July, October.',
      sources: ['hcpcs'],
    },
    {
      text: 'The NCCI edits change every quarter. Ask whether the scrubber follows.',
      sources: ['ncci'],
      status: 'unverified',
    },
    {
      text: 'A proposed change to the Security Rule would require MFA and encryption. It was not final in the newest sources read (June 2026), so this app asks for both now.',
      sources: ['nprm'],
      status: 'secondary',
    },
  ],
  example: ({ today }) => ({
    own_logins: true,
    mfa: true,
    roles: true,
    audit_log: true,
    backup: 'both',
    restore_test: addDays(today, -10),
    restore_worked: true,
    icd_version: 'Current year’s edition, as on the version screen',
    cpt_version: 'Current year’s edition, as on the version screen',
    hcpcs_version: 'This quarter’s release, as on the version screen',
    versions_checked: addDays(today, -9),
    file: [
      { name: 'Six screens: logins, MFA, roles, log, backup, versions', location: 'Software folder, tab 2' },
    ],
  }),
};

/** Billing software: what clients require, the choice, its agreement and its safe set-up. */
export const software: readonly Item[] = [swNeed, swSelect, swBaa, swSetup].map(withVettingDesk);

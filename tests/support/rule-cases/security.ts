import type { RuleCase } from '../rule-case.ts';
import { aProfile } from '../test-profile.ts';

const A_FILE = [{ name: 'Certificate', location: 'Binder' }];

const aPerson = {
  rowId: 'x1',
  person: 'Lee Sample',
  role: 'helper',
  trained: true,
  course: 'Our own policies',
  date: '2026-11-01',
  file: A_FILE,
} as const;

const aVendor = {
  rowId: 'x1',
  vendor: 'Clearwater Claims Exchange',
  service: 'Clearinghouse',
  phi: true,
  baa: 'signed',
  signed: '2026-10-01',
} as const;

const aPortal = {
  rowId: 'x1',
  portal: 'Clearwater',
  url: 'https://portal.clearwater.example.com',
  tls: 'tls-1-3',
  certificate: 'valid',
  cert_expiry: '2027-06-01',
  date: '2026-11-10',
} as const;

const aContact = {
  rowId: 'x1',
  client: 'Riverbend Family Practice',
  contact: 'Morgan Field, 555-0142',
  deadline_known: true,
  contract_days: 5,
} as const;

const anEmail = { rowId: 'x1', kind: 'email', account: 'Business email', enabled: true } as const;

const aHighRisk = {
  rowId: 'x1',
  risk: 'No second backup copy',
  level: 'high',
  action: 'Add a second copy',
  owner: 'Jordan A. Hale',
  due: '2026-12-20',
} as const;

const aContractWith = (client: string) => ({ contracts: [{ rowId: 'x1', client }] });
const anAgreementWith = (client: string, days: number) => ({
  agreements: [{ rowId: 'x1', client, incident_days: days }],
});

/** Every completion rule and blocker of the security items, each made to speak. */
export const securityCases: readonly RuleCase[] = [
  {
    item: 'sec-risk',
    rule: 'high-risk-without-plan',
    change: { high_open: 2, risk_plan: [aHighRisk] },
    says: 'More high risks',
  },
  { item: 'sec-risk', rule: 'high-risk-without-plan', change: { high_open: 1, risk_plan: null } },
  {
    item: 'sec-risk',
    rule: 'high-risk-without-plan',
    change: { high_open: 1, risk_plan: [{ ...aHighRisk, level: 'medium' }] },
  },
  {
    item: 'sec-risk',
    rule: 'high-risk-without-plan',
    change: { high_open: 1, risk_plan: [{ ...aHighRisk, owner: '' }] },
  },
  {
    item: 'sec-risk',
    rule: 'high-risk-without-plan',
    change: { high_open: 1, risk_plan: [{ rowId: 'x1', risk: 'No backup', level: 'high', owner: 'Dana' }] },
  },

  {
    item: 'sec-policies',
    rule: 'every-topic',
    change: { topics: ['risk-management', 'security-official'] },
    says: 'Agreements with vendors',
  },
  {
    item: 'sec-policies',
    rule: 'review-after-approval',
    change: { approved: '2026-10-01', review: '2026-10-01' },
    says: 'not later than the approval',
  },

  {
    item: 'sec-training',
    rule: 'own-training',
    change: { trainings: [aPerson] },
    says: 'Your own training',
  },
  {
    item: 'sec-training',
    rule: 'helper-training',
    change: { trainings: [{ ...aPerson, person: 'Jordan A. Hale', role: 'self' }] },
    says: 'someone helps you',
  },
  { item: 'sec-training', rule: 'sanction-rule', change: { sanction_rule: false }, says: 'Write down' },
  {
    item: 'sec-training',
    rule: 'untrained',
    change: { trainings: [{ rowId: 'x1', person: 'Lee Sample', role: 'helper', trained: false }] },
    says: 'Lee Sample: not trained yet',
  },

  { item: 'sec-encrypt', rule: 'disk-seen', change: { disk: 'unknown' }, says: 'could not tell' },
  { item: 'sec-encrypt', rule: 'key-elsewhere', change: { key_elsewhere: false }, says: 'recovery key' },
  { item: 'sec-encrypt', rule: 'backups-encrypted', change: { backup_encrypted: false }, says: 'backups' },
  { item: 'sec-encrypt', rule: 'disk-unencrypted', change: { disk: 'fail' }, says: 'not encrypted' },

  { item: 'sec-hygiene', rule: 'firewall-seen', change: { firewall: 'unknown' }, says: 'Firewall' },
  { item: 'sec-hygiene', rule: 'updates-seen', change: { updates: 'unknown' }, says: 'Updates' },
  { item: 'sec-hygiene', rule: 'malware-seen', change: { malware: 'unknown' }, says: 'Malware' },
  { item: 'sec-hygiene', rule: 'firewall-off', change: { firewall: 'fail' }, says: 'firewall' },
  { item: 'sec-hygiene', rule: 'updates-missing', change: { updates: 'fail' }, says: 'updates' },
  { item: 'sec-hygiene', rule: 'malware-off', change: { malware: 'fail' }, says: 'Malware' },

  { item: 'sec-access', rule: 'locks-within-15-minutes', change: { lock_minutes: 16 }, says: '15 minutes' },
  {
    item: 'sec-access',
    rule: 'email-listed',
    change: { mfa: [{ ...anEmail, kind: 'portal' }] },
    says: 'email account',
  },
  { item: 'sec-access', rule: 'shared-account', change: { own_account: false }, says: 'shared' },
  { item: 'sec-access', rule: 'no-lock', change: { screen_lock: false }, says: 'does not lock' },
  {
    item: 'sec-access',
    rule: 'email-without-mfa',
    change: { mfa: [{ ...anEmail, enabled: false }] },
    says: 'Business email',
  },

  { item: 'sec-network', rule: 'wifi-seen', change: { wifi: 'unknown' }, says: 'could not tell' },
  { item: 'sec-network', rule: 'wifi-current', change: { wifi: 'wpa' }, says: 'older WPA' },
  {
    item: 'sec-network',
    rule: 'router-password',
    change: { router_password_changed: false },
    says: 'factory password',
  },
  { item: 'sec-network', rule: 'vpn-set-up', change: { vpn: 'not-set-up' }, says: 'VPN' },
  {
    item: 'sec-network',
    rule: 'portal-checked',
    change: { portals: [{ rowId: 'x1', portal: 'Clearwater' }] },
    says: 'Clearwater: not checked yet',
  },
  {
    item: 'sec-network',
    rule: 'portal-checked',
    change: { portals: [{ rowId: 'x1', portal: 'Clearwater', check: 'unknown', tls: 'tls-1-3' }] },
    says: 'Clearwater: the check could not tell',
  },
  {
    item: 'sec-network',
    rule: 'portal-check-failed',
    change: {
      portals: [{ ...aPortal, certificate: 'invalid', check: 'fail', found: 'The certificate expired.' }],
    },
    says: 'Clearwater: The certificate expired.',
  },
  {
    item: 'sec-network',
    rule: 'portal-encryption-seen',
    change: { portals: [{ ...aPortal, tls: 'unknown' }] },
    says: 'Clearwater',
  },
  {
    item: 'sec-network',
    rule: 'portal-certificate-seen',
    change: { portals: [{ ...aPortal, certificate: 'unknown' }] },
    says: 'Clearwater',
  },
  { item: 'sec-network', rule: 'wifi-unsafe', change: { wifi: 'open' }, says: 'open or uses WEP' },
  { item: 'sec-network', rule: 'wifi-unsafe', change: { wifi: 'wep' }, says: 'open or uses WEP' },
  {
    item: 'sec-network',
    rule: 'portal-encryption-old',
    change: { portals: [{ ...aPortal, tls: 'tls-1-1-or-older' }] },
    says: 'TLS 1.1 or older',
  },
  {
    item: 'sec-network',
    rule: 'portal-certificate-invalid',
    change: { portals: [{ ...aPortal, certificate: 'invalid' }] },
    says: 'not valid',
  },
  {
    item: 'sec-network',
    rule: 'portal-certificate-expired',
    change: { portals: [aPortal, { ...aPortal, rowId: 'x2', portal: 'Old', cert_expiry: '2026-11-21' }] },
    says: 'Old: the recorded certificate has expired',
  },

  {
    item: 'sec-transfer',
    rule: 'service-agreement',
    change: {
      routes: [
        { rowId: 'x1', client: 'Riverbend', route: 'encrypted-mail', vendor: 'Lockstep', baa: 'missing' },
      ],
    },
    says: 'Lockstep: no signed agreement',
  },
  {
    item: 'sec-transfer',
    rule: 'service-agreement',
    change: {
      routes: [
        { rowId: 'x1', client: 'Riverbend', route: 'business-cloud', vendor: 'Shelf', baa: 'missing' },
      ],
    },
    says: 'Shelf',
  },
  {
    item: 'sec-transfer',
    rule: 'service-agreement',
    change: {
      routes: [{ rowId: 'x1', client: 'Riverbend', route: 'e-fax', vendor: 'Faxline', baa: 'missing' }],
    },
    says: 'Faxline',
  },
  ...['fax', 'e-fax'].map(
    (route): RuleCase => ({
      item: 'sec-transfer',
      rule: 'agrees-with-profile',
      change: {
        routes: [{ rowId: 'x1', client: 'Riverbend', route, vendor: 'Faxline', baa: 'signed' }],
      },
      profile: { flags: { ...aProfile().flags, fax: false } },
      says: 'you will not fax',
    }),
  ),
  {
    item: 'sec-transfer',
    rule: 'every-client',
    change: {},
    others: { 'cli-contract': aContractWith('Meadow Pediatrics') },
    says: 'Meadow Pediatrics: no route',
  },
  {
    item: 'sec-transfer',
    rule: 'unsafe-mail',
    change: { routes: [{ rowId: 'x1', client: 'Riverbend', route: 'plain-mail' }] },
    says: 'Riverbend',
  },
  {
    item: 'sec-transfer',
    rule: 'personal-cloud',
    change: { routes: [{ rowId: 'x1', client: 'Riverbend', route: 'personal-cloud' }] },
    says: 'Riverbend',
  },

  {
    item: 'sec-contingency',
    rule: 'three-plans',
    change: { plans: ['backup', 'disaster-recovery', 'testing'] },
    says: 'all three',
  },
  { item: 'sec-contingency', rule: 'no-backup', change: { frequency: 'none' }, says: 'no backup' },
  {
    item: 'sec-contingency',
    rule: 'restore-failed',
    change: { restore_worked: false },
    says: 'did not work',
  },

  {
    item: 'sec-incident',
    rule: 'shortest-deadline',
    change: { clients: [aContact], shortest_days: 10 },
    says: '10 days, but the shortest deadline on record is 5 days',
  },
  {
    item: 'sec-incident',
    rule: 'shortest-deadline',
    change: { clients: [{ ...aContact, contract_days: 1 }], shortest_days: 5 },
    says: '1 day.',
  },
  {
    item: 'sec-incident',
    rule: 'shortest-deadline',
    change: { clients: [{ ...aContact, contract_days: 0 }], shortest_days: 1 },
    says: 'the same day',
  },
  {
    item: 'sec-incident',
    rule: 'shortest-deadline',
    change: { clients: [aContact], shortest_days: 5 },
    others: { 'cli-baa': anAgreementWith('Riverbend Family Practice', 3) },
    says: 'is 3 days',
  },
  {
    item: 'sec-incident',
    rule: 'every-client',
    change: {},
    others: { 'cli-baa': anAgreementWith('Meadow Pediatrics', 30) },
    says: 'Meadow Pediatrics: no incident contact',
  },
  {
    item: 'sec-incident',
    rule: 'deadline-unknown',
    change: { clients: [{ ...aContact, deadline_known: false }] },
    says: 'Riverbend Family Practice: the deadline',
  },

  {
    item: 'sec-subs',
    rule: 'signed-or-no-data',
    change: { vendors: [{ ...aVendor, baa: 'not-applicable' }] },
    says: 'record a signed agreement',
  },
  {
    item: 'sec-subs',
    rule: 'one-touches-data',
    change: { vendors: [{ ...aVendor, phi: false, baa: 'not-applicable' }] },
    says: 'at least your clearinghouse',
  },
  {
    item: 'sec-subs',
    rule: 'agreement-missing',
    change: { vendors: [{ ...aVendor, baa: 'missing' }] },
    says: 'without a signed agreement',
  },
  {
    item: 'sec-subs',
    rule: 'agreement-ended',
    change: { vendors: [{ ...aVendor, expires: '2026-11-21' }] },
    says: 'the agreement has ended',
  },
];

import type { AnswerReader } from '../../domain/answer-reader.ts';
import { addDays, addMonths, type IsoDate } from '../../domain/iso-date.ts';
import { PORTAL_RECHECK_DAYS } from '../../domain/portal-check.ts';
import { networkAnswers } from '../derived/connection.ts';
import { knownCell } from '../derived/known-cell.ts';
import { routeAgreement } from '../derived/partners.ts';
import { choice, date, evidence, pastDate, rows, text, url, yesNo } from '../field-builders.ts';
import { earliestDate, onEvent, requires, requiresEachRow, stopsOnRow, stopsWhen } from '../rule-builders.ts';
import type { Item } from '../types.ts';
import { nameOf, requiresEachClientOf } from './named-rows.ts';

export const secNetwork: Item = {
  id: 'sec-network',
  section: 'security',
  title: 'Secure your network connection',
  lead: 'Look at your Wi-Fi, your router, and each portal you will send claims or patient data through.',
  why: 'Patient data leaves your house over this connection. A guarded router and a portal that encrypts properly keep others from reading along. This is what older guides mean by “network settings”.',
  doneWhen:
    'The Wi-Fi type is seen to be WPA2, WPA3 or a cable, the router password is changed and its software current, and each portal’s encryption and certificate are recorded.',
  level: 'required',
  basis: ['prudence', 'law'],
  basisNote:
    'Encryption in transit is addressable under the Security Rule. This app asks for it in every case.',
  fields: [
    choice(
      'wifi',
      'How the business computer is connected',
      {
        wired: 'By cable',
        wpa3: 'Wi-Fi with WPA3',
        wpa2: 'Wi-Fi with WPA2',
        wpa: 'Wi-Fi with the older WPA',
        wep: 'Wi-Fi with WEP',
        open: 'Open Wi-Fi, no password',
        unknown: 'Unknown: I could not tell',
      },
      { required: true },
    ),
    text('method', 'How you looked', {
      hint: 'For example: the page of the router, or the Wi-Fi details of the system.',
      required: true,
    }),
    pastDate('checked', 'Looked on', { required: true }),
    text('by', 'Who looked', { hint: 'Printed on the report beside what you say you saw.' }),
    yesNo('router_password_changed', 'Has the router’s factory password been changed?', {
      hint: 'The password of the router’s own settings page, not the Wi-Fi password.',
      required: true,
    }),
    pastDate('router_updated', 'Router software last brought up to date on', {
      hint: 'Or the day you saw that no newer version is offered.',
      required: true,
    }),
    choice(
      'vpn',
      'VPN (a private tunnel to a client’s network)',
      {
        'not-required': 'No client asks for one',
        'set-up': 'A client asks for one, and it works',
        'not-set-up': 'A client asks for one, and it is not set up yet',
      },
      { required: true },
    ),
    rows(
      'portals',
      'Portals you will use',
      'portal',
      [
        text('portal', 'Portal', { hint: 'Clearinghouse, payer, client, billing software.', required: true }),
        url('url', 'Address', { required: true }),
        choice('check', 'Check by the app', {
          pass: 'Passed',
          fail: 'Failed',
          unknown: 'Could not tell',
          'not-applicable': 'Does not apply',
        }),
        text('found', 'What it found', { maxLength: 1_000 }),
        choice('tls', 'Encryption of the connection (TLS)', {
          'tls-1-3': 'TLS 1.3',
          'tls-1-2': 'TLS 1.2',
          'tls-1-1-or-older': 'TLS 1.1 or older',
          unknown: 'Unknown: I could not tell',
        }),
        choice('certificate', 'Certificate', {
          valid: 'Valid',
          invalid: 'Not valid',
          unknown: 'Unknown: I could not tell',
        }),
        date('cert_expiry', 'Certificate expires on', {
          hint: 'Click the sign beside the address, then the certificate.',
        }),
        pastDate('date', 'Looked on'),
        text('method', 'How you looked'),
        text('by', 'Who looked'),
        evidence('file', 'Screenshot or printout'),
      ],
      { required: true },
    ),
    evidence('file', 'Screenshots or printouts', { required: true }),
  ],
  completion: [
    requires(
      'wifi-seen',
      'You could not tell how the Wi-Fi is protected. This stays open until you have seen it.',
      (answers) => answers.text('wifi') !== 'unknown',
    ),
    requires(
      'wifi-current',
      'The older WPA is not enough. Set the router to WPA2 or WPA3, or use a cable.',
      (answers) => answers.text('wifi') !== 'wpa',
    ),
    requires(
      'router-password',
      'Change the factory password of the router.',
      (answers) => !answers.isNo('router_password_changed'),
    ),
    requires(
      'vpn-set-up',
      'A client asks for a VPN. Set it up with the client.',
      (answers) => answers.text('vpn') !== 'not-set-up',
    ),
    requiresEachRow('portal-checked', 'portals', (row) => {
      if (row.text('check') === 'pass' || row.text('check') === 'fail') return null;
      if (['tls', 'certificate', 'cert_expiry', 'date'].every((cell) => row.has(cell))) return null;
      return row.text('check') === ''
        ? `${portalName(row)}: not checked yet. Check it on the page “Secure connection”.`
        : `${portalName(row)}: the check could not tell. Check again, or say what you saw yourself.`;
    }),
    requiresEachRow('portal-encryption-seen', 'portals', (row) =>
      row.text('tls') === 'unknown'
        ? `${portalName(row)}: you could not tell how the connection is encrypted. This stays open.`
        : null,
    ),
    requiresEachRow('portal-certificate-seen', 'portals', (row) =>
      row.text('certificate') === 'unknown'
        ? `${portalName(row)}: you could not tell whether the certificate is valid. This stays open.`
        : null,
    ),
  ],
  blockers: [
    stopsWhen(
      'wifi-unsafe',
      'The Wi-Fi is open or uses WEP, which does not protect it. Do not use it for patient data.',
      (answers) => answers.text('wifi') === 'open' || answers.text('wifi') === 'wep',
    ),
    stopsOnRow('portal-check-failed', 'portals', (row) =>
      row.text('check') === 'fail' ? `${portalName(row)}: ${row.text('found')}` : null,
    ),
    stopsOnRow('portal-encryption-old', 'portals', (row) =>
      row.text('tls') === 'tls-1-1-or-older' && row.text('check') !== 'fail'
        ? `${portalName(row)}: the connection uses TLS 1.1 or older.`
        : null,
    ),
    stopsOnRow('portal-certificate-invalid', 'portals', (row) =>
      row.text('certificate') === 'invalid' && row.text('check') !== 'fail'
        ? `${portalName(row)}: the certificate is not valid.`
        : null,
    ),
    stopsOnRow('portal-certificate-expired', 'portals', (row, { today }) =>
      row.has('cert_expiry') && row.text('cert_expiry') < today && row.text('check') !== 'fail'
        ? `${portalName(row)}: the recorded certificate has expired. Look at the portal again.`
        : null,
    ),
  ],
  redFlags: [
    'A portal that tells you to click past a browser warning.',
    'A VPN sign on the screen does not prove that your traffic goes through the tunnel.',
  ],
  needs: ['off-internet'],
  renewal: {
    text: 'Quarterly, and when the first certificate expires',
    dueOn: (answers) => {
      const checked = answers.text('checked');
      return earliestDate([
        ...portalDates(answers).map(({ dueOn }) => dueOn),
        ...(checked === '' ? [] : [addMonths(checked, 3)]),
      ]);
    },
    entries: (answers) => {
      const checked = answers.text('checked');
      return [
        ...(checked === '' ? [] : [{ dueOn: addMonths(checked, 3), text: 'Look at Wi-Fi and router again' }]),
        ...portalDates(answers),
      ];
    },
  },
  sources: ['seed-1', '312', '52r2'],
  facts: [
    {
      text: 'Guarding data in transit is the purpose of 45 CFR 164.312(e). Its two measures, integrity and encryption, are addressable.',
      sources: ['312'],
    },
    {
      text: 'The federal standards institute (NIST) requires federal systems to support TLS 1.2 and asked them to plan for TLS 1.3 by 1 January 2024. This app takes 1.2 and 1.3 as good, and anything older as a failure.',
      sources: ['52r2'],
    },
    {
      text: 'Antivirus programs and company networks sometimes put their own certificate in place of the portal’s. If the issuer looks odd, record “unknown” and look from another network.',
      sources: ['os-commands'],
    },
    {
      text: 'Windows: “netsh wlan show interfaces” names the Wi-Fi type. Since Windows 11 24H2 it answers only if location services are allowed.',
      sources: ['os-commands'],
    },
    {
      text: 'Mac: “system_profiler SPAirPortDataType” names the Wi-Fi security. Linux: “nmcli -f ACTIVE,SSID,SECURITY dev wifi list”; an empty last column means open.',
      sources: ['os-commands'],
    },
    {
      text: 'Older guides say that the doctor shares “network settings”. Today you get a login of your own with a second step, and sometimes a VPN.',
      sources: ['seed-1', '312'],
    },
  ],
  gate: 'must-stand',
  derived: { desk: 'connection', fields: ['portals'], answers: networkAnswers },
  example: ({ today }) => ({
    wifi: 'wpa3',
    method: 'Read on the wireless page of the router',
    checked: addDays(today, -6),
    router_password_changed: true,
    router_updated: addDays(today, -6),
    vpn: 'not-required',
    portals: [
      {
        rowId: 'r1',
        portal: 'Clearwater Claims Exchange',
        url: 'https://portal.clearwater.example.com',
        tls: 'tls-1-3',
        certificate: 'valid',
        cert_expiry: addDays(today, 210),
        date: addDays(today, -6),
      },
      {
        rowId: 'r2',
        portal: 'Riverbend Family Practice, chart system',
        url: 'https://riverbend.example.com',
        tls: 'tls-1-2',
        certificate: 'valid',
        cert_expiry: addDays(today, 75),
        date: addDays(today, -5),
      },
    ],
    file: [
      { name: 'Router page and certificate details, screenshots', location: 'HIPAA folder, security checks' },
    ],
  }),
};

function portalName(row: AnswerReader): string {
  return nameOf(row, 'portal', 'One portal');
}

/** When each portal has to be looked at again, and when its certificate ends. */
function portalDates(answers: AnswerReader): readonly { readonly dueOn: IsoDate; readonly text: string }[] {
  return answers.rows('portals').flatMap((row) => {
    const [looked, expires] = [row.text('date'), row.text('cert_expiry')];
    return [
      ...(looked === ''
        ? []
        : [{ dueOn: addDays(looked, PORTAL_RECHECK_DAYS), text: `${portalName(row)}: check again` }]),
      ...(expires === '' ? [] : [{ dueOn: expires, text: `${portalName(row)}: certificate expires` }]),
    ];
  });
}

// A vendor of yours keeps what travels by these routes.
const ROUTES_THROUGH_A_VENDOR: readonly string[] = ['encrypted-mail', 'business-cloud', 'e-fax'];

const goesThroughVendor = (row: AnswerReader): boolean => ROUTES_THROUGH_A_VENDOR.includes(row.text('route'));

export const secTransfer: Item = {
  id: 'sec-transfer',
  section: 'security',
  title: 'Decide how patient data travels',
  lead: 'For each client, choose a safe way for documents to reach you and to go back.',
  why: 'What travels can be read or lost on the way. Agreeing on one safe route per client keeps charge sheets and remittances out of personal email, where nobody has promised to protect them.',
  doneWhen:
    'Each client has a route, and each mail, cloud or e-fax service of yours has signed an agreement.',
  level: 'required',
  basis: ['law'],
  basisNote:
    'Encryption in transit is addressable under the Security Rule. This app asks for it in every case.',
  fields: [
    rows(
      'routes',
      'Routes',
      'route',
      [
        text('client', 'Client', { required: true }),
        choice(
          'route',
          'How patient data travels',
          {
            portal: 'A portal, or work inside the client’s own system',
            sftp: 'SFTP (encrypted file transfer)',
            'encrypted-mail': 'Encrypted business email',
            'business-cloud': 'Business cloud storage',
            fax: 'Paper fax machine',
            'e-fax': 'Online fax service',
            'plain-mail': 'Ordinary or personal email',
            'personal-cloud': 'Personal cloud storage',
          },
          { required: true },
        ),
        text('vendor', 'Service', {
          hint: 'The firm that carries and keeps it.',
          showWhen: goesThroughVendor,
          required: true,
        }),
        choice(
          'baa',
          'Business associate agreement (BAA) with the service',
          {
            signed: 'Signed',
            'not-applicable': 'Not applicable: the service is the client’s own',
            missing: 'Missing',
          },
          { showWhen: goesThroughVendor, required: true },
        ),
      ],
      { hint: 'One row for each client and each route you use with it.', required: true },
    ),
  ],
  completion: [
    requiresEachRow('service-agreement', 'routes', (row) =>
      goesThroughVendor(row) && row.text('baa') === 'missing'
        ? `${nameOf(row, 'vendor', 'The service')}: no signed agreement. Have it signed, or choose another route.`
        : null,
    ),
    requires(
      'agrees-with-profile',
      'Your profile says you will not fax, and a route here goes by fax: change one of the two.',
      (answers, { profile }) =>
        profile.flags.fax !== false ||
        !answers.rows('routes').some((row) => ['fax', 'e-fax'].includes(row.text('route'))),
    ),
    requiresEachClientOf(
      'every-client',
      { item: 'cli-contract', rows: 'contracts' },
      'routes',
      (client) => `${client}: no route is recorded. Use the same client name as in the contract.`,
    ),
  ],
  blockers: [
    stopsOnRow('unsafe-mail', 'routes', (row) =>
      row.text('route') === 'plain-mail'
        ? `${nameOf(row, 'client', 'One client')}: patient data goes by ordinary or personal email.`
        : null,
    ),
    stopsOnRow('personal-cloud', 'routes', (row) =>
      row.text('route') === 'personal-cloud'
        ? `${nameOf(row, 'client', 'One client')}: patient data goes through personal cloud storage.`
        : null,
    ),
  ],
  redFlags: ['A client who sends charge sheets to your personal email. Stop it, and offer the agreed route.'],
  needs: ['sec-network'],
  renewal: onEvent('With each new client or route'),
  sources: ['312', 'cloud'],
  facts: [
    {
      text: 'A cloud service that stores patient data is a business associate, even if the data is encrypted and it has no key. It has to sign an agreement first.',
      sources: ['cloud'],
    },
    {
      text: 'A fax from paper to paper is not “electronic media” under HIPAA. An online fax service stores the pages, so it needs an agreement.',
      sources: ['160.103', 'cloud'],
    },
    {
      text: 'Faxing is allowed with reasonable care: confirm numbers you do not know, store the frequent ones, keep the machine in a private place.',
      sources: ['fax'],
    },
    {
      text: 'In transit, data counts as secured when encrypted in line with the federal standards NIST SP 800-52, 800-77 or 800-113, or with methods validated under FIPS 140-2, and the key is safe.',
      sources: ['unsec'],
    },
  ],
  gate: 'must-stand',
  derived: knownCell('partners', {
    field: 'routes',
    cell: 'baa',
    known: (plan, said, today) =>
      ROUTES_THROUGH_A_VENDOR.includes(said('route')) ? routeAgreement(plan, said('vendor'), today) : null,
  }),
  example: () => ({
    routes: [
      { rowId: 'r1', client: 'Riverbend Family Practice', route: 'portal' },
      {
        rowId: 'r2',
        client: 'Harbor Physical Therapy',
        route: 'encrypted-mail',
        vendor: 'Lockstep Business Mail',
        baa: 'signed',
      },
    ],
  }),
};

import { choice, date, evidence, pastDate, text, yesNo } from '../field-builders.ts';
import type { FieldGroup } from '../records/record-kind.ts';

/** Check 8: a certificate looked up with the accreditor. */
export const accreditationGroup: FieldGroup = {
  id: 'accreditation',
  title: 'Accreditation',
  lead: 'A seal on a website proves nothing. Look it up in the accreditor’s own directory.',
  fields: [
    choice(
      'accreditor',
      'Accreditation',
      {
        ehnac: 'EHNAC / DirectTrust',
        hitrust: 'HITRUST',
        'soc-2': 'SOC 2 report',
        none: 'None',
      },
      { required: true },
    ),
    text('cert_no', 'Certificate number or report title', {
      showWhen: (beside) => beside.text('accreditor') !== 'none',
    }),
    date('expires', 'Valid until', {
      required: true,
      hint: 'For a SOC 2 report: the day you will ask for the next one.',
      showWhen: (beside) => beside.text('accreditor') !== 'none',
    }),
    choice(
      'verified',
      'How you verified it',
      {
        directory: 'Found in the accreditor’s own directory',
        report: 'Read the SOC 2 report under a confidentiality agreement',
        'could-not': 'Could not be verified',
      },
      { required: true, showWhen: (beside) => beside.text('accreditor') !== 'none' },
    ),
    choice(
      'mhcc',
      'Maryland: on the state’s list of certified networks (MHCC)?',
      { listed: 'Listed', 'not-listed': 'Not listed' },
      { hint: 'Only if you will bill in Maryland.' },
    ),
  ],
};

/** Sign-in, connection and breaches. */
export const securityGroup: FieldGroup = {
  id: 'security',
  title: 'Ask: security',
  fields: [
    yesNo('mfa', 'Did you see multi-factor sign-in work on the portal?', { required: true }),
    choice(
      'tls',
      'Connection to the portal (TLS)',
      {
        'tls-1-3': 'TLS 1.3',
        'tls-1-2': 'TLS 1.2',
        older: 'TLS 1.1 or older',
        'invalid-certificate': 'Certificate invalid or expired',
        unknown: 'Could not tell',
      },
      { required: true, hint: 'What you saw yourself. A check by the app goes before it.' },
    ),
    pastDate('checked', 'Checked on', { required: true }),
    choice('encryption', 'Encryption of your data', {
      both: 'Stored and in transit',
      'in-transit': 'In transit only',
      none: 'None',
      'not-said': 'Would not say',
    }),
    text('logs', 'Access logs: what is kept, and how long'),
    yesNo('had_breach', 'Has it had a breach?', {
      required: true,
      hint: 'Ask, then compare with the breach portal.',
    }),
    pastDate('last_breach', 'Date of the last breach', {
      required: true,
      showWhen: (beside) => beside.isYes('had_breach'),
    }),
    yesNo('breach_explained', 'Did it say plainly what happened and what it repaired?', {
      showWhen: (beside) => beside.isYes('had_breach'),
    }),
    pastDate('last_audit', 'Date of its last security audit'),
    evidence('security_file', 'Proof', {
      required: true,
      hint: 'Directory entry, screenshots, TLS result.',
    }),
  ],
};

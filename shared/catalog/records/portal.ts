import { choice, date, evidence, pastDate, text } from '../field-builders.ts';
import type { FieldGroup } from './record-kind.ts';

/** Fields with which a person says what they saw, where the app could not tell. */
export const PORTAL_SEEN_FIELDS = [
  'tls',
  'certificate',
  'cert_expiry',
  'date',
  'method',
  'by',
  'file',
] as const;

/** A site the biller signs in to. */
export const portalGroups: readonly FieldGroup[] = [
  {
    id: 'portal',
    title: 'Portal',
    fields: [
      text('name', 'What you call it', { required: true, maxLength: 80 }),
      choice(
        'kind',
        'Kind',
        {
          clearinghouse: 'Clearinghouse',
          ehr: 'Client’s records system (EHR)',
          payer: 'Payer',
          mail: 'Email',
          software: 'Billing software',
          other: 'Other',
        },
        { required: true },
      ),
      text('address', 'Address', {
        hint: 'As in your browser, such as portal.example.com.',
        required: true,
        maxLength: 2_048,
      }),
      text('target', 'What a check connects to', { maxLength: 262 }),
    ],
  },
  {
    id: 'seen',
    title: 'What you saw yourself',
    lead: 'Asked only where the app could not tell. It is printed as your word, never as a check.',
    fields: [
      choice(
        'tls',
        'Encryption of the connection (TLS)',
        {
          'tls-1-3': 'TLS 1.3',
          'tls-1-2': 'TLS 1.2',
          'tls-1-1-or-older': 'TLS 1.1 or older',
          unknown: 'Unknown: I could not tell',
        },
        { required: true },
      ),
      choice(
        'certificate',
        'Certificate',
        {
          valid: 'Valid: the browser shows no warning',
          invalid: 'Not valid: the browser warns',
          unknown: 'Unknown: I could not tell',
        },
        { required: true },
      ),
      date('cert_expiry', 'Certificate expires on', {
        hint: 'Click the sign beside the address, then the certificate.',
        required: true,
      }),
      pastDate('date', 'Looked on', { required: true }),
      text('method', 'How you looked', {
        hint: 'For example: the page information of the browser, from another network.',
      }),
      text('by', 'Who looked', { hint: 'Printed on the report.' }),
      evidence('file', 'Screenshot or printout'),
    ],
  },
];

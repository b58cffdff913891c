import type { DateField } from '../domain/field.ts';
import { pastDate } from './field-builders.ts';
import type { Fact } from './types.ts';

/** The one question of the breach page. Its answer is worked with and never stored. */
export const discoveryField: DateField = pastDate('discovered_on', 'When was it discovered?', {
  hint: 'The day you knew of it, or would have known with ordinary care.',
  required: true,
});

/** What to do first, in this order. */
export const breachFirstSteps: readonly Fact[] = [
  {
    text: 'Tell your client without unreasonable delay, and say whose data it was. Begin with the client whose deadline is shortest.',
    sources: ['410'],
  },
  {
    text: 'Write it into your incident log, a misdirected fax too.',
    sources: ['fax'],
    status: 'unverified',
  },
  {
    text: 'Find out how the data was protected: what was properly encrypted, cleared or shredded is no breach of unsecured data.',
    sources: ['unsec'],
  },
  {
    text: 'Until a written assessment of four factors shows a low probability that data was compromised, presume a breach.',
    sources: ['410'],
    status: 'unverified',
  },
  {
    text: 'Look up the breach law of each state concerned. It may be stricter than the federal one.',
    sources: ['410'],
    status: 'unverified',
  },
];

/** When data counts as protected, so that losing it is no breach of unsecured data. */
export const breachSafeHarbor: readonly Fact[] = [
  {
    text: 'At rest, on a disk or a stick: encrypted as NIST SP 800-111 describes, and the key not compromised.',
    sources: ['unsec'],
  },
  {
    text: 'On its way: encrypted as NIST SP 800-52, 800-77 or 800-113 describe, or otherwise FIPS 140-2 validated, and the key not compromised.',
    sources: ['unsec'],
  },
  {
    text: 'Paper: shredded so that it cannot be put together again. Blacking out lines does not count.',
    sources: ['unsec'],
  },
  { text: 'Disks and other media: cleared as NIST SP 800-88 describes.', sources: ['unsec'] },
];

/** What the clocks rest on. */
export const breachClockFacts: readonly Fact[] = [
  {
    text: 'The law leaves you at most 60 calendar days from discovery to tell your client (45 CFR 164.410). The agreement with the client is usually far shorter, and binds you.',
    sources: ['410'],
  },
  {
    text: 'If you act as the client’s agent, your discovery may start the client’s clock too. Tell them early.',
    sources: ['410'],
    status: 'unverified',
  },
];

import type { ItemId } from '../catalog/ids.ts';
import type { DeviceCheckId } from './device-checks/device-check.ts';
import type { Answers } from './field.ts';
import { formatDate, type IsoDate } from './iso-date.ts';
import type { Plan, PlanRecord } from './plan.ts';

// What a person says they saw, where the app could not tell. Never a check, and never shown as one.

/** The user's word on one thing. */
export interface OwnWord {
  readonly isGood: boolean;
  /** What they say, as the end of a sentence: "the firewall is on". */
  readonly words: string;
  /** The day they looked; null where no day is asked for. */
  readonly on: IsoDate | null;
}

/** Where the user's word on a look at this computer is kept: fields of an item. */
export interface OwnWordPlace {
  readonly itemId: ItemId;
  /** The fields to ask, in the item's order. Empty: the item itself is the place to answer. */
  readonly fields: readonly string[];
}

const LOOKED = ['method', 'checked', 'by', 'file'] as const;

/** Where each look's own answer is given. */
export const OWN_WORD_PLACES: Readonly<Record<DeviceCheckId, OwnWordPlace>> = {
  'disk-encryption': { itemId: 'sec-encrypt', fields: ['disk', ...LOOKED] },
  firewall: { itemId: 'sec-hygiene', fields: ['firewall', ...LOOKED] },
  'os-support': { itemId: 'off-computer', fields: [] },
  'os-updates': { itemId: 'sec-hygiene', fields: ['updates', ...LOOKED] },
  'screen-lock': { itemId: 'sec-access', fields: ['screen_lock', 'lock_minutes', ...LOOKED] },
  'malware-protection': { itemId: 'sec-hygiene', fields: ['malware', ...LOOKED] },
  'wifi-security': { itemId: 'sec-network', fields: ['wifi', ...LOOKED] },
  vpn: { itemId: 'sec-network', fields: ['vpn'] },
};

/** What the user says about a portal; null until encryption, certificate, its end and the day are all there. */
export function ownWordOnPortal({ answers }: PlanRecord, today: IsoDate): OwnWord | null {
  const [tls, certificate, expires, on] = ['tls', 'certificate', 'cert_expiry', 'date'].map((field) =>
    textOf(answers, field),
  );
  if (!isSaid(tls) || !isSaid(certificate) || !isSaid(expires) || !isSaid(on)) return null;
  const isModern = tls === 'tls-1-3' || tls === 'tls-1-2';
  const isCurrent = certificate === 'valid' && expires >= today;
  const connection =
    tls === 'tls-1-3' ? 'TLS 1.3' : tls === 'tls-1-2' ? 'TLS 1.2' : 'TLS 1.1 or older, which is not enough';
  const proof =
    certificate !== 'valid'
      ? 'the browser warns about the certificate'
      : isCurrent
        ? `certificate valid until ${formatDate(expires)}`
        : `the certificate expired on ${formatDate(expires)}`;
  return { isGood: isModern && isCurrent, words: `${connection}; ${proof}`, on };
}

/** What the user says about something on this computer; null until it is said, with a day where one is asked for. */
export function ownWordOnDevice(plan: Plan, check: DeviceCheckId, today: IsoDate): OwnWord | null {
  const item = plan.items[OWN_WORD_PLACES[check].itemId];
  if (item === undefined || item.status === 'not-applicable') return null;
  const said = READ[check](item.answers, today);
  if (said === null) return null;
  const on = textOf(item.answers, 'checked');
  if (OWN_WORD_PLACES[check].fields.includes('checked')) return on === '' ? null : { ...said, on };
  return { ...said, on: null };
}

type Said = Omit<OwnWord, 'on'>;

const good = (words: string): Said => ({ isGood: true, words });
const bad = (words: string): Said => ({ isGood: false, words });

const READ: Readonly<Record<DeviceCheckId, (answers: Answers, today: IsoDate) => Said | null>> = {
  'disk-encryption': oneOf('disk', {
    pass: good('the whole disk is encrypted'),
    fail: bad('the disk is not encrypted, or only part of it'),
  }),
  firewall: oneOf('firewall', { pass: good('the firewall is on'), fail: bad('the firewall is off') }),
  'os-support': (answers, today) => {
    const ends = textOf(answers, 'support_end');
    if (ends === '') return null;
    return ends < today
      ? bad(`the maker’s support ended on ${formatDate(ends)}`)
      : good(`the maker supports this version until ${formatDate(ends)}`);
  },
  'os-updates': oneOf('updates', {
    pass: good('no update is waiting'),
    fail: bad('updates are waiting or switched off'),
  }),
  'screen-lock': (answers) => {
    const { screen_lock: locks, lock_minutes: minutes } = answers;
    if (locks === false) return bad('the screen does not lock by itself');
    if (locks !== true || typeof minutes !== 'number') return null;
    const after = `the screen locks after ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
    return minutes <= 15 ? good(after) : bad(`${after}, which is too long`);
  },
  'malware-protection': oneOf('malware', {
    pass: good('the protection is on and current'),
    fail: bad('the protection is off, missing or out of date'),
  }),
  'wifi-security': oneOf('wifi', {
    wired: good('connected by cable'),
    wpa3: good('Wi-Fi with WPA3'),
    wpa2: good('Wi-Fi with WPA2'),
    wpa: bad('Wi-Fi with the older WPA, which is not enough'),
    wep: bad('Wi-Fi with WEP, which does not protect it'),
    open: bad('open Wi-Fi without a password'),
  }),
  vpn: oneOf('vpn', {
    'not-required': good('no client asks for a VPN'),
    'set-up': good('a client asks for a VPN, and it works'),
    'not-set-up': bad('a client asks for a VPN, and it is not set up yet'),
  }),
};

function oneOf(
  field: string,
  said: Readonly<Partial<Record<string, Said>>>,
): (answers: Answers) => Said | null {
  // "Unknown" is an honest answer, but says nothing.
  return (answers) => said[textOf(answers, field)] ?? null;
}

function textOf(answers: Answers, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}

function isSaid(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value !== 'unknown';
}

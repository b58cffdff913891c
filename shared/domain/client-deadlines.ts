import { isSameName } from '../catalog/sections/named-rows.ts';
import { type ClientDeadline, OUTER_BREACH_DAYS } from './breach-clock.ts';
import type { RuleContext } from './field.ts';

/** One client and its deadline, from everything that is recorded about it. */
export interface RecordedDeadline extends ClientDeadline {
  /** Every different number of days on record, shortest first. More than one: the records disagree. */
  readonly recordedDays: readonly number[];
  /** Whom to call; '' if nobody is recorded. */
  readonly contact: string;
}

interface Mention {
  readonly client: string;
  readonly days: number | null;
  readonly contact: string;
}

/** Each client once, in the order recorded. Where two records disagree, the shorter deadline counts. */
export function recordedDeadlines(context: RuleContext): readonly RecordedDeadline[] {
  const found: RecordedDeadline[] = [];
  for (const mention of mentionsIn(context)) {
    const place = found.findIndex(({ client }) => isSameName(client, mention.client));
    if (place < 0) found.push(withMention(null, mention));
    else found.splice(place, 1, withMention(found[place] ?? null, mention));
  }
  return found;
}

const NAMELESS = 'A client without a name';

// A client under contract has to be told even if nobody wrote down by when.
function mentionsIn({ answersOf }: RuleContext): readonly Mention[] {
  const agreements = answersOf('cli-baa')
    .rows('agreements')
    .map((row) => ({ client: row.text('client'), days: row.number('incident_days'), contact: '' }));
  const planned = answersOf('sec-incident')
    .rows('clients')
    .map((row) => ({
      client: row.text('client'),
      days: row.number('contract_days'),
      contact: row.text('contact').trim(),
    }));
  const contracts = answersOf('cli-contract')
    .rows('contracts')
    .map((row) => ({ client: row.text('client'), days: null, contact: '' }));
  return [...agreements, ...planned, ...contracts]
    .map((mention) => ({ ...mention, client: mention.client.trim() }))
    .filter(({ client, days, contact }) => client !== '' || days !== null || contact !== '')
    .map((mention) => ({ ...mention, client: mention.client || NAMELESS }));
}

function withMention(known: RecordedDeadline | null, { client, days, contact }: Mention): RecordedDeadline {
  const all = new Set([...(known?.recordedDays ?? []), ...(days === null ? [] : [days])]);
  const recordedDays = [...all].sort((one, other) => one - other);
  return {
    client: known?.client ?? client,
    contractDays: recordedDays[0] ?? null,
    recordedDays,
    contact: known?.contact || contact,
  };
}

/** "the same day", "1 day", "5 days". */
export function daysInWords(days: number): string {
  if (days === 0) return 'the same day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** What is recorded of a client's deadline, and what that makes of it. */
export function deadlineText({
  contractDays,
  recordedDays,
}: Pick<RecordedDeadline, 'contractDays' | 'recordedDays'>): string {
  if (contractDays === null) {
    return `Deadline not recorded. By law ${OUTER_BREACH_DAYS} days at most; the agreement may say less.`;
  }
  if (recordedDays.length > 1) {
    const all = recordedDays.map(daysInWords).join(' and as ');
    return `Recorded as ${all}: the shorter counts until you have looked.`;
  }
  return contractDays < OUTER_BREACH_DAYS
    ? `${capitalized(daysInWords(contractDays))}, by its agreement.`
    : `${OUTER_BREACH_DAYS} days, by law: its agreement asks for nothing shorter.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

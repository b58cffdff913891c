import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { schemaVersion } from './migrate.ts';
import { ITEM_COLUMNS, isObject, PROFILE_COLUMNS, parseJson, parseProfileRow } from './plan-rows.ts';
import { RECORD_COLUMNS } from './record-rows.ts';
import { HISTORY_COLUMNS, SUMMED_SINCE, subjectsWithWrongSums } from './row-sum.ts';

/** Everything recorded about one subject, each value as JSON, by `answers.<id>` or the name of the part. */
type State = Map<string, string>;

interface Told {
  readonly state: State;
  /** Whether the history tells everything there is; not after something unreadable was set aside. */
  isWhole: boolean;
  /** When it was last changed; null when that is not known. */
  at: string | null;
  /** Whether there may be nothing recorded: so it was when it was last looked at closely. */
  mayBeGone: boolean;
}

interface ToldChecks {
  /** Ids of results that the history tells of. */
  readonly ids: Set<unknown>;
  /** Results up to this number need no history: so it was when they were last looked at closely. */
  explainedUpTo: number;
}

const NOTHING = JSON.stringify(null);
const NOT_STARTED = JSON.stringify('not-started');

const historyRow = z.object({
  at: z.string(),
  subject: z.string(),
  action: z.string(),
  before: z.string().transform(parseJson),
  after: z.string().transform(parseJson),
});

/**
 * Subjects (`profile`, `item:…`, `record:…`) whose recorded state is not what their history says or what it was when it
 * was written, and those whose history contradicts itself. Every save writes state and history in one transaction, and
 * the sum of each row with it, so that only damage, or another program, can make them differ. `history` stands for rows
 * of it that changed or have gone, `checks` for such results of checks. Sorted.
 */
export function unexplainedSubjects(db: Database): readonly string[] {
  const odd = new Set<string>();
  const told = tellHistory(db, odd);
  const recorded = recordedStates(db);
  for (const [subject, { state, at, isWhole, mayBeGone }] of told) {
    const now = recorded.get(subject);
    const isAsTold =
      now === undefined ? mayBeGone : (at === null || now.at === at) && agree(state, now.state, isWhole);
    if (!isAsTold) odd.add(subject);
  }
  for (const [subject, { mustBeTold }] of recorded) {
    if (mustBeTold && !told.has(subject)) odd.add(subject);
  }
  for (const subject of schemaVersion(db) < SUMMED_SINCE ? [] : subjectsWithWrongSums(db)) odd.add(subject);
  return [...odd].sort();
}

/** What explains a subject's state from here on, to be kept with the word that it was set aside. */
export function explanationOf(db: Database, subject: string): Readonly<Record<string, unknown>> {
  if (subject === 'checks') {
    return { lastCheck: Number(db.prepare('SELECT coalesce(max(seq), 0) FROM check_run').pluck().get()) };
  }
  const at = recordedStates(db).get(subject)?.at;
  return at === undefined ? {} : { at };
}

/** Plays the history from its first row, and notes where a row does not follow from those before it. */
function tellHistory(db: Database, odd: Set<string>): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const checks: ToldChecks = { ids: new Set(), explainedUpTo: 0 };
  const known = knownChecks(db);
  const rows = db.prepare(`SELECT ${HISTORY_COLUMNS} FROM history ORDER BY seq`);
  for (const row of rows.iterate()) {
    const parsed = historyRow.safeParse(row);
    if (!parsed.success || !isObject(parsed.data.before) || !isObject(parsed.data.after)) {
      odd.add('history');
      continue;
    }
    const { at, subject, action, before, after } = parsed.data;
    // From here on it is known that what came before is not to be relied on.
    if (action === 'set-aside') odd.delete(subject);
    if (subject === 'checks') checks.explainedUpTo = Number(before.lastCheck ?? Number.MAX_SAFE_INTEGER);
    if (subject === 'history' || subject === 'checks') continue;
    if (subject.startsWith('check:')) {
      checks.ids.add(after.id);
      if (!known.has(after.id)) odd.add('checks');
      continue;
    }
    const soFar = told.get(subject) ?? begin(subject, after);
    told.set(subject, soFar);
    if (action === 'set-aside') {
      soFar.state.clear();
      soFar.isWhole = false;
      soFar.at = typeof before.at === 'string' ? before.at : null;
      soFar.mayBeGone = true;
      continue;
    }
    if (!follows(soFar, partsOf(before))) odd.add(subject);
    for (const [part, value] of partsOf(after)) soFar.state.set(part, value);
    soFar.at = at;
    soFar.mayBeGone = false;
  }
  for (const [id, seq] of known) if (seq > checks.explainedUpTo && !checks.ids.has(id)) odd.add('checks');
  return told;
}

/** Numbers of the results there are, by their ids. */
function knownChecks(db: Database): ReadonlyMap<unknown, number> {
  if (schemaVersion(db) < 2) return new Map();
  return new Map(db.prepare('SELECT id, seq FROM check_run').raw().all() as [unknown, number][]);
}

function begin(subject: string, after: Readonly<Record<string, unknown>>): Told {
  const state: State = new Map(subject.startsWith('item:') ? [['status', NOT_STARTED]] : []);
  // An entry that was there before its first history row came from a migration: nobody told what it was.
  return { state, isWhole: !subject.startsWith('record:') || 'kind' in after, at: null, mayBeGone: false };
}

/** True when a change starts from what is known. */
function follows({ state, isWhole }: Told, before: State): boolean {
  return [...before].every(([part, value]) => (state.get(part) ?? (isWhole ? NOTHING : value)) === value);
}

/** True when what was told is what is recorded. What only one of them has counts as empty there, if all was told. */
function agree(told: State, recorded: State, isWhole: boolean): boolean {
  const parts = isWhole ? new Set([...told.keys(), ...recorded.keys()]) : told.keys();
  return [...parts].every((part) => (told.get(part) ?? NOTHING) === (recorded.get(part) ?? NOTHING));
}

function partsOf(change: Readonly<Record<string, unknown>>): State {
  const parts: State = new Map();
  for (const [name, value] of Object.entries(change)) {
    if (name !== 'answers') parts.set(name, JSON.stringify(value));
    else if (isObject(value)) addAnswers(parts, value);
  }
  return parts;
}

function addAnswers(parts: State, answers: Readonly<Record<string, unknown>>): void {
  for (const [id, value] of Object.entries(answers)) parts.set(`answers.${id}`, JSON.stringify(value));
}

interface RecordedState {
  readonly state: State;
  readonly at: string;
  /** Whether there must be history of it. */
  readonly mustBeTold: boolean;
}

function recordedStates(db: Database): ReadonlyMap<string, RecordedState> {
  const states = new Map<string, RecordedState>();
  const profile = db.prepare(`SELECT ${PROFILE_COLUMNS} FROM profile`).get() as
    | { updated_at: string }
    | undefined;
  if (profile !== undefined) {
    const { value } = parseProfileRow(profile);
    const state: State = new Map();
    if (value !== null) addAnswers(state, toProfileAnswers(value));
    states.set('profile', { state, at: profile.updated_at, mustBeTold: true });
  }
  for (const row of db.prepare(`SELECT ${ITEM_COLUMNS} FROM item`).raw().iterate()) {
    const [id, status, answers, reason, dueOn, completedOn, at] = row as readonly string[];
    const state = answersOf(answers);
    state.set('status', JSON.stringify(status));
    state.set('notApplicableReason', JSON.stringify(reason));
    state.set('dueOn', JSON.stringify(dueOn));
    state.set('completedOn', JSON.stringify(completedOn));
    states.set(`item:${id}`, { state, at: String(at), mustBeTold: true });
  }
  if (schemaVersion(db) < 2) return states;
  for (const row of db.prepare(`SELECT ${RECORD_COLUMNS} FROM record`).raw().iterate()) {
    const [id, kind, answers, archivedOn, , at] = row as readonly string[];
    const state = answersOf(answers);
    state.set('kind', JSON.stringify(kind));
    state.set('archivedOn', JSON.stringify(archivedOn));
    states.set(`record:${id}`, { state, at: String(at), mustBeTold: false });
  }
  return states;
}

function answersOf(text: string | undefined): State {
  const state: State = new Map();
  const answers = parseJson(text ?? '');
  if (isObject(answers)) addAnswers(state, answers);
  return state;
}

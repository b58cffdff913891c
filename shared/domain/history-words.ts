import { answerChange, type HistoryChange, plainSentence } from './history-change.ts';
import { answersIn, type HistoryEntry, type HistorySide } from './history-entry.ts';
import {
  type HistoryTopic,
  type HistoryView,
  historyTopic,
  topicFields,
  topicTitle,
} from './history-subject.ts';
import { formatDate, isIsoDate } from './iso-date.ts';
import { ITEM_STATUSES, type Plan, RECORD_KINDS } from './plan.ts';
import { CHECK_OUTCOMES } from './portal-check.ts';
import { toProfileAnswers } from './profile.ts';
import { LIST_TITLES, OUTCOME_WORDS } from './report-words.ts';
import { STATE_WORDS } from './state-words.ts';

/** A line of the history as a person reads it. */
export interface HistoryWords {
  readonly topic: HistoryTopic;
  /** What it is about. */
  readonly title: string;
  /** What was done: "Answered", "Undone". */
  readonly did: string;
  /** Each value that changed; at least one. */
  readonly changes: readonly HistoryChange[];
}

/** What each action is called. One that this version does not know is said as it is. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  answer: 'Answered',
  'not-applicable': 'Marked as not applying',
  applies: 'Applies again',
  'due-date': 'Date set',
  undo: 'Undone',
  recheck: 'Worked out again by the app',
  sample: 'From the example plan',
  'set-aside': 'Set aside',
  archive: 'Taken off the list',
  restore: 'Put back',
  check: 'Checked by the app',
  adopt: 'Taken over from earlier answers',
};

/** Says one line of the history. */
export function historyWords(entry: HistoryEntry, view: HistoryView): HistoryWords {
  const topic = historyTopic(entry.subject, view);
  const changes = entry.action === 'set-aside' ? [setAside(entry)] : changesIn(entry, topic, view);
  return {
    topic,
    title: topicTitle(topic, entry.subject),
    did: ACTION_WORDS[entry.action] ?? entry.action,
    changes: changes.length > 0 ? changes : [NOTHING],
  };
}

/** Everything that can be read in a line, for looking through it. */
export function historyText(entry: HistoryEntry, view: HistoryView): string {
  const { title, did, changes } = historyWords(entry, view);
  return [title, did, ...changes.flatMap(({ label, before, after }) => [label, before, after])].join('\n');
}

/** The value that stands now under a field that the history can put back; undefined where there is none. */
export function valueNow(plan: Plan, topic: HistoryTopic, field: string): unknown {
  switch (topic.kind) {
    case 'profile':
      return toProfileAnswers(plan.profile)[field];
    case 'record':
      return plan.records.find(({ id }) => id === topic.record.id)?.answers[field];
    case 'item': {
      const record = plan.items[topic.item.id];
      if (field === 'dueOn' || field === 'notApplicableReason') return record?.[field] ?? undefined;
      return record?.answers[field];
    }
    default:
      return undefined;
  }
}

/** The value a change had on one side under a field that can be put back; undefined when it did not touch that field. */
export function valueThen(entry: HistoryEntry, field: string, side: HistorySide): unknown {
  const part = entry[side];
  if (field === 'dueOn' || field === 'notApplicableReason') return part[field];
  const answers = answersIn(part);
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}

const NOTHING: HistoryChange = {
  field: null,
  label: 'Nothing else',
  before: '',
  after: '',
  sentence: 'Nothing else changed',
};

function changesIn(entry: HistoryEntry, topic: HistoryTopic, view: HistoryView): readonly HistoryChange[] {
  const { before, after } = entry;
  const fields = topicFields(topic, view);
  const [was, is] = [answersIn(before), answersIn(after)];
  const keysOf = (one: object, other: object): readonly string[] => [
    ...new Set([...Object.keys(one), ...Object.keys(other)]),
  ];
  // In the order of the page, then what this version does not ask.
  const rank = (id: string): number => fields.findIndex((field) => field.id === id) >>> 0;
  const answers = [...keysOf(was, is)]
    .sort((a, b) => rank(a) - rank(b))
    .map((id) => answerChange(fields, id, was[id], is[id], view.plan.profile));
  const others = [...keysOf(before, after)]
    .filter((key) => key !== 'answers' && key !== 'id')
    .sort((a, b) => (PART_ORDER.indexOf(a) >>> 0) - (PART_ORDER.indexOf(b) >>> 0));
  return [...answers, ...others.map((key) => partChange(key, before[key], after[key], topic))];
}

interface PartWords {
  readonly label: string;
  readonly inWords: (value: unknown) => string;
  /** Whether an item can be given an earlier value again. */
  readonly isPutBack?: boolean;
}

/** What was done comes before what follows from it. */
const PARTS: Readonly<Record<string, PartWords>> = {
  dueOn: { label: 'Do this by', inWords: dateWords, isPutBack: true },
  notApplicableReason: {
    label: 'Does not apply to me',
    inWords: (value) => (typeof value === 'string' ? `“${value}”` : raw(value)),
    isPutBack: true,
  },
  archivedOn: { label: 'Taken off the list', inWords: dateWords },
  kind: {
    label: 'Added to the list',
    inWords: (value) => {
      const kind = RECORD_KINDS.find((each) => each === value);
      if (kind === undefined) return raw(value);
      return kind === 'portal' ? 'Portals' : LIST_TITLES[kind];
    },
  },
  outcome: {
    label: 'Result',
    inWords: (value) => {
      const outcome = CHECK_OUTCOMES.find((each) => each === value);
      return outcome === undefined ? raw(value) : OUTCOME_WORDS[outcome];
    },
  },
  status: {
    label: 'Status',
    inWords: (value) => {
      const status = ITEM_STATUSES.find((each) => each === value);
      return status === undefined ? raw(value) : STATE_WORDS[status];
    },
  },
  completedOn: { label: 'Completed on', inWords: dateWords },
};
const PART_ORDER: readonly string[] = Object.keys(PARTS);

function partChange(key: string, before: unknown, after: unknown, topic: HistoryTopic): HistoryChange {
  const part = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
  const label = part?.label ?? key;
  const inWords = (value: unknown): string =>
    value === null || value === undefined ? '' : (part?.inWords ?? raw)(value);
  const [was, is] = [inWords(before), inWords(after)];
  return {
    field: part?.isPutBack === true && topic.kind === 'item' ? key : null,
    label,
    before: was,
    after: is,
    sentence: plainSentence(label, was, is),
  };
}

function setAside({ before }: HistoryEntry): HistoryChange {
  const isRecovery = typeof before.recovery === 'string';
  return {
    field: null,
    label: isRecovery ? 'Trouble with the plan file' : 'Could not be read',
    before: isRecovery ? '' : raw(before.row ?? before),
    after: '',
    sentence: isRecovery
      ? 'Used as it was found after trouble with the plan file; a recovery note says more'
      : 'What was recorded could not be read; it is kept here as it was',
  };
}

function dateWords(value: unknown): string {
  return typeof value === 'string' && isIsoDate(value) ? formatDate(value) : raw(value);
}

function raw(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

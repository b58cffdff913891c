import type { Catalog } from '../../shared/catalog/types.ts';
import { type HistoryEntry, historyScope } from '../../shared/domain/history-entry.ts';
import { historySearch } from '../../shared/domain/history-search.ts';
import { valueThen } from '../../shared/domain/history-words.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { HISTORY_PAGE } from '../../shared/ipc/history-contract.ts';

export type FakeBackup = OutputOf<'listBackups'>['backups'][number];
export type FakeNote = OutputOf<'loadRecoveryNotes'>['notes'][number];

/** What a fake main process has behind its plan. */
export interface FakePast {
  /** Oldest first. */
  readonly history?: readonly HistoryEntry[];
  readonly backups?: readonly FakeBackup[];
  readonly notes?: readonly FakeNote[];
}

type PastChannel = 'loadHistory' | 'restoreAnswer' | 'listBackups' | 'restoreBackup' | 'loadRecoveryNotes';

/** Answers about the past; `answer` puts an item's or entry's answer into the plan. */
export function fakePast(
  { history = [], backups = [], notes = [] }: FakePast,
  catalog: Catalog,
  planNow: () => Plan,
  become: (plan: Plan) => void,
): { readonly [C in PastChannel]: (input: InputOf<C>) => Result<OutputOf<C>> } {
  const lines = [...history];
  return {
    loadHistory: ({ subject, search, beforeSeq }) => {
      const plan = planNow();
      const { subjects, prefix } = historyScope(subject, plan);
      const accepts = historySearch(search, { catalog, plan }) ?? (() => true);
      const found = [...lines]
        .reverse()
        .filter((line) => line.seq < (beforeSeq ?? Number.MAX_SAFE_INTEGER))
        .filter((line) =>
          subjects === null ? line.subject.startsWith(prefix) : subjects.includes(line.subject),
        )
        .filter(accepts);
      const entries = found.slice(0, HISTORY_PAGE);
      return ok({
        entries,
        nextBeforeSeq: found.length > entries.length ? (entries.at(-1)?.seq ?? null) : null,
      });
    },
    restoreAnswer: ({ seq, field, side }) => {
      const line = lines.find((each) => each.seq === seq);
      const then = line === undefined ? undefined : valueThen(line, field, side);
      if (line === undefined || then === undefined) return failed('not-found', 'There is no such change.');
      const plan = planNow();
      const id = line.subject.slice('item:'.length);
      const record = Object.values(plan.items).find((each) => each.id === id);
      if (record === undefined) return failed('not-found', 'There is nowhere to put it back.');
      const answers = { ...record.answers, [field]: then as string };
      lines.push({
        seq: Math.max(...lines.map((each) => each.seq)) + 1,
        at: line.at,
        subject: line.subject,
        action: 'restore',
        before: { answers: { [field]: record.answers[field] ?? null } },
        after: { answers: { [field]: then } },
      });
      become({ ...plan, items: { ...plan.items, [record.id]: { ...record, answers } } });
      return ok({});
    },
    listBackups: () => ok({ folder: '/home/you/First Claim/backups', backups: [...backups] }),
    restoreBackup: ({ id }) => {
      const restored = backups.find((each) => each.id === id);
      if (restored === undefined) return failed('not-found', 'This backup is not there any more.');
      const { madeAt, number } = restored;
      become({ ...planNow() });
      return ok({ restored: { id, madeAt, number }, previous: null });
    },
    loadRecoveryNotes: () => ok({ notes: [...notes] }),
  };
}

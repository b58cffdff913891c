import { ok, type Result } from '../../../shared/domain/result.ts';
import { backupFolder } from '../../store/find-backups.ts';
import type { PlanFacts, PlanMark } from '../../store/plan-facts.ts';
import { parseJson } from '../../store/plan-rows.ts';
import type { PlanStore } from '../../store/plan-store.ts';
import type { Handler } from '../handler.ts';

/** Every backup with what it holds, and what was changed since. */
export const listBackups: Handler<'listBackups'> = async (_input, { keeper, store, dataFolder }) => {
  const backups = [];
  for (const { facts, ...backup } of await keeper.readBackups()) {
    const since = facts === null ? ok(null) : changesSince(store, facts);
    if (!since.ok) return since;
    backups.push({
      ...backup,
      facts: facts === null ? null : { ...numbersIn(facts), changesSince: since.value },
    });
  }
  return ok({ folder: backupFolder(dataFolder), backups });
};

// The backup's newest line itself stays here: it holds answers.
function numbersIn({
  version: _version,
  lastRow: _lastRow,
  ...facts
}: PlanFacts): Omit<PlanFacts, 'version' | 'lastRow'> {
  return facts;
}

/** How many changes came after a backup; null when its newest line is none of this plan's. */
export function changesSince(store: PlanStore, { lastSeq, lastRow }: PlanMark): Result<number | null> {
  if (lastSeq > 0) {
    const entry = store.historyEntry(lastSeq);
    if (!entry.ok) return entry;
    const row = parseJson(lastRow);
    const [seq, at, subject, action] = Array.isArray(row) ? row : [];
    const here = entry.value;
    if (here === null || here.seq !== seq || here.at !== at) return ok(null);
    if (here.subject !== subject || here.action !== action) return ok(null);
  }
  return store.changesAfter(lastSeq);
}

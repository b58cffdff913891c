import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { backupFolder } from '../../electron/store/find-backups.ts';
import { ok } from '../../shared/domain/result.ts';
import {
  anAnswer,
  contentOf,
  type FaultPlan,
  must,
  openFaultPlan,
  tickingClock,
} from '../faults/fault-plan.ts';
import { tempFolder } from './temp-folder.ts';

/** A plan in a folder, open until the test is over. */
export function openedPlan(folder: string, now = tickingClock()): FaultPlan & { readonly now: () => string } {
  const plan = must(openFaultPlan(folder, now));
  onTestFinished(plan.close);
  return { ...plan, now };
}

export function answer(plan: FaultPlan, count: number, at = '2026-11-22T12:30:00.000Z'): void {
  must(
    plan.store.change((draft) => {
      draft.saveItem(anAnswer('biz-ein', count, 100, at), 'answer');
      return ok(null);
    }),
  );
}

/** A folder whose plan was closed `sessions` times, each time with one change more. */
export function afterSessions(sessions: number, folder = tempFolder()): string {
  const now = tickingClock();
  for (let count = 1; count <= sessions; count += 1) {
    const plan = must(openFaultPlan(folder, now));
    answer(plan, count, now());
    plan.close();
  }
  return folder;
}

export function contentIn(folder: string): string {
  const plan = must(openFaultPlan(folder));
  try {
    return contentOf(plan.file.db);
  } finally {
    plan.close();
  }
}

const PAGE = 4_096;

/** The plan's file in a folder. */
export const planIn = (folder: string): string => join(folder, 'plan.db');

/** Changes a plan's bytes and returns them. */
export function edit(folder: string, change: (bytes: Buffer) => Buffer | undefined): Buffer {
  const before = readFileSync(planIn(folder));
  const after = change(before) ?? before;
  writeFileSync(planIn(folder), after);
  return after;
}

/** Breaks the structure of a plan. */
export function breakPlan(folder: string): Buffer {
  return edit(folder, (bytes) => bytes.fill(0xa5, PAGE, 3 * PAGE));
}

/** What a crash leaves of an open plan. */
export function crashed(
  changes: number,
  folder = afterSessions(2),
): { readonly folder: string; readonly content: string } {
  const plan = must(openFaultPlan(folder));
  for (let count = 1; count <= changes; count += 1)
    answer(plan, 100 + count, `2026-11-23T12:00:0${count}.000Z`);
  const content = contentOf(plan.file.db);
  const left = tempFolder();
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).isFile()) copyFileSync(join(folder, name), join(left, name));
  }
  mkdirSync(backupFolder(left));
  for (const name of readdirSync(backupFolder(folder))) {
    copyFileSync(join(backupFolder(folder), name), join(backupFolder(left), name));
  }
  plan.close();
  return { folder: left, content };
}

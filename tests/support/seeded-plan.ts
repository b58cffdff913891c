import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openApplication } from '../../electron/application/application.ts';
import type { Clock } from '../../electron/application/handler.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { aFakeShell } from './fake-shell.ts';

/** Asks the real application, without a window. A failure ends the test with its words. */
export type Ask = <C extends Channel>(channel: C, input: InputOf<C>) => Promise<OutputOf<C>>;

/** A clock that goes one second further each time it is asked. */
export function clockFrom(start: string): Clock {
  let at = Date.parse(start);
  const now = (): string => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  return { now, today: () => new Date(at).toISOString().slice(0, 10) };
}

/**
 * Opens a data folder in this process, does something in it, and closes it as a window would: each call is a session,
 * and leaves a backup if anything was changed. For what a test needs before it starts the app.
 */
export async function inSession(
  dataFolder: string,
  work: (ask: Ask) => Promise<void>,
  clock: Clock = clockFrom('2026-11-02T09:00:00.000Z'),
): Promise<void> {
  const shell = aFakeShell();
  let ids = 0;
  const newId = (): string => `seed-${Date.parse(clock.now())}-${++ids}`;
  const options = { dataFolder, shell, clock, newId, version: '0.0.0-test', notice: null, sample: false };
  const opened = openApplication({ ...options, log: () => {} });
  if (!opened.ok) throw new Error(opened.error.message);
  const application = opened.value;
  try {
    await work(async (channel, input) => {
      const answer = await application.invoke(channel, input, { senderId: 1 });
      if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
      return (answer as Extract<Result<OutputOf<typeof channel>>, { readonly ok: true }>).value;
    });
  } finally {
    application.close();
  }
}

/** Gives one field of an item a text. */
export async function answerText(ask: Ask, itemId: ItemId, field: string, text: string): Promise<void> {
  await ask('answerItem', { itemId, patch: { [field]: text } });
}

/** Attaches a file to a field of an item, in one piece. */
export async function attach(
  ask: Ask,
  place: { readonly itemId: ItemId; readonly field: string },
  files: readonly { readonly name: string; readonly content: Buffer }[],
): Promise<readonly EvidenceFile[]> {
  const kept: EvidenceFile[] = [];
  for (const { name, content } of files) {
    const { uploadId } = await ask('beginEvidence', { fileName: name, bytes: content.length });
    await ask('addEvidenceChunk', { uploadId, at: 0, base64: content.toString('base64') });
    kept.push((await ask('finishEvidence', { uploadId })).file);
  }
  const notes = kept.map((file, at) => ({ name: files[at]?.name ?? '', location: '', file }));
  await ask('answerItem', { itemId: place.itemId, patch: { [place.field]: notes } });
  return kept;
}

/** Copies a data folder as it lies, as a crash of the computer would leave it while it is in use. */
export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => path !== join(from, 'plan.lock'),
  });
}

/** Rows of one table of a plan file, in their order. Reads through SQLite, also beside an app that has it open. */
export function rowsOf(
  dataFolder: string,
  table: 'profile' | 'item' | 'record' | 'history' | 'check_run',
  file = 'plan.db',
): readonly Readonly<Record<string, unknown>>[] {
  const db = new Database(join(dataFolder, file), { readonly: true, fileMustExist: true });
  try {
    return db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all() as Record<string, unknown>[];
  } finally {
    db.close();
  }
}

/** What an item's row holds of answers; null without a row. */
export function answersOf(dataFolder: string, itemId: ItemId, file?: string): Record<string, unknown> | null {
  const row = rowsOf(dataFolder, 'item', file).find(({ id }) => id === itemId);
  return row === undefined ? null : (JSON.parse(String(row.answers)) as Record<string, unknown>);
}

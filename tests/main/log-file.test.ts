import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Application } from '../../electron/application/create-application.ts';
import { logFolder, MAX_LOG_BYTES, OLD_LOGS, openLogFile } from '../../electron/application/log-file.ts';
import { logRequests, SLOW_MS } from '../../electron/application/log-requests.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { tempFolder } from '../support/temp-folder.ts';

const now = () => '2026-11-22T12:00:00.000Z';
const isPosix = process.platform !== 'win32';

function textOf(dataFolder: string): string {
  return readFileSync(join(logFolder(dataFolder), 'first-claim.log'), 'utf8');
}

describe('the log file', () => {
  it('is made with the first line, and each entry begins with its time', () => {
    const dataFolder = tempFolder();
    const log = openLogFile(dataFolder, now);
    expect(readdirSync(dataFolder)).toEqual([]);
    log('answerItem biz-plan: disk-full in 3 ms');
    log('printReport: TypeError\n    at print (app.js:1:2)');
    expect(textOf(dataFolder)).toBe(
      '2026-11-22T12:00:00.000Z answerItem biz-plan: disk-full in 3 ms\n' +
        '2026-11-22T12:00:00.000Z printReport: TypeError\n      at print (app.js:1:2)\n',
    );
  });

  it.runIf(isPosix)('is for its owner alone, whatever the umask is', () => {
    const dataFolder = tempFolder();
    const before = process.umask(0);
    try {
      openLogFile(dataFolder, now, { maxBytes: 60, old: 1 })('one');
    } finally {
      process.umask(before);
    }
    const folder = logFolder(dataFolder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('stays within its bounds however much is logged, and keeps the newest', () => {
    const dataFolder = tempFolder();
    const log = openLogFile(dataFolder, now, { maxBytes: 1_000, old: 2 });
    for (let line = 0; line < 300; line += 1) log(`line ${line} ${'x'.repeat(40)}`);
    const folder = logFolder(dataFolder);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['first-claim.1.log', 'first-claim.2.log', 'first-claim.log']);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000);
    expect(textOf(dataFolder)).toContain('line 299 ');
    expect(MAX_LOG_BYTES * (OLD_LOGS + 1)).toBeLessThanOrEqual(1024 * 1024);
  });

  it('cuts an entry that is too long, and lets no control character through', () => {
    const dataFolder = tempFolder();
    const log = openLogFile(dataFolder, now);
    log('x'.repeat(50_000));
    log('a\u001b[31mb\u0000c\rd\u0085e');
    const [first = '', second = ''] = textOf(dataFolder).split('\n');
    expect(first.length).toBeLessThan(4_100);
    expect(second.endsWith('Z a [31mb c d e')).toBe(true);
  });

  it.runIf(isPosix)('does not write through a link', () => {
    const dataFolder = tempFolder();
    const elsewhere = join(tempFolder(), 'target.txt');
    writeFileSync(elsewhere, 'before');
    mkdirSync(logFolder(dataFolder));
    symlinkSync(elsewhere, join(logFolder(dataFolder), 'first-claim.log'));
    openLogFile(dataFolder, now)('line');
    expect(readFileSync(elsewhere, 'utf8')).toBe('before');
  });

  it.runIf(isPosix)('does not wait for somebody to read a pipe that has its name', () => {
    const dataFolder = tempFolder();
    mkdirSync(logFolder(dataFolder));
    execFileSync('mkfifo', [join(logFolder(dataFolder), 'first-claim.log')]);
    openLogFile(dataFolder, now)('line');
    expect(readdirSync(logFolder(dataFolder))).toEqual(['first-claim.log']);
  });

  it('never throws: not where the folder is missing, and not where a file has its name', () => {
    const dataFolder = tempFolder();
    const missing = join(dataFolder, 'missing');
    openLogFile(missing, now)('line');
    expect(existsSync(missing)).toBe(false);
    writeFileSync(logFolder(dataFolder), 'a file');
    openLogFile(dataFolder, now)('line');
    expect(readFileSync(logFolder(dataFolder), 'utf8')).toBe('a file');
  });

  it.runIf(isPosix && process.getuid?.() !== 0)('never throws where it may not write', () => {
    const dataFolder = tempFolder();
    chmodSync(dataFolder, 0o500);
    openLogFile(dataFolder, now)('line');
    expect(readdirSync(dataFolder)).toEqual([]);
    chmodSync(dataFolder, 0o700);
  });
});

describe('requests in the log', () => {
  async function logged(result: Result<unknown>, ms: number, channel: string, payload: unknown) {
    const lines: string[] = [];
    let clock = 0;
    const application = {
      invoke: async () => {
        clock += ms;
        return result;
      },
    } as unknown as Application;
    const watched = logRequests(
      application,
      (line) => lines.push(line),
      () => clock,
    );
    expect(await watched.invoke(channel, payload, { senderId: 1 })).toBe(result);
    return lines;
  }
  const payload = { itemId: 'biz-plan', patch: { note: 'Ann Example, EIN 12-3456789' } };

  it('are named by channel, item, outcome and time when they fail', async () => {
    const lines = await logged(failed('disk-full', 'Not saved: “Ann” …'), 7, 'answerItem', payload);
    expect(lines).toEqual(['answerItem biz-plan: disk-full in 7 ms']);
  });

  it('are named when they are slow', async () => {
    expect(await logged(ok({}), SLOW_MS, 'loadPlan', {})).toEqual([`loadPlan: ok in ${SLOW_MS} ms`]);
    expect(await logged(ok({}), SLOW_MS - 1, 'loadPlan', {})).toEqual([]);
  });

  it('are passed over when a person merely closed a dialog or mistyped a date', async () => {
    for (const code of ['cancelled', 'invalid-answer', 'nothing-to-undo'] as const) {
      expect(await logged(failed(code, 'words'), 1, 'answerItem', payload)).toEqual([]);
    }
  });

  it('bring no text of a page into it, neither as a channel nor as an item', async () => {
    const lines = await logged(failed('unknown-channel', 'x'), 1, 'EIN 12-3456789', { itemId: '12-3456789' });
    expect(lines).toEqual(['an unknown channel: unknown-channel in 1 ms']);
    for (const odd of [null, undefined, 'text', [], { itemId: {} }, Object.create({ itemId: 'biz-plan' })]) {
      expect(await logged(failed('invalid-input', 'x'), 1, 'answerItem', odd)).toEqual([
        'answerItem: invalid-input in 1 ms',
      ]);
    }
  });
});

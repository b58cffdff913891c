import { randomUUID } from 'node:crypto';
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApplication } from '../../electron/application/application.ts';
import { logFolder } from '../../electron/application/log-file.ts';
import type { Shell } from '../../electron/application/shell.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { failed } from '../../shared/domain/result.ts';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { anApplication } from '../support/an-application.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

// As written into every field by `markedPlan`, and into everything that is sent here.
const MARK = /q\d{4}z/;
const SENT = 'q9999z';

/** A folder with a plan in which every text, place, reason and finding is a mark. */
function aMarkedFolder(): string {
  const dataFolder = tempFolder();
  const { plan } = markedPlan(catalog, aProfile(), TODAY, ['biz-local']);
  anApplication({ catalog, dataFolder, samplePlan: plan }).application.close();
  return dataFolder;
}

/** A shell all of whose parts throw what they were given, as a system's own errors quote paths and names. */
function aThrowingShell(): Shell {
  const quote = async (...given: unknown[]): Promise<never> => {
    throw new Error(`${SENT} ${JSON.stringify(given)}`);
  };
  return aFakeShell(undefined, {
    makePdf: quote,
    print: quote,
    chooseSaveFile: quote,
    chooseOpenFile: quote,
    openLink: quote,
    openFile: quote,
    showInFolder: quote,
    planChanged: () => {
      throw new Error(SENT);
    },
  });
}

/** Messages to a channel that mean little or nothing, with the mark in every place a text may have. */
function marked(): readonly unknown[] {
  const file = { sha256: SENT, fileName: SENT, mediaType: SENT, bytes: 3 };
  return [
    SENT,
    [SENT],
    { [SENT]: SENT },
    { itemId: SENT, patch: { [SENT]: SENT } },
    { itemId: 'biz-ein', patch: { note: SENT, issued: SENT, [SENT]: SENT } },
    { itemId: 'biz-ein', reason: SENT },
    { itemId: 'biz-ein', dueOn: SENT },
    { kind: 'portal', id: SENT, patch: { name: SENT } },
    { kind: 'portal', id: null, patch: { name: SENT, address: SENT } },
    { patch: { business_name: SENT, town: SENT } },
    { fileName: `${SENT}.pdf`, bytes: 3 },
    { uploadId: SENT, at: 0, base64: SENT },
    { ...file, sha256: 'f'.repeat(64), mediaType: 'application/pdf', fileName: `${SENT}.pdf` },
    file,
    { format: 'pdf', paper: 'letter' },
    { paper: 'letter' },
    { linkId: SENT },
    { id: SENT },
    { fileId: SENT },
    { search: SENT, subject: null, beforeSeq: null },
    { unsaved: { 'biz-ein': { note: SENT } }, typed: { [SENT]: SENT } },
    { withEvidence: true },
    {},
  ];
}

/** Every file in a data folder that tells what happened and not what was answered, by its path. */
function tellingFiles(dataFolder: string): readonly string[] {
  const holdsAnswers = /^(?:plan\.db|backups\/|evidence\/|exports\/|quarantine\/|imports\/|\.)/;
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dataFolder, name))
    .filter((path) => statSync(path).isFile() && !holdsAnswers.test(relative(dataFolder, path)));
}

/** Starts the real application on a folder, and sends every channel everything, before and after `harm`. */
async function makeTrouble(dataFolder: string, harm: () => void): Promise<readonly string[]> {
  const said: string[] = [];
  const opened = openApplication({
    dataFolder,
    shell: aThrowingShell(),
    clock: { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` },
    newId: randomUUID,
    version: '1.2.3',
    notice: null,
    sample: false,
    log: (line) => said.push(line),
    checks: { lookUp: () => Promise.reject(new Error(SENT)) },
    evidence: { copiesIn: tempFolder() },
  });
  const application = expectOk(opened);
  for (const step of [() => {}, harm]) {
    step();
    for (const channel of CHANNELS.filter((name) => name !== 'runChecks')) {
      for (const payload of marked()) await application.invoke(channel, payload, { senderId: 1 });
    }
    await application.invoke(SENT, SENT, { senderId: 1 });
  }
  application.close();
  return said;
}

describe('whatever goes wrong, no answer gets into a log', () => {
  it.each<[string, (dataFolder: string) => void]>([
    ['the host fails', () => {}],
    [
      'the plan’s file is gone',
      (folder) => renameSync(join(folder, 'plan.db'), join(folder, 'plan.db-away')),
    ],
    ['the evidence is gone', (folder) => rmSync(join(folder, 'evidence'), { recursive: true, force: true })],
    [
      'the plan’s file is overwritten',
      (folder) => writeFileSync(join(folder, 'plan.db'), SENT.repeat(2_000)),
    ],
    [
      'backups cannot be made',
      (folder) => {
        rmSync(join(folder, 'backups'), { recursive: true, force: true });
        writeFileSync(join(folder, 'backups'), '');
      },
    ],
  ])('%s', async (_what, harm) => {
    const dataFolder = aMarkedFolder();
    const said = await makeTrouble(dataFolder, () => harm(dataFolder));
    const log = readFileSync(join(logFolder(dataFolder), 'first-claim.log'), 'utf8');
    // There was something to say.
    expect(log.split('\n').length).toBeGreaterThan(20);
    expect(said.join('\n')).not.toMatch(MARK);
    for (const path of tellingFiles(dataFolder)) {
      expect(readFileSync(path, 'latin1'), relative(dataFolder, path)).not.toMatch(MARK);
    }
  });

  it('a damaged plan is opened', async () => {
    const dataFolder = aMarkedFolder();
    // Without a backup, what is left is read out row by row.
    rmSync(join(dataFolder, 'backups'), { recursive: true, force: true });
    const plan = join(dataFolder, 'plan.db');
    truncateSync(plan, Math.floor(statSync(plan).size / 2));
    const said = await makeTrouble(dataFolder, () => {});
    expect(said.join('\n')).not.toMatch(MARK);
    for (const path of readdirSync(logFolder(dataFolder))) {
      expect(readFileSync(join(logFolder(dataFolder), path), 'utf8')).not.toMatch(MARK);
    }
  });

  it('the application itself could not open it', () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'plan.db'), `${SENT} `.repeat(500));
    writeFileSync(join(dataFolder, 'quarantine'), '');
    const said: string[] = [];
    const opened = openApplication({
      dataFolder,
      shell: aFakeShell(undefined, { openLink: async () => failed('link-refused', 'x') }),
      clock: { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` },
      newId: randomUUID,
      version: '1.2.3',
      notice: null,
      sample: false,
      log: (line) => said.push(line),
    });
    if (opened.ok) opened.value.close();
    expect(said.join('\n')).not.toMatch(MARK);
    for (const path of tellingFiles(dataFolder)) {
      expect(readFileSync(path, 'latin1'), relative(dataFolder, path)).not.toMatch(MARK);
    }
  });
});

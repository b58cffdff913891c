import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder, listBackups } from '../../electron/store/find-backups.ts';
import { openPlanFile } from '../../electron/store/open-plan-file.ts';
import { anApplication, tryOpen } from '../support/an-application.ts';
import { aCatalog } from '../support/an-item.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { afterSessions, openedPlan } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

const catalog = aCatalog([mixedItem]);
const itemId = mixedItem.id;

/** A folder whose plan holds one answer and was closed. */
async function aClosedPlan(): Promise<string> {
  const dataFolder = tempFolder();
  const { ask, application } = anApplication({ catalog, dataFolder });
  expectOk(await ask('answerItem', { itemId, patch: { name: 'Ann' } }));
  application.close();
  return dataFolder;
}

describe('the application', () => {
  it('says what happened to a damaged plan, and has its answers', async () => {
    const dataFolder = await aClosedPlan();
    const plan = join(dataFolder, 'plan.db');
    writeFileSync(plan, readFileSync(plan).fill(0xa5, 4_096));
    const { ask } = anApplication({ catalog, dataFolder, notice: 'This is the preview.' });
    expect(expectOk(await ask('getAppInfo', {})).notice).toMatch(
      /^This is the preview\. Your plan file was damaged.*comes from the backup of.*nothing is lost.*quarantine\//,
    );
    expect(expectOk(await ask('loadPlan', {})).plan.items[itemId]?.answers).toEqual({ name: 'Ann' });
  });

  it('says nothing of it at the next start', async () => {
    const dataFolder = await aClosedPlan();
    writeFileSync(join(dataFolder, 'plan.db'), '');
    anApplication({ catalog, dataFolder }).application.close();
    expect(expectOk(await anApplication({ catalog, dataFolder }).ask('getAppInfo', {})).notice).toBeNull();
  });

  it('opens a data folder only once at a time, and says so', async () => {
    const dataFolder = await aClosedPlan();
    const first = anApplication({ catalog, dataFolder });
    expect(tryOpen({ catalog, dataFolder })).toMatchObject({
      ok: false,
      error: { code: 'store-busy', message: expect.stringMatching(/already open with the folder/) },
    });
    expectOk(await first.ask('answerItem', { itemId, patch: { name: 'Bea' } }));
    first.application.close();
    anApplication({ catalog, dataFolder });
  });

  it('lets go of a data folder whose plan it could not open', () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'plan.db'), 'a letter');
    expect(tryOpen({ catalog, dataFolder }).ok).toBe(false);
    writeFileSync(join(dataFolder, 'plan.db'), '');
    anApplication({ catalog, dataFolder });
  });

  it('logs a backup that could not be made when it closes, without a word of what was answered', async () => {
    const dataFolder = tempFolder();
    const first = anApplication({ catalog, dataFolder });
    expectOk(await first.ask('answerItem', { itemId, patch: { name: 'Secretive' } }));
    writeFileSync(backupFolder(dataFolder), 'in the way');
    first.application.close();
    expect(first.log).toEqual([
      expect.stringMatching(/^No backup was made: there is a file called “backups”/),
    ]);
    expect(first.log.join()).not.toContain('Secretive');
  });
});

describe('an unharmed plan', () => {
  const sealIn = (folder: string): { readonly checkedOn: string } =>
    JSON.parse(readFileSync(join(folder, 'plan.seal'), 'utf8'));

  it('is looked at thoroughly once a week, and when the clock has jumped', () => {
    const folder = afterSessions(1);
    const openOn = (today: string): string => {
      const now = (): string => `${today}T12:00:00.000Z`;
      expectOk(openPlanFile(folder, { now, today: () => today, nameOf: String })).close();
      return sealIn(folder).checkedOn;
    };
    expect(sealIn(folder).checkedOn).toBe('2026-11-22');
    expect(openOn('2026-11-28')).toBe('2026-11-22');
    expect(openOn('2026-11-29')).toBe('2026-11-29');
    expect(openOn('2020-01-01')).toBe('2020-01-01');
  });

  it('stays as it is, to the byte, when it is only looked at', () => {
    const folder = afterSessions(2);
    const before = readFileSync(join(folder, 'plan.db'));
    openedPlan(folder).close();
    expect(readFileSync(join(folder, 'plan.db'))).toEqual(before);
    expect(listBackups(folder)).toHaveLength(2);
  });
});

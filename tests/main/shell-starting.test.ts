import { existsSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualBrowserPaths } from '../../electron/shell/find-browser.ts';
import { defaultDataFolder, launchOptions } from '../../electron/shell/launch-options.ts';
import { menuTemplate } from '../../electron/shell/menu-template.ts';
import { createPreviewShell, freePath, openerFor } from '../../electron/shell/preview-shell.ts';
import { localDate } from '../../electron/shell/system-clock.ts';
import { QUIT, SHOW_FOLDER, TROUBLE_PATH, troublePages } from '../../electron/shell/trouble-page.ts';
import { ok } from '../../shared/domain/result.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('launch options', () => {
  it('take the data folder in either spelling', () => {
    expect(launchOptions(['--data-dir=plans'])).toEqual({ dataFolder: resolve('plans'), sample: false });
    expect(launchOptions(['--data-dir', '/plans', '--sample'])).toEqual({
      dataFolder: '/plans',
      sample: true,
    });
  });

  it('let the engine’s own flags pass', () => {
    const argv = ['--no-sandbox', '--remote-debugging-port=0', '.', '--data-dir=/plans', '--lang=de'];
    expect(launchOptions(argv)).toEqual({ dataFolder: '/plans', sample: false });
  });

  it('use the user’s own folder when none is named', () => {
    expect(launchOptions([])).toEqual({ dataFolder: defaultDataFolder(), sample: false });
    expect(launchOptions(['--data-dir']).dataFolder).toBe(defaultDataFolder());
  });

  it('keep the example plan out of the user’s own folder', () => {
    const first = launchOptions(['--sample']);
    const second = launchOptions(['--sample']);
    for (const { dataFolder } of [first, second]) rmdirSync(dataFolder);
    expect(first.sample).toBe(true);
    expect(first.dataFolder.startsWith(join(tmpdir(), 'first-claim-sample-'))).toBe(true);
    expect(second.dataFolder).not.toBe(first.dataFolder);
  });

  it.each([
    ['linux', {}, '/home/ana/.config/First Claim'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/First Claim'],
    ['darwin', {}, '/home/ana/Library/Application Support/First Claim'],
    ['win32', { APPDATA: '/appdata' }, '/appdata/First Claim'],
    // What is not absolute would mean another folder wherever the app is started from.
    ['linux', { XDG_CONFIG_HOME: 'conf' }, '/home/ana/.config/First Claim'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/ana/.config/First Claim'],
    ['win32', { APPDATA: 'appdata' }, '/home/ana/AppData/Roaming/First Claim'],
  ] as const)('follow the custom of %s %o', (platform, env, folder) => {
    expect(defaultDataFolder(platform, env, '/home/ana')).toBe(folder);
  });
});

describe('a home that the environment does not name', () => {
  it.runIf(process.platform !== 'win32')('is the one that the system knows', () => {
    const before = process.env.HOME;
    process.env.HOME = '';
    try {
      expect(isAbsolute(defaultDataFolder('linux', {}))).toBe(true);
    } finally {
      process.env.HOME = before;
    }
  });
});

describe('today', () => {
  it('is the date where the user is, not in Greenwich', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(localDate(new Date(2026, 10, 22, 0, 1))).toBe('2026-11-22');
  });
});

describe('browsers for the preview', () => {
  it('are looked for on the path, but not in snaps', () => {
    const paths = usualBrowserPaths('linux', { PATH: '/usr/bin:/snap/bin' });
    expect(paths).toContain('/usr/bin/chromium');
    expect(paths.some((path) => path.startsWith('/snap/'))).toBe(false);
  });

  it('are looked for where macOS and Windows keep them', () => {
    expect(usualBrowserPaths('darwin', {})).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(usualBrowserPaths('win32', { PROGRAMFILES: '/p' })).toContain(
      '/p/Microsoft/Edge/Application/msedge.exe',
    );
  });
});

describe('the preview’s shell', () => {
  const printing = {
    makePdf: async () => ok(new Uint8Array()),
    print: async () => ok(null),
    reportReady: () => {},
    planChanged: () => {},
    checkProgress: () => {},
    archiveProgress: () => {},
  };

  it('saves into the data folder without asking', async () => {
    const folder = tempFolder();
    const shell = createPreviewShell(folder, printing);
    const request = { suggestedName: 'report.pdf', typeName: 'PDF', extension: 'pdf' };
    expect(await shell.chooseSaveFile(request)).toBe(join(folder, 'exports', 'report.pdf'));
  });

  it('makes no data folder anew that has gone, which would hide that it has', async () => {
    const folder = join(tempFolder(), 'gone');
    const shell = createPreviewShell(folder, printing);
    const request = { suggestedName: 'report.pdf', typeName: 'PDF', extension: 'pdf' };
    await expect(shell.chooseSaveFile(request)).rejects.toThrow('ENOENT');
    expect(existsSync(folder)).toBe(false);
  });

  it('never saves over a file', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'report.pdf'), '');
    writeFileSync(join(folder, 'report (2).pdf'), '');
    expect(freePath(folder, 'report.pdf', 'pdf')).toBe(join(folder, 'report (3).pdf'));
    expect(freePath(folder, 'plan', 'json')).toBe(join(folder, 'plan.json'));
  });

  it('opens no address but a secure one', async () => {
    const shell = createPreviewShell(tempFolder(), printing);
    expect(await shell.openLink('file:///etc/passwd')).toMatchObject({ error: { code: 'link-refused' } });
  });

  it.each(['linux', 'darwin', 'win32'] as const)('opens things on %s without a command shell', (platform) => {
    expect(['xdg-open', 'open', 'rundll32']).toContain(openerFor(platform)[0]);
  });
});

describe('the menu', () => {
  const actions = { savePdf: () => {}, print: () => {}, showDataFolder: () => {} };
  const labels = (platform: NodeJS.Platform, devTools: boolean): string =>
    JSON.stringify(menuTemplate(platform, actions, { devTools }));

  it('prints and saves from the keyboard', () => {
    expect(labels('linux', false)).toContain('"accelerator":"CmdOrCtrl+P"');
    expect(labels('linux', false)).toContain('Save report as PDF');
  });

  it('offers developer tools and reloading in no shipped app', () => {
    expect(labels('linux', false)).not.toMatch(/DevTools|reload/i);
    expect(labels('linux', true)).toContain('toggleDevTools');
  });

  it('follows macOS with a menu of the app’s own name', () => {
    expect(labels('darwin', false)).toContain('appMenu');
    expect(labels('win32', false)).toContain('about');
  });
});

describe('the page shown when the plan cannot be opened', () => {
  const page = troublePages('A "newer" <version> & more.', '/data/<b>').get(TROUBLE_PATH) ?? '';

  it('says why and where, as text only', () => {
    expect(page).toContain('A &quot;newer&quot; &lt;version&gt; &amp; more.');
    expect(page).toContain('/data/&lt;b&gt;');
  });

  it('offers the folder and the way out without script or inline style', () => {
    expect(page).toContain(`href="${SHOW_FOLDER}"`);
    expect(page).toContain(`href="${QUIT}"`);
    expect(page).not.toMatch(/<script|style=| on\w+=/);
  });
});

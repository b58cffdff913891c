import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// What no rule at run time can see: that the ways around the rules are not in what ships.

const root = join(import.meta.dirname, '..', '..');
const sources = globSync(['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'], { cwd: root }).map(
  (file) => {
    const path = file.replaceAll('\\', '/');
    // Comments may name what the code must not do.
    const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return { path, text };
  },
);

const filesWith = (pattern: RegExp, under = ''): readonly string[] =>
  sources.filter(({ path, text }) => path.startsWith(under) && pattern.test(text)).map(({ path }) => path);

describe('the sources of what ships', () => {
  it('are all read', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(filesWith(/registerAppScheme/)).toEqual(expect.arrayContaining(['electron/main.ts']));
  });

  it.each([
    ['turn text into code', /\beval\s*\(|new Function\b|vm\.run|from 'node:vm'/],
    ['use the remote module', /@electron\/remote|enableRemoteModule/],
    ['start the crash reporter', /\bcrashReporter\b/],
    ['start a command shell', /shell:\s*true|\{[^}]*\bexec(?:Sync)?\b[^}]*\} from 'node:child_process'/],
    [
      'switch a protection off',
      /webSecurity:\s*false|sandbox:\s*false|contextIsolation:\s*false|nodeIntegration\w*:\s*true/,
    ],
    [
      'switch on what is experimental',
      /enableBlinkFeatures|experimentalFeatures:\s*true|allowRunningInsecureContent:\s*true/,
    ],
    ['have a webview', /<webview|allowpopups|webviewTag:\s*true/],
    ['load a page from a file', /\bloadFile\(|loadURL\(\s*[`'"](?:file|https?):/],
    ['take a certificate on trust', /certificate-error|setCertificateVerifyProc|ignore-certificate-errors/],
    ['silence the engine’s own warnings', /ELECTRON_DISABLE_SECURITY_WARNINGS/],
  ])('never %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it('make no element from text in a page', () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|srcDoc|createPolicy/;
    expect(filesWith(sinks, 'renderer/')).toEqual([]);
  });

  it('hand addresses to the browser in one place, which checks them', () => {
    expect(filesWith(/openExternal\(/)).toEqual(['electron/shell/electron-shell.ts']);
  });

  it('send code into a window in one place, and there a fixed sentence', () => {
    expect(filesWith(/executeJavaScript\(/)).toEqual(['electron/shell/report-window.ts']);
    const { text = '' } = sources.find(({ path }) => path === 'electron/shell/report-window.ts') ?? {};
    expect(text.match(/executeJavaScript\(([^)]*)/g)).toEqual([
      expect.stringMatching(/\('document\.fonts\.ready/),
    ]);
  });

  it('reach for Electron in pages through the bridge alone', () => {
    expect(filesWith(/from 'electron'|require\(/, 'renderer/')).toEqual([]);
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['electron/preload.ts']);
    expect([...filesWith(/\bipcMain\b/)].sort()).toEqual([
      'electron/security/ipc-door.ts',
      'electron/shell/electron-app.ts',
    ]);
  });

  it('pin the Electron that ships, and it is one of 2026', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(devDependencies.electron ?? '', 10)).toBeGreaterThanOrEqual(45);
  });
});

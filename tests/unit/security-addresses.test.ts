import { describe, expect, it } from 'vitest';
import { isAppUrl, originOf } from '../../electron/security/app-origin.ts';
import { isReload } from '../../electron/security/navigation.ts';
import { mayRequest } from '../../electron/security/network.ts';
import { isSafeLink } from '../../electron/security/safe-link.ts';

describe('our own addresses', () => {
  it.each([
    'app://first-claim/',
    'app://first-claim/report.html?paper=a4',
    'APP://first-claim/index.html#/x',
  ])('knows %s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    'https://first-claim/',
    'https://evil.example/?next=app://first-claim/',
    'app://first-claim.evil.example/',
    'app://first-claim@evil.example/',
    'app://evil@first-claim/',
    'app://first-claim:8080/',
    'app:///first-claim/',
    'app:first-claim',
    'application://first-claim/',
    'file:///app://first-claim/',
    'javascript:void("app://first-claim/")',
    'data:text/html,app://first-claim/',
    'about:blank',
    '',
  ])('does not take %j for one', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });

  it('names no origin for what is no address', () => {
    expect(originOf('index.html')).toBeNull();
  });
});

describe('links that leave for the browser', () => {
  it.each(['https://www.irs.gov/ein', 'https://naag.org/find-my-ag/?state=NJ#top'])('lets %s out', (url) => {
    expect(isSafeLink(url)).toBe(true);
  });

  it.each([
    'http://www.irs.gov/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'smb://server/share',
    'ms-msdt:/id',
    'https://user:password@example.com/',
    'https://localhost/',
    '//example.com/',
    'www.example.com',
    '',
  ])('keeps %j in', (url) => {
    expect(isSafeLink(url)).toBe(false);
  });
});

describe('navigation', () => {
  const here = 'app://first-claim/index.html#/item/biz-ein';

  it('may load the page it shows again', () => {
    expect(isReload(here, 'app://first-claim/index.html#/item/biz-ein')).toBe(true);
    expect(isReload(here, 'app://first-claim/index.html')).toBe(true);
  });

  it.each([
    'app://first-claim/report.html',
    'app://first-claim/',
    'https://example.com/',
    'file:///index.html',
  ])('may not go to %s', (url) => {
    expect(isReload(here, url)).toBe(false);
  });

  it('may not load a foreign page again either', () => {
    expect(isReload('https://example.com/', 'https://example.com/')).toBe(false);
  });
});

describe('requests of a window', () => {
  it('may ask for our files', () => {
    expect(mayRequest('app://first-claim/assets/index.js', { devTools: false })).toBe(true);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://example.com/',
    'file:///etc/passwd',
    'ftp://x/',
  ])('may not ask for %s', (url) => {
    expect(mayRequest(url, { devTools: true })).toBe(false);
  });

  it('may load developer tools only where they are allowed', () => {
    const url = 'devtools://devtools/bundled/devtools_app.html';
    expect(mayRequest(url, { devTools: true })).toBe(true);
    expect(mayRequest(url, { devTools: false })).toBe(false);
  });
});

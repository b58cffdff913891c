import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerRequest, locateRendererFile } from '../../electron/security/renderer-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A site with one page and one script, and a secret beside it that must never be served. */
function aSite(): { readonly origin: string; readonly root: string } {
  const folder = tempFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-old'));
  writeFileSync(join(root, 'index.html'), '<p>page</p>');
  writeFileSync(join(root, 'assets', 'index-B_d-1.js'), 'page()');
  writeFileSync(join(root, 'notes.txt'), 'not ours to show');
  writeFileSync(join(root, '.hidden.js'), 'hidden');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'renderer-old', 'secret.js'), 'secret');
  return { origin: 'app://first-claim', root };
}

const get = (url: string) => ({ method: 'GET', url });

describe('files of the renderer', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/index.html', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/index.html?paper=a4#/item/biz-ein', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/assets/index-B_d-1.js', 'text/javascript; charset=utf-8', 'page()'],
  ])('serves %s', async (path, mediaType, content) => {
    const site = aSite();
    const answer = await answerRequest(site, get(site.origin + path));
    expect(answer.status).toBe(200);
    expect(answer.headers['Content-Type']).toBe(mediaType);
    expect(new TextDecoder().decode(answer.body)).toBe(content);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/%252e%252e%252fsecret.js',
    '/../renderer-old/secret.js',
    '/..%2frenderer-old%2fsecret.js',
    '//secret.js',
    '/%2fetc/passwd.js',
    '/C:%5csecret.js',
    '/index.html%00.js',
    '/assets/index-B_d-1.js%00',
    '/%E0%A4%A',
    '/assets/',
    '/assets',
    '/.hidden.js',
    '/notes.txt',
    '/missing.js',
    '/constructor',
  ])('refuses %s', async (path) => {
    const site = aSite();
    const answer = await answerRequest(site, get(site.origin + path));
    expect(answer.status).toBe(404);
    expect(answer.body).toHaveLength(0);
  });

  it.each(['../secret.js', '/../secret.js', '/a/../../secret.js', '/..', '/./index.html', ''])(
    'finds no file for the raw path %j',
    (path) => {
      expect(locateRendererFile(aSite().root, path)).toBeNull();
    },
  );

  it.each([
    'app://first-claim.evil/index.html',
    'app://evil/index.html',
    'app://user@first-claim/index.html',
    'app://first-claim:81/index.html',
    'https://first-claim/index.html',
    'file:///index.html',
    'not an address',
  ])('refuses the address %s', async (url) => {
    expect((await answerRequest(aSite(), get(url))).status).toBe(403);
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE', 'get'])('refuses the method %s', async (method) => {
    const site = aSite();
    expect((await answerRequest(site, { method, url: `${site.origin}/index.html` })).status).toBe(405);
  });

  it('sends the policy with every answer, found or not', async () => {
    const site = aSite();
    for (const path of ['/index.html', '/missing.js']) {
      const { headers } = await answerRequest(site, get(site.origin + path));
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
    }
  });

  it('serves a page held in memory by its exact path only', async () => {
    const site = { ...aSite(), pages: new Map([['/trouble.html', 'trouble']]) };
    expect((await answerRequest(site, get(`${site.origin}/trouble.html`))).status).toBe(200);
    expect((await answerRequest(site, get(`${site.origin}/x/trouble.html`))).status).toBe(404);
  });

  it('does not follow a folder that is a file', async () => {
    const site = aSite();
    symlinkSync(join(site.root, 'index.html'), join(site.root, 'loop'));
    expect((await answerRequest(site, get(`${site.origin}/loop/index.html`))).status).toBe(404);
  });
});

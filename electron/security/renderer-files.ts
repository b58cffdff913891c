import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { originOf } from './app-origin.ts';
import { SECURITY_HEADERS } from './content-security-policy.ts';

/** The kinds of file the renderer's build makes. Anything else in the folder is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Names as Vite writes them: no leading dot, no percent sign, no backslash, no NUL, no drive letter.
const SAFE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** What is served: one origin, the files in one folder, and pages that exist only in memory (by path). */
export interface Site {
  readonly origin: string;
  readonly root: string;
  readonly pages?: ReadonlyMap<string, string>;
}

export interface FileAnswer {
  readonly status: 200 | 403 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Turns the path of an address into a file within `root` and its media type; null if it is not one we serve. */
export function locateRendererFile(
  root: string,
  pathname: string,
): { readonly path: string; readonly mediaType: string } | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
  } catch {
    return null;
  }
  const mediaType = MEDIA_TYPES[extname(decoded)];
  if (!SAFE_PATH.test(decoded) || mediaType === undefined) return null;
  const path = resolve(root, `.${decoded}`);
  // The pattern already keeps the path inside. This is the rule itself, should the pattern ever be loosened.
  const within = relative(root, path);
  if (within === '' || within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within)) return null;
  return { path, mediaType };
}

/** Answers a request for one of our pages or its parts. Both shells serve through this function. */
export async function answerRequest(
  site: Site,
  request: { readonly method: string; readonly url: string },
): Promise<FileAnswer> {
  if (originOf(request.url) !== site.origin) return refusal(403);
  if (request.method !== 'GET') return refusal(405);
  const { pathname } = new URL(request.url);
  const page = site.pages?.get(pathname);
  if (page !== undefined) return found(new TextEncoder().encode(page), MEDIA_TYPES[extname(pathname)]);
  const file = locateRendererFile(site.root, pathname);
  if (file === null) return refusal(404);
  try {
    return found(await readFile(file.path), file.mediaType);
  } catch {
    return refusal(404);
  }
}

function found(body: Uint8Array, mediaType = 'text/plain; charset=utf-8'): FileAnswer {
  return { status: 200, headers: { ...SECURITY_HEADERS, 'Content-Type': mediaType }, body };
}

function refusal(status: 403 | 404 | 405): FileAnswer {
  return {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
    body: new Uint8Array(),
  };
}

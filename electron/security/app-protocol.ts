import { protocol } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from './app-origin.ts';
import { answerRequest, type Site } from './renderer-files.ts';

/** Makes `app://` a scheme with an origin, secure contexts and a code cache. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the renderer's files, and pages held in memory, under `app://first-claim/`. */
export function serveApp(site: Omit<Site, 'origin'>): void {
  protocol.handle(APP_SCHEME, async ({ method, url }) => {
    const { status, headers, body } = await answerRequest({ ...site, origin: APP_ORIGIN }, { method, url });
    return new Response(Buffer.from(body), { status, headers });
  });
}

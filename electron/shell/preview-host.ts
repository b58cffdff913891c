import type { BrowserContext, Page, Request, Route } from 'playwright';
import { failed, type Result } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import { ARCHIVE_PROGRESS, CHANNELS, CHECK_PROGRESS, PLAN_CHANGED } from '../../shared/ipc/channels.ts';
import type { CheckProgress } from '../../shared/ipc/contract.ts';
import { originOf } from '../security/app-origin.ts';
import { answerRequest } from '../security/renderer-files.ts';
import { installPreviewBridge, PREVIEW_BINDING } from './preview-bridge.ts';

/** A made-up secure origin. Nothing is listening there: every request is answered by this process. */
export const PREVIEW_ORIGIN = 'https://first-claim.invalid';

/** Serves our pages to browsers and carries their requests to the application. */
export interface PreviewHost {
  /** Readies a browser context: its pages come from us alone and get `window.firstClaim`. */
  readonly adopt: (context: BrowserContext, titleSuffix: string) => Promise<void>;
  /** The number by which the application knows a page. */
  readonly idOf: (page: Page) => number;
  /** Tells every page that the store changed. */
  readonly planChanged: () => void;
  /** Tells every page how far the checks are. */
  readonly checkProgress: (progress: CheckProgress) => void;
  /** Tells every page how far work on an archive is. */
  readonly archiveProgress: (progress: ArchiveProgress) => void;
}

/** Makes a host for the files in `rendererRoot` and the `extraPages` held in memory. */
export function createPreviewHost(options: {
  readonly rendererRoot: string;
  readonly extraPages: ReadonlyMap<string, string>;
  readonly invoke: (channel: string, payload: unknown, senderId: number) => Promise<Result<unknown>>;
  /** Told of every request that was refused because it was not for us. */
  readonly onRefused: (url: string) => void;
}): PreviewHost {
  const site = { origin: PREVIEW_ORIGIN, root: options.rendererRoot, pages: options.extraPages };
  const ids = new Map<Page, number>();
  let lastId = 0;

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    if (originOf(request.url()) !== PREVIEW_ORIGIN) {
      options.onRefused(request.url());
      // An empty answer to a navigation leaves the window on the page it shows.
      return leavesOurPage(request) ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient');
    }
    const asked = { method: request.method(), url: request.url() };
    const { status, headers, body } = await answerRequest(site, asked);
    return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
  }

  function idOf(page: Page): number {
    const known = ids.get(page);
    if (known !== undefined) return known;
    lastId += 1;
    ids.set(page, lastId);
    page.once('close', () => ids.delete(page));
    return lastId;
  }

  function tell(event: string): void {
    // A page that is closing has nobody left to tell.
    for (const page of ids.keys()) page.evaluate(`dispatchEvent(${event})`).catch(() => {});
  }

  return {
    idOf,
    adopt: async (context, titleSuffix) => {
      await context.route('**/*', answer);
      // No page of ours opens a window; those we open for printing have no opener.
      context.on('page', async (page) => {
        if ((await page.opener()) !== null) await page.close();
      });
      await context.exposeBinding(PREVIEW_BINDING, ({ page, frame }, channel: unknown, payload: unknown) =>
        typeof channel === 'string' && frame === page.mainFrame() && originOf(frame.url()) === PREVIEW_ORIGIN
          ? options.invoke(channel, payload, idOf(page))
          : failed('bad-sender', 'This page may not talk to First Claim.'),
      );
      const names = {
        binding: PREVIEW_BINDING,
        channels: CHANNELS,
        planChanged: PLAN_CHANGED,
        checkProgress: CHECK_PROGRESS,
        archiveProgress: ARCHIVE_PROGRESS,
        titleSuffix,
      };
      await context.addInitScript(installPreviewBridge, names);
    },
    planChanged: () => tell(`new Event(${JSON.stringify(PLAN_CHANGED)})`),
    checkProgress: (progress) =>
      tell(`new CustomEvent(${JSON.stringify(CHECK_PROGRESS)}, { detail: ${JSON.stringify(progress)} })`),
    archiveProgress: (progress) =>
      tell(`new CustomEvent(${JSON.stringify(ARCHIVE_PROGRESS)}, { detail: ${JSON.stringify(progress)} })`),
  };
}

function leavesOurPage(request: Request): boolean {
  try {
    return request.isNavigationRequest() && originOf(request.frame().url()) === PREVIEW_ORIGIN;
  } catch {
    // The frame of a window that is only opening is not known yet.
    return false;
  }
}

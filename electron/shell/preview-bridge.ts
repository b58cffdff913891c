/** Name of the function that carries a request out of the page. */
export const PREVIEW_BINDING = '__firstClaimInvoke' as const;

interface PreviewDocument {
  title: string;
  readonly head: unknown;
  addEventListener: (name: string, listener: () => void) => void;
}

interface PreviewPage {
  [PREVIEW_BINDING]?: (channel: string, payload: unknown) => Promise<unknown>;
  firstClaim?: unknown;
  document: PreviewDocument;
  MutationObserver: new (
    callback: () => void,
  ) => { observe: (target: unknown, options: Readonly<Record<string, boolean>>) => void };
  addEventListener: (name: string, listener: (event: { readonly detail?: unknown }) => void) => void;
  removeEventListener: (name: string, listener: (event: { readonly detail?: unknown }) => void) => void;
}

/**
 * Runs inside the page before its own scripts and builds the same `window.firstClaim` as the preload does. It is sent
 * to the browser as text, so it may use nothing outside itself.
 */
export function installPreviewBridge(names: {
  readonly binding: typeof PREVIEW_BINDING;
  readonly channels: readonly string[];
  readonly planChanged: string;
  readonly checkProgress: string;
  readonly archiveProgress: string;
  /** Kept at the end of the title, whatever the page calls itself. */
  readonly titleSuffix: string;
}): void {
  const page = globalThis as unknown as PreviewPage;
  // Calls go past every policy and every filter. Electron has a switch for them, an installed browser has none.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(page, name);
  const invoke = page[names.binding];
  if (invoke === undefined) return;
  const bridge: Record<string, unknown> = {
    onPlanChanged: (listener: () => void) => {
      const notify = (): void => listener();
      page.addEventListener(names.planChanged, notify);
      return () => page.removeEventListener(names.planChanged, notify);
    },
    onCheckProgress: (listener: (progress: unknown) => void) => {
      const notify = ({ detail }: { readonly detail?: unknown }): void => listener(detail ?? null);
      page.addEventListener(names.checkProgress, notify);
      return () => page.removeEventListener(names.checkProgress, notify);
    },
    onArchiveProgress: (listener: (progress: unknown) => void) => {
      const notify = ({ detail }: { readonly detail?: unknown }): void => listener(detail ?? null);
      page.addEventListener(names.archiveProgress, notify);
      return () => page.removeEventListener(names.archiveProgress, notify);
    },
  };
  for (const channel of names.channels) bridge[channel] = (input: unknown) => invoke(channel, input);
  const { document, MutationObserver } = page;
  const markTitle = (): void => {
    if (!document.title.endsWith(names.titleSuffix)) document.title += names.titleSuffix;
  };
  document.addEventListener('DOMContentLoaded', () => {
    markTitle();
    const watched = { childList: true, characterData: true, subtree: true };
    new MutationObserver(markTitle).observe(document.head, watched);
  });
  Object.defineProperty(page, 'firstClaim', { value: Object.freeze(bridge), enumerable: true });
}

import type { WebPreferences } from 'electron';

/**
 * Preferences of every window. Most are Electron's defaults today; they are spelled out so that neither a new default
 * nor a careless copy can loosen them. Checklist items 2 to 4, 6, 8 to 11.
 */
export function secureWebPreferences(options: {
  readonly preload: string;
  readonly devTools: boolean;
}): WebPreferences {
  return {
    preload: options.preload,
    devTools: options.devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Dialogs that would hand a page files of the user's, past every permission. Ours has its own way to attach a file.
    disableBlinkFeatures: 'FileSystemAccessLocal',
    // Chromium would download dictionaries for it.
    spellcheck: false,
  };
}

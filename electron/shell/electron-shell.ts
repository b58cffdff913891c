import { type BrowserWindow, dialog, shell } from 'electron';
import { failed, ok } from '../../shared/domain/result.ts';
import { ARCHIVE_PROGRESS, CHECK_PROGRESS, PLAN_CHANGED } from '../../shared/ipc/channels.ts';
import type { Shell } from '../application/shell.ts';
import { isSafeLink } from '../security/safe-link.ts';

/** The Shell port on Electron: native dialogs, the user's browser, the file manager. */
export function createElectronShell(
  printing: Pick<Shell, 'makePdf' | 'print' | 'reportReady'>,
  windows: { readonly main: () => BrowserWindow | null; readonly all: () => readonly BrowserWindow[] },
): Shell {
  return {
    kind: 'electron',
    ...printing,
    chooseSaveFile: async ({ suggestedName, typeName, extension }) => {
      const options = { defaultPath: suggestedName, filters: [{ name: typeName, extensions: [extension] }] };
      const parent = windows.main();
      const answer =
        parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    chooseOpenFile: async ({ typeName, extension }) => {
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: typeName, extensions: [extension] }],
      };
      const parent = windows.main();
      const answer =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      return ok(answer.canceled ? null : (answer.filePaths[0] ?? null));
    },
    openLink: async (url) => {
      // The application made this address from a link id. Checked again, since a browser opens anything.
      if (!isSafeLink(url)) return failed('link-refused', 'Only secure web addresses are opened.');
      try {
        await shell.openExternal(url);
        return ok(null);
      } catch {
        return failed('link-refused', 'This computer has no browser to open the page with.');
      }
    },
    openFile: async (path) => {
      const trouble = await shell.openPath(path);
      return trouble === ''
        ? ok(null)
        : failed('file-failed', 'This computer has no program to open this document with.');
    },
    showInFolder: async (path) => {
      shell.showItemInFolder(path);
      return ok(null);
    },
    planChanged: () => {
      for (const window of windows.all()) window.webContents.send(PLAN_CHANGED);
    },
    checkProgress: (progress) => {
      for (const window of windows.all()) window.webContents.send(CHECK_PROGRESS, progress);
    },
    archiveProgress: (progress) => {
      for (const window of windows.all()) window.webContents.send(ARCHIVE_PROGRESS, progress);
    },
  };
}

import { type BrowserWindow, dialog, shell } from 'electron';
import type { Failure } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import type { Invocations } from './invocations.ts';
import type { MenuActions } from './menu-template.ts';

/** Letter: the audience is in the US. The report page offers A4. */
const PAPER = 'letter';

/** Does from the menu what the report page's buttons do, through the same channels. */
export function menuActions(options: {
  readonly window: () => BrowserWindow | null;
  readonly invocations: Pick<Invocations, 'invoke'>;
  readonly dataFolder: string;
}): MenuActions {
  async function ask<C extends Channel>(channel: C, input: InputOf<C>): Promise<void> {
    const window = options.window();
    if (window === null) return;
    const answer = await options.invocations.invoke(channel, input, window.webContents.id);
    if (!answer.ok) await tellFailure(window, answer.error);
    else if (channel === 'exportReport') await tellSaved(window, answer.value as Saved);
  }

  async function tellSaved(window: BrowserWindow, saved: Saved): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'info',
      message: `Saved ${saved.fileName}`,
      detail: saved.folder,
      buttons: ['OK', 'Show in folder'],
    });
    if (response !== 1) return;
    await options.invocations.invoke('revealFile', { fileId: saved.fileId }, window.webContents.id);
  }

  return {
    savePdf: () => void ask('exportReport', { format: 'pdf', paper: PAPER }),
    print: () => void ask('printReport', { paper: PAPER }),
    showDataFolder: () => void shell.openPath(options.dataFolder),
  };
}

interface Saved {
  readonly fileId: string;
  readonly fileName: string;
  readonly folder: string;
}

async function tellFailure(window: BrowserWindow, failure: Failure): Promise<void> {
  // Thinking better of it is no failure.
  if (failure.code === 'cancelled') return;
  await dialog.showMessageBox(window, { type: 'warning', message: failure.message });
}

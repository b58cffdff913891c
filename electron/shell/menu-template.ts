import type { MenuItemConstructorOptions } from 'electron';

/** What the menu can ask for beyond Electron's own roles. */
export interface MenuActions {
  readonly savePdf: () => void;
  readonly print: () => void;
  readonly showDataFolder: () => void;
}

/** The whole menu as data, so that it can be tested without a window. */
export function menuTemplate(
  platform: NodeJS.Platform,
  actions: MenuActions,
  options: { readonly devTools: boolean },
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Save report as PDF…', accelerator: 'CmdOrCtrl+Shift+S', click: actions.savePdf },
        { label: 'Print report…', accelerator: 'CmdOrCtrl+P', click: actions.print },
        { type: 'separator' },
        { label: 'Show data folder', click: actions.showDataFolder },
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(options.devTools ? ([{ type: 'separator' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    { role: 'windowMenu' },
    // On macOS "About" stands in the app's own menu.
    ...(mac ? [] : [help]),
  ];
}

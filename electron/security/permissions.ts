import type { Session } from 'electron';

/**
 * Refuses every permission: camera, microphone, location, notifications, devices, screen capture. Electron's default
 * is to grant them all. Checklist item 5.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

/** A whole Electron on this computer. */
export interface ElectronDist {
  readonly folder: string;
  readonly version: string;
}

/** The first Electron that has the fuse `grantFileProtocolExtraPrivileges`. */
const FILE_FUSE_SINCE = 29;

/**
 * The settings for one Electron at hand. As text, because the builder reads "leave this fuse alone" as "off", and asking
 * for a fuse that an older Electron lacks stops it. Only tests package one that old.
 */
export function fitSettings(settings: string, out: string, electron: ElectronDist | null): string {
  const placed = settings.replace(
    /^( +output:) .*$/m,
    (_line, key: string) => `${key} ${JSON.stringify(out)}`,
  );
  if (electron === null) return placed;
  const lacksFileFuse = Number.parseInt(electron.version, 10) < FILE_FUSE_SINCE;
  const fused = lacksFileFuse ? placed.replace(/^ +grantFileProtocolExtraPrivileges:.*\n/m, '') : placed;
  const { folder, version } = electron;
  return `${fused}electronDist: ${JSON.stringify(folder)}\nelectronVersion: ${JSON.stringify(version)}\n`;
}

import { DEVICE_CHECK_IDS, type DeviceCheckFamily, type DeviceCheckId } from './device-check.ts';
import { diskEncryption } from './disk-encryption.ts';
import { firewall } from './firewall.ts';
import { malwareProtection } from './malware-protection.ts';
import { osSupport } from './os-support.ts';
import { osUpdates } from './os-updates.ts';
import { screenLock } from './screen-lock.ts';
import { vpn } from './vpn.ts';
import { wifiSecurity } from './wifi-security.ts';

const BY_ID: Readonly<Record<DeviceCheckId, DeviceCheckFamily>> = {
  'disk-encryption': diskEncryption,
  firewall,
  'os-support': osSupport,
  'os-updates': osUpdates,
  'screen-lock': screenLock,
  'malware-protection': malwareProtection,
  'wifi-security': wifiSecurity,
  vpn,
};

/** Every look at the computer, in the order of the page. */
export const deviceChecks: readonly DeviceCheckFamily[] = DEVICE_CHECK_IDS.map((id) => BY_ID[id]);

export function deviceCheckOf(id: DeviceCheckId): DeviceCheckFamily {
  return BY_ID[id];
}

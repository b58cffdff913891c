import { diskSamples } from './device-samples/disk-samples.ts';
import { firewallSamples } from './device-samples/firewall-samples.ts';
import { malwareSamples } from './device-samples/malware-samples.ts';
import type { DeviceSample } from './device-samples/sample.ts';
import { screenLockSamples } from './device-samples/screen-lock-samples.ts';
import { systemSamples } from './device-samples/system-samples.ts';
import { vpnSamples } from './device-samples/vpn-samples.ts';
import { wifiSamples } from './device-samples/wifi-samples.ts';

/** Every shape of answer the checks know, and many they do not. */
export const deviceSamples: readonly DeviceSample[] = [
  ...diskSamples,
  ...firewallSamples,
  ...systemSamples,
  ...screenLockSamples,
  ...malwareSamples,
  ...wifiSamples,
  ...vpnSamples,
];

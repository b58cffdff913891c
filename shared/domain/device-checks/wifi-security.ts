import type { DeviceCheckFamily, Finding, ProbeOutput } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import {
  couldNotTell,
  fail,
  isJsonObject,
  type JsonObject,
  jsonOf,
  linesOf,
  notApplicable,
  pass,
  unknown,
} from './output.ts';
import { run } from './probe.ts';

const WHAT = 'how the Wi-Fi is protected';
const NO_WIFI = 'This computer does not use Wi-Fi right now.';
const MIXED =
  'The Wi-Fi accepts WPA2, but also the old WPA. Set the router to WPA2 or WPA3 only, or look again.';

/** How the Wi-Fi this computer uses right now is protected. Asks for no network's name. */
export const wifiSecurity: DeviceCheckFamily = {
  id: 'wifi-security',
  title: 'Wi-Fi security',
  items: ['sec-network'],
  on: {
    windows: {
      probes: [run('netsh', 'netsh', ['wlan', 'show', 'interfaces'])],
      judge: (outputs) => judgeWindows(outputs.netsh),
      advice:
        'Set the router to WPA3 or WPA2, with a long password. Ask your internet provider how, if need be.',
    },
    macos: {
      probes: [run('airport', '/usr/sbin/system_profiler', ['SPAirPortDataType', '-json'], { slow: true })],
      judge: (outputs) => judgeMac(outputs.airport),
      advice:
        'Set the router to WPA3 or WPA2, with a long password. Ask your internet provider how, if need be.',
    },
    linux: {
      probes: [
        run('nmcli', 'nmcli', ['-t', '-f', 'ACTIVE,SECURITY', 'dev', 'wifi', 'list', '--rescan', 'no']),
        virtualMachine,
      ],
      judge: (outputs) =>
        inGuest(guestOf(outputs), ['machine', 'container', 'wsl'], judgeLinux(outputs.nmcli)),
      advice:
        'Set the router to WPA3 or WPA2, with a long password. Ask your internet provider how, if need be.',
    },
  },
};

type Security = 'wpa3' | 'wpa2' | 'mixed' | 'wpa' | 'wep' | 'open';

const FINDINGS: Readonly<Record<Security, Finding>> = {
  wpa3: { ...pass('The Wi-Fi is protected by WPA3.'), proves: { wifi: 'wpa3' } },
  wpa2: { ...pass('The Wi-Fi is protected by WPA2.'), proves: { wifi: 'wpa2' } },
  mixed: unknown(MIXED),
  wpa: { ...fail('The Wi-Fi uses the old WPA, which is not enough.'), proves: { wifi: 'wpa' } },
  wep: { ...fail('The Wi-Fi uses WEP, which does not protect it.'), proves: { wifi: 'wep' } },
  open: { ...fail('The Wi-Fi is open: anyone near can read along.'), proves: { wifi: 'open' } },
};

/** The weakest of several connections counts. */
function judgeAll(found: readonly (Security | null)[], output: ProbeOutput | undefined): Finding {
  if (found.includes(null) || found.length === 0) return couldNotTell(WHAT, output);
  const order: readonly Security[] = ['open', 'wep', 'wpa', 'mixed', 'wpa2', 'wpa3'];
  const weakest = order.find((security) => found.includes(security));
  return weakest === undefined ? couldNotTell(WHAT, output) : FINDINGS[weakest];
}

const WINDOWS_NAMES: Readonly<Record<string, Security>> = {
  'WPA3-Personal': 'wpa3',
  'WPA3-Enterprise': 'wpa3',
  'WPA3-Enterprise 192 Bits': 'wpa3',
  'WPA2-Personal': 'wpa2',
  'WPA2-Enterprise': 'wpa2',
  'WPA-Personal': 'wpa',
  'WPA-Enterprise': 'wpa',
  Shared: 'wep',
  Open: 'open',
};

function judgeWindows(output: ProbeOutput | undefined): Finding {
  if (/location (?:permission|services)/i.test(`${output?.stdout}${output?.stderr}`)) {
    return unknown(
      'Windows shows this only when location services are allowed: Settings, Privacy and security, Location. Or look in the Wi-Fi properties yourself.',
    );
  }
  const lines = linesOf(output, [0, 1]);
  if (lines?.some((line) => line.trim() === 'There is no wireless interface on the system.')) {
    return notApplicable(NO_WIFI);
  }
  if (output?.exitCode !== 0 || lines === null) return couldNotTell(WHAT, output);
  const adapters = splitAdapters(lines);
  const connected = adapters.filter((adapter) => adapter.get('State') === 'connected');
  const isSure = adapters.length > 0 && adapters.every((adapter) => adapter.has('State'));
  if (isSure && connected.length === 0 && adapters.every((one) => one.get('State') === 'disconnected')) {
    return notApplicable(NO_WIFI);
  }
  return judgeAll(isSure ? connected.map(windowsSecurity) : [], output);
}

function windowsSecurity(adapter: ReadonlyMap<string, string>): Security | null {
  const security = WINDOWS_NAMES[adapter.get('Authentication') ?? ''] ?? null;
  const cipher = adapter.get('Cipher');
  if (cipher === 'WEP') return 'wep';
  // WPA2 that still encrypts by the method of WPA.
  if (cipher === 'TKIP' && security === 'wpa2') return 'wpa';
  return security === 'open' && cipher !== 'None' ? null : security;
}

/** "    State                  : connected", one block an adapter, each beginning with its name. */
function splitAdapters(lines: readonly string[]): readonly ReadonlyMap<string, string>[] {
  const adapters: Map<string, string>[] = [];
  for (const line of lines) {
    const [, name, value] = /^\s+(\S.*?)\s*:\s(.*)$/.exec(line) ?? [];
    if (name === 'Name') adapters.push(new Map());
    if (name !== undefined && value !== undefined) adapters.at(-1)?.set(name, value.trim());
  }
  return adapters;
}

const MAC_PREFIX = 'spairport_security_mode_';
const MAC_NAMES: Readonly<Record<string, Security>> = {
  wpa3_personal: 'wpa3',
  wpa3_enterprise: 'wpa3',
  // Accepts WPA2 and WPA3, nothing older.
  wpa3_transition: 'wpa2',
  wpa2_personal: 'wpa2',
  wpa2_enterprise: 'wpa2',
  wpa_personal_mixed: 'mixed',
  wpa_enterprise_mixed: 'mixed',
  wpa_personal: 'wpa',
  wpa_enterprise: 'wpa',
  wep: 'wep',
  dynamic_wep: 'wep',
  none: 'open',
};

function judgeMac(output: ProbeOutput | undefined): Finding {
  const interfaces = listOf(jsonOf(output), 'SPAirPortDataType').flatMap((entry) =>
    listOf(entry, 'spairport_airport_interfaces'),
  );
  const networks = interfaces
    .map((entry) => entry.spairport_current_network_information)
    .filter(isJsonObject);
  const idle = interfaces.filter(({ spairport_status_information: status }) =>
    /^spairport_status_(?:inactive|off)$/.test(String(status)),
  );
  if (networks.length === 0 && idle.length > 0) return notApplicable(NO_WIFI);
  return judgeAll(networks.map(macSecurity), output);
}

function macSecurity(network: JsonObject): Security | null {
  const mode = network.spairport_security_mode;
  return typeof mode === 'string' && mode.startsWith(MAC_PREFIX)
    ? (MAC_NAMES[mode.slice(MAC_PREFIX.length)] ?? null)
    : null;
}

function listOf(value: unknown, key: string): readonly JsonObject[] {
  const list = isJsonObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** `yes:WPA2`, and `yes:Name:WPA2` should the name be asked for; colons within a name are escaped. */
function judgeLinux(output: ProbeOutput | undefined): Finding {
  const rows = linesOf(output)?.map((line) => line.split(/(?<!\\):/));
  if (rows === undefined || rows.length === 0) return couldNotTell(WHAT, output);
  if (!rows.every(([active], at) => (active === 'yes' || active === 'no') && (rows[at]?.length ?? 0) > 1)) {
    return couldNotTell(WHAT, output);
  }
  const used = rows.filter(([active]) => active === 'yes');
  return used.length === 0
    ? notApplicable(NO_WIFI)
    : judgeAll(
        used.map((row) => linuxSecurity(row.at(-1) ?? '?')),
        output,
      );
}

function linuxSecurity(text: string): Security | null {
  const words = text.split(' ').filter((word) => word !== '' && word !== '802.1X');
  const has = (word: string): boolean => words.includes(word);
  if (words.some((word) => !['WPA1', 'WPA2', 'WPA3', 'WEP'].includes(word))) return null;
  if (text.trim() === '') return 'open';
  if (has('WEP')) return 'wep';
  if (has('WPA1')) return has('WPA2') || has('WPA3') ? 'mixed' : 'wpa';
  if (has('WPA2')) return 'wpa2';
  return has('WPA3') ? 'wpa3' : null;
}

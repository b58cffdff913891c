import type { DeviceCheckFamily, Finding, ProbeOutput, ProbeOutputs } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import { couldNotTell, fail, linesOf, objectsOf, onlyLineOf, pass, unknown } from './output.ts';
import { powershell, read, run } from './probe.ts';

const WHAT = 'whether the firewall is on';
const PROFILES = ['Domain', 'Private', 'Public'];

/** The firewall of the computer, not of the router. */
export const firewall: DeviceCheckFamily = {
  id: 'firewall',
  title: 'Firewall',
  items: ['sec-hygiene'],
  on: {
    windows: {
      probes: [
        powershell('profiles', 'Get-NetFirewallProfile | Select-Object Name,Enabled | ConvertTo-Json'),
        run('netsh', 'netsh', ['advfirewall', 'show', 'allprofiles', 'state']),
        powershell(
          'products',
          'Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct | Select-Object displayName | ConvertTo-Json',
        ),
      ],
      judge: judgeWindows,
      advice:
        'Open Windows Security, Firewall and network protection, and switch on all three: domain, private and public.',
    },
    macos: {
      probes: [
        run('socketfilterfw', '/usr/libexec/ApplicationFirewall/socketfilterfw', ['--getglobalstate']),
      ],
      judge: (outputs) => judgeMac(outputs.socketfilterfw),
      advice: 'Open System Settings, Network, Firewall, and switch it on.',
    },
    linux: {
      probes: [
        run('firewalld', 'firewall-cmd', ['--state']),
        read('ufw-config', '/etc/ufw/ufw.conf'),
        run('ufw-service', 'systemctl', ['is-active', 'ufw']),
        run('nftables-service', 'systemctl', ['is-active', 'nftables']),
        virtualMachine,
      ],
      judge: (outputs) => inGuest(guestOf(outputs), ['container', 'wsl'], judgeLinux(outputs)),
      advice:
        'Switch on the firewall of your distribution: on Ubuntu “sudo ufw enable”, on Fedora “sudo systemctl enable --now firewalld”.',
    },
  },
};

function judgeWindows({ profiles, netsh, products }: ProbeOutputs): Finding {
  const states = profileStates(profiles) ?? netshStates(netsh);
  if (states === null) return couldNotTell(WHAT, profiles, netsh);
  const off = PROFILES.filter((_, at) => states[at] === 'off');
  if (states.every((state) => state === 'on'))
    return pass('Windows Firewall is on for all three kinds of network.');
  if (off.length === 0) return unknown('Windows Firewall is left to a policy that this app cannot see.');
  const others = otherFirewalls(products);
  if (others === null || others > 0) {
    return unknown(
      others === null
        ? `Windows Firewall is off (${off.join(', ')}), and this app could not see whether another one stands in for it.`
        : `Windows Firewall is off (${off.join(', ')}), and another firewall is registered. Look in its own window whether it is on.`,
    );
  }
  return fail(`Windows Firewall is off: ${off.join(', ')}.`);
}

/** How many others are registered. PowerShell prints nothing at all for none. */
function otherFirewalls(output: ProbeOutput | undefined): number | null {
  if (linesOf(output)?.length === 0) return 0;
  return objectsOf(output)?.length ?? null;
}

type State = 'on' | 'off' | 'unset';

function profileStates(output: ProbeOutput | undefined): readonly State[] | null {
  const states: Readonly<Record<string, State>> = { '1': 'on', '0': 'off', '2': 'unset' };
  const objects = objectsOf(output);
  if (objects?.length !== PROFILES.length) return null;
  const found = PROFILES.map((name) => {
    const enabled = objects.find((object) => object.Name === name)?.Enabled;
    return typeof enabled === 'number' ? states[enabled] : undefined;
  });
  return found.every((state) => state !== undefined) ? found : null;
}

/** In English only: elsewhere the words differ, and that is unknown. */
function netshStates(output: ProbeOutput | undefined): readonly State[] | null {
  const lines = linesOf(output);
  if (lines === null) return null;
  const heads = lines.flatMap(
    (line) => /^(Domain|Private|Public) Profile Settings:\s*$/.exec(line)?.[1] ?? [],
  );
  const states = lines.flatMap((line): State[] => {
    const state = /^State\s+(ON|OFF)\s*$/.exec(line)?.[1];
    return state === undefined ? [] : [state === 'ON' ? 'on' : 'off'];
  });
  return heads.join() === PROFILES.join() && states.length === PROFILES.length ? states : null;
}

function judgeMac(output: ProbeOutput | undefined): Finding {
  const line = onlyLineOf(output)?.trim() ?? '';
  if (/^Firewall is enabled\. \(State = 1\)$/.test(line)) return pass('The firewall of this Mac is on.');
  // State 2 has its own words on some systems: "Firewall is blocking all non-essential incoming connections".
  if (/^Firewall is (?:enabled|blocking all .*)\. ?\(State = 2\)$/.test(line)) {
    return pass('The firewall of this Mac is on and blocks all incoming connections.');
  }
  return /^Firewall is disabled\. \(State = 0\)$/.test(line)
    ? fail('The firewall of this Mac is off.')
    : couldNotTell(WHAT, output);
}

function judgeLinux(outputs: ProbeOutputs): Finding {
  // firewall-cmd says "not running" on either channel, with 252.
  const firewalld = stateOf(outputs.firewalld, [0, 252]);
  if (firewalld === 'running') return pass('The firewall (firewalld) is running.');
  const ufw = ufwSetting(outputs['ufw-config']);
  const isUfwLoaded = stateOf(outputs['ufw-service'], [0, 3]);
  // A running service alone proves nothing, nor does the setting alone: it may wait for a restart.
  if (ufw === 'yes' && isUfwLoaded === 'active') return pass('The firewall (ufw) is switched on and loaded.');
  if (ufw === 'yes')
    return unknown('The firewall (ufw) is set to be on, but this app could not see that it is loaded.');
  const hasSaidNo = firewalld === 'not running' || ufw === 'no';
  const nftables = stateOf(outputs['nftables-service'], [0, 3]);
  if (hasSaidNo && nftables === 'inactive')
    return fail('No firewall is switched on: not firewalld, ufw or nftables.');
  return couldNotTell(WHAT, outputs.firewalld, outputs['ufw-config']);
}

function stateOf(output: ProbeOutput | undefined, exitCodes: readonly number[]): string | null {
  const said = onlyLineOf(output, exitCodes);
  if (said !== null) return said.trim();
  const isSilent =
    output?.trouble === null && output.stdout === '' && exitCodes.includes(output.exitCode ?? -1);
  return isSilent ? output.stderr.trim() : null;
}

function ufwSetting(output: ProbeOutput | undefined): string | null {
  const settings = (linesOf(output) ?? []).flatMap((line) => /^\s*ENABLED=(\S*)\s*$/.exec(line)?.[1] ?? []);
  return settings.length === 1 ? (settings[0]?.replace(/^["']|["']$/g, '').toLowerCase() ?? null) : null;
}

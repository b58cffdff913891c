import type { DeviceCheckFamily, Finding, ProbeOutput, ProbeOutputs } from './device-check.ts';
import { linesOf, objectsOf, pass, unknown } from './output.ts';
import { powershell, run } from './probe.ts';

const UP = 'A VPN connection is up right now. That alone does not prove that everything goes through it.';
const NOT_SEEN =
  'No VPN connection was seen. A client’s own VPN program may not show here, and you need one only if a client asks for it.';

/** Whether a private tunnel is up. Never a failure: most billers need none. */
export const vpn: DeviceCheckFamily = {
  id: 'vpn',
  title: 'VPN',
  items: ['sec-network', 'cli-connect'],
  on: {
    windows: {
      probes: [
        powershell('connections', 'Get-VpnConnection | Select-Object ConnectionStatus | ConvertTo-Json'),
        powershell(
          'adapters',
          "Get-NetAdapter | Where-Object { $_.Status -eq 'Up' } | Select-Object InterfaceDescription | ConvertTo-Json",
        ),
      ],
      judge: judgeWindows,
      advice:
        'If a client asks for a VPN, set it up with the client’s own instructions and connect before you check.',
    },
    macos: {
      probes: [run('scutil', '/usr/sbin/scutil', ['--nc', 'list'])],
      judge: (outputs) => judgeMac(outputs.scutil),
      advice:
        'If a client asks for a VPN, set it up with the client’s own instructions and connect before you check.',
    },
    linux: {
      probes: [run('nmcli', 'nmcli', ['-t', '-f', 'TYPE,STATE', 'con', 'show', '--active'])],
      judge: (outputs) => judgeLinux(outputs.nmcli),
      advice:
        'If a client asks for a VPN, set it up with the client’s own instructions and connect before you check.',
    },
  },
};

const TUNNEL = /wireguard|\btap-windows\b|wintun|openvpn|anyconnect|globalprotect|fortinet|pangp|juniper/i;

function judgeWindows({ connections, adapters }: ProbeOutputs): Finding {
  const isUp = objectsOf(connections)?.some((one) => one.ConnectionStatus === 'Connected') === true;
  if (isUp) return pass(UP);
  const tunnel = objectsOf(adapters)
    ?.map((one) => one.InterfaceDescription)
    .find((name) => typeof name === 'string' && TUNNEL.test(name));
  return typeof tunnel === 'string'
    ? unknown(
        `An adapter that VPN programs use is up (${tunnel.slice(0, 80)}). Look in that program whether it is connected.`,
      )
    : unknown(NOT_SEEN);
}

/** `* (Connected)      UUID VPN (com.example) "Office"  [VPN:com.example]` */
function judgeMac(output: ProbeOutput | undefined): Finding {
  const isUp = linesOf(output)?.some((line) => /^\*\s+\(Connected\)\s+[0-9A-F-]{36}\s/.test(line)) === true;
  return isUp ? pass(UP) : unknown(NOT_SEEN);
}

/** `vpn:activated`, and `Office:vpn:activated` should the name be asked for. */
function judgeLinux(output: ProbeOutput | undefined): Finding {
  const isUp =
    linesOf(output)?.some((line) => /(?:^|[^\\]:)(?:vpn|wireguard|tun):activated$/.test(line)) === true;
  return isUp ? pass(UP) : unknown(NOT_SEEN);
}

import { type DeviceSample, said, samplesOf } from './sample.ts';

const uuid = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';

const tunnels = [
  ...samplesOf('vpn', 'windows', [
    [
      'connected',
      { connections: said('[{"ConnectionStatus":"Disconnected"},{"ConnectionStatus":"Connected"}]\r\n') },
      'pass',
      'is up',
    ],
    ['not connected', { connections: said('{"ConnectionStatus":"Disconnected"}\r\n') }, 'unknown', 'No VPN'],
    ['a number', { connections: said('{"ConnectionStatus":1}\r\n') }, 'unknown', 'No VPN'],
    [
      'an adapter only',
      { connections: said(''), adapters: said('[{"InterfaceDescription":"WireGuard Tunnel"}]\r\n') },
      'unknown',
      'WireGuard Tunnel',
    ],
    ['none', { connections: said('') }, 'unknown', 'No VPN'],
  ]),
  ...samplesOf('vpn', 'macos', [
    [
      'connected',
      {
        scutil: said(
          `Available network connection services in the current set (*=enabled):\n* (Connected)      ${uuid} VPN (com.example) "Office" [VPN:com.example]\n`,
        ),
      },
      'pass',
      'is up',
    ],
    [
      'not connected',
      { scutil: said(`* (Disconnected)   ${uuid} VPN (com.example) "(Connected)" [VPN:com.example]\n`) },
      'unknown',
      'No VPN',
    ],
    [
      'none',
      { scutil: said('Available network connection services in the current set (*=enabled):\n') },
      'unknown',
      'No VPN',
    ],
  ]),
  ...samplesOf('vpn', 'linux', [
    ['connected', { nmcli: said('802-11-wireless:activated\nwireguard:activated\n') }, 'pass', 'is up'],
    ['connected, with the name', { nmcli: said('Office:vpn:activated\n') }, 'pass', 'is up'],
    ['connecting', { nmcli: said('vpn:activating\n') }, 'unknown', 'No VPN'],
    [
      'a network that is called so',
      { nmcli: said('vpn\\:activated:802-3-ethernet:activated\n') },
      'unknown',
      'No VPN',
    ],
    ['none', { nmcli: said('') }, 'unknown', 'No VPN'],
  ]),
];

export const vpnSamples: readonly DeviceSample[] = [...tunnels];

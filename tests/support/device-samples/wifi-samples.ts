import type { ProbeOutput, ProbeOutputs } from '../../../shared/domain/device-checks/device-check.ts';
import { bare, crlf, type DeviceSample, said, samplesOf } from './sample.ts';

const wlan = (values: Readonly<Record<string, string>>): string =>
  crlf(
    `\nThere is 1 interface on the system:\n\n${Object.entries({
      Name: 'Wi-Fi',
      State: 'connected',
      ...values,
    })
      .map(([name, value]) => `    ${name.padEnd(22)} : ${value}\n`)
      .join('')}\n`,
  );

const windowsWifi = samplesOf('wifi-security', 'windows', [
  ['WPA2', { netsh: said(wlan({ Authentication: 'WPA2-Personal', Cipher: 'CCMP' })) }, 'pass', 'WPA2'],
  ['WPA3', { netsh: said(wlan({ Authentication: 'WPA3-Personal', Cipher: 'CCMP' })) }, 'pass', 'WPA3'],
  [
    'WPA2 in name only',
    { netsh: said(wlan({ Authentication: 'WPA2-Personal', Cipher: 'TKIP' })) },
    'fail',
    'old WPA',
  ],
  ['WPA', { netsh: said(wlan({ Authentication: 'WPA-Personal', Cipher: 'TKIP' })) }, 'fail', 'old WPA'],
  ['WEP', { netsh: said(wlan({ Authentication: 'Open', Cipher: 'WEP' })) }, 'fail', 'WEP'],
  ['open', { netsh: said(wlan({ Authentication: 'Open', Cipher: 'None' })) }, 'fail', 'open'],
  [
    'two adapters, one open',
    {
      netsh: said(
        wlan({ Authentication: 'WPA2-Personal', Cipher: 'CCMP' }) +
          wlan({ Authentication: 'Open', Cipher: 'None' }),
      ),
    },
    'fail',
    'open',
  ],
  ['not connected', { netsh: said(wlan({ State: 'disconnected' })) }, 'not-applicable', 'does not use Wi-Fi'],
  [
    'no adapter',
    { netsh: said('\r\nThere is no wireless interface on the system.\r\n', { exitCode: 1 }) },
    'not-applicable',
    'does not use Wi-Fi',
  ],
  [
    'without permission for the location',
    {
      netsh: said('Network shell commands need location permission to access WLAN information.\r\n', {
        exitCode: 1,
      }),
    },
    'unknown',
    'Location',
  ],
  [
    'in German',
    {
      netsh: said(
        crlf(
          '    Name                   : WLAN\n    Status                 : Verbunden\n    Authentifizierung      : WPA2-Personal\n',
        ),
      ),
    },
    'unknown',
    'another language',
  ],
  [
    'a new kind',
    { netsh: said(wlan({ Authentication: 'WPA4-Personal', Cipher: 'GCMP' })) },
    'unknown',
    'could not tell',
  ],
]);

const airport = (network: object | null, status = 'spairport_status_connected'): ProbeOutput =>
  said(
    `${JSON.stringify({
      SPAirPortDataType: [
        {
          spairport_airport_interfaces: [
            {
              _name: 'en0',
              spairport_status_information: status,
              ...(network === null ? {} : { spairport_current_network_information: network }),
            },
          ],
        },
      ],
    })}\n`,
  );
const mode = (name: string): ProbeOutputs => ({
  airport: airport({ _name: '<redacted>', spairport_security_mode: `spairport_security_mode_${name}` }),
});

const macWifi = samplesOf('wifi-security', 'macos', [
  ['WPA2', mode('wpa2_personal'), 'pass', 'WPA2'],
  ['WPA3', mode('wpa3_personal'), 'pass', 'WPA3'],
  ['mixed', mode('wpa_personal_mixed'), 'unknown', 'also the old WPA'],
  ['WPA', mode('wpa_personal'), 'fail', 'old WPA'],
  ['WEP', mode('wep'), 'fail', 'WEP'],
  ['open', mode('none'), 'fail', 'open'],
  ['a new kind', mode('wpa4_personal'), 'unknown', 'could not tell'],
  [
    'not connected',
    { airport: airport(null, 'spairport_status_inactive') },
    'not-applicable',
    'does not use Wi-Fi',
  ],
  ['no security told', { airport: airport({ _name: 'x' }) }, 'unknown', 'could not tell'],
  ['cut off', { airport: said('{"SPAirPortDataType": [\n') }, 'unknown', 'could not tell'],
]);

const nmcli = (text: string): ProbeOutputs => ({ nmcli: said(text), virtualization: bare });

const linuxWifi = samplesOf('wifi-security', 'linux', [
  ['WPA2', nmcli('no:WPA1\nyes:WPA2\n'), 'pass', 'WPA2'],
  ['WPA2 with the name', nmcli('yes:My\\:Home:WPA2\nno::\n'), 'pass', 'WPA2'],
  ['WPA2 and WPA3', nmcli('yes:WPA2 WPA3\n'), 'pass', 'WPA2'],
  ['WPA3', nmcli('yes:WPA3\n'), 'pass', 'WPA3'],
  ['WPA2 of a company', nmcli('yes:WPA2 802.1X\n'), 'pass', 'WPA2'],
  ['mixed', nmcli('yes:WPA1 WPA2\n'), 'unknown', 'also the old WPA'],
  ['WPA', nmcli('yes:WPA1\n'), 'fail', 'old WPA'],
  ['WEP', nmcli('yes:WEP\n'), 'fail', 'WEP'],
  ['open', nmcli('yes:Guest:\n'), 'fail', 'open'],
  ['not in use', nmcli('no:WPA2\n'), 'not-applicable', 'does not use Wi-Fi'],
  ['none about', nmcli(''), 'unknown', 'could not tell'],
  ['localised', nmcli('ja:WPA2\n'), 'unknown', 'could not tell'],
  ['a new kind', nmcli('yes:OWE\n'), 'unknown', 'could not tell'],
  [
    'not running',
    { nmcli: said('', { exitCode: 8, stderr: 'Error: NetworkManager is not running.\n' }) },
    'unknown',
    'could not tell',
  ],
]);

export const wifiSamples: readonly DeviceSample[] = [...windowsWifi, ...macWifi, ...linuxWifi];

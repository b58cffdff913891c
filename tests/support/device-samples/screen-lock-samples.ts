import type { ProbeOutput, ProbeOutputs } from '../../../shared/domain/device-checks/device-check.ts';
import { bare, type DeviceSample, noKey, reg, said, samplesOf, trouble } from './sample.ts';

const desktop = (values: Readonly<Record<string, string>>): ProbeOutput =>
  reg(
    'HKEY_CURRENT_USER\\Control Panel\\Desktop',
    Object.entries(values).map(([name, value]) => [name, 'REG_SZ', value]),
  );
const saver = {
  ScreenSaveActive: '1',
  ScreenSaverIsSecure: '1',
  ScreenSaveTimeOut: '600',
  'SCRNSAVE.EXE': 'C:\\Windows\\system32\\scrnsave.scr',
};

const windowsLock = samplesOf('screen-lock', 'windows', [
  [
    'screen saver with password',
    { desktop: desktop(saver), policy: noKey, system: noKey },
    'pass',
    'after 10 minutes',
  ],
  [
    'a policy for the whole computer',
    {
      desktop: desktop({}),
      system: reg('HKEY_LOCAL_MACHINE\\…\\System', [['InactivityTimeoutSecs', 'REG_DWORD', '0x384']]),
    },
    'pass',
    'after 15 minutes',
  ],
  [
    'a policy switched off',
    {
      desktop: desktop({ Wallpaper: '' }),
      system: reg('HKLM', [['InactivityTimeoutSecs', 'REG_DWORD', '0x0']]),
    },
    'unknown',
    'Sleep and sign-in',
  ],
  [
    'without password',
    { desktop: desktop({ ...saver, ScreenSaverIsSecure: '0' }) },
    'unknown',
    'Sleep and sign-in',
  ],
  [
    'too late',
    { desktop: desktop({ ...saver, ScreenSaveTimeOut: '3600' }) },
    'unknown',
    '15 minutes or less',
  ],
  [
    'none chosen',
    { desktop: desktop({ ScreenSaveActive: '1', ScreenSaverIsSecure: '1', ScreenSaveTimeOut: '600' }) },
    'unknown',
    'Sleep and sign-in',
  ],
  ['never', { desktop: desktop({ ...saver, ScreenSaveTimeOut: '0' }) }, 'unknown', 'Sleep and sign-in'],
  [
    'a policy that says later',
    {
      desktop: desktop(saver),
      policy: reg('HKCU\\…', [['ScreenSaveTimeOut', 'REG_SZ', '7200']]),
    },
    'unknown',
    'Sleep and sign-in',
  ],
  ['no key at all', { desktop: noKey, policy: noKey, system: noKey }, 'unknown', 'could not tell'],
]);

const lock = (state: string): ProbeOutput =>
  said('', { stderr: `2026-11-22 10:00:00.123 sysadminctl[4242:9911] screenLock ${state}\n` });
const power = (battery: number, mains: number): ProbeOutput =>
  said(
    `Battery Power:\n Sleep On Power Button 1\n displaysleep         ${battery}\nAC Power:\n displaysleep         ${mains}\n sleep                1\n`,
  );
const noIdle = said('', {
  exitCode: 1,
  stderr: 'The domain/default pair of (com.apple.screensaver, idleTime) does not exist\n',
});

const macLock = samplesOf('screen-lock', 'macos', [
  [
    'at once',
    { lock: lock('delay is immediate'), idle: noIdle, power: power(2, 10) },
    'pass',
    'after 10 minutes',
  ],
  [
    'after a delay',
    { lock: lock('delay is 300 seconds'), idle: said('300\n'), power: power(2, 60) },
    'pass',
    'after 10 minutes',
  ],
  [
    'too late',
    { lock: lock('delay is 300 seconds'), idle: noIdle, power: power(2, 20) },
    'fail',
    'only after 25 minutes',
  ],
  ['off', { lock: lock('is off'), idle: said('300\n'), power: power(2, 10) }, 'fail', 'does not ask'],
  [
    'never idle',
    { lock: lock('delay is immediate'), idle: said('0\n'), power: power(2, 0) },
    'unknown',
    'after how long',
  ],
  [
    'no times',
    { lock: lock('delay is immediate'), idle: noIdle, power: trouble('timed-out') },
    'unknown',
    'after how long',
  ],
  [
    'a delay in other words',
    { lock: lock('delay is fünf Minuten'), idle: said('300\n'), power: power(2, 2) },
    'unknown',
    'could not tell',
  ],
  [
    'localised',
    { lock: said('', { stderr: 'Bildschirmsperre: sofort\n' }), idle: said('300\n') },
    'unknown',
    'another language',
  ],
]);

const gnome = (values: {
  lock?: string;
  delay?: string;
  idle?: string;
  disabled?: string;
  desktop?: string;
  bus?: ProbeOutput;
}): ProbeOutputs => ({
  desktop: said(`${values.desktop ?? 'ubuntu:GNOME'}\n`),
  'session-bus': values.bus ?? said('unix:path=/run/user/1000/bus\n'),
  'gnome-lock': said(`${values.lock ?? 'true'}\n`),
  'gnome-delay': said(`${values.delay ?? 'uint32 0'}\n`),
  'gnome-idle': said(`${values.idle ?? 'uint32 300'}\n`),
  'gnome-disabled': said(`${values.disabled ?? 'false'}\n`),
  virtualization: bare,
});
const kde = (lockOn: string, minutes: string): ProbeOutputs => ({
  desktop: said('KDE\n'),
  'kde-lock': said(lockOn),
  'kde-timeout': said(minutes),
});

const linuxLock = samplesOf('screen-lock', 'linux', [
  ['GNOME', gnome({}), 'pass', 'after 5 minutes'],
  ['GNOME, with a delay', gnome({ delay: 'uint32 30', idle: 'uint32 870' }), 'pass', 'after 15 minutes'],
  ['GNOME, too late', gnome({ delay: 'uint32 31', idle: 'uint32 870' }), 'fail', 'only after 16 minutes'],
  ['GNOME, never', gnome({ idle: 'uint32 0' }), 'fail', 'never goes idle'],
  ['GNOME, off', gnome({ lock: 'false' }), 'fail', 'switched off'],
  ['GNOME, forbidden', gnome({ disabled: 'true' }), 'fail', 'forbids'],
  [
    'GNOME, without a session',
    gnome({ bus: said('', { exitCode: 1 }) }),
    'unknown',
    'from inside their session',
  ],
  ['GNOME, another type', gnome({ idle: 'int32 300' }), 'unknown', 'could not tell'],
  ['another desktop', gnome({ desktop: 'XFCE' }), 'unknown', 'GNOME and KDE only'],
  ['no desktop', { desktop: said('', { exitCode: 1 }) }, 'unknown', 'GNOME and KDE only'],
  ['KDE', kde('true\n', '5\n'), 'pass', 'after 5 minutes'],
  ['KDE, too late', kde('true\n', '30\n'), 'fail', 'only after 30 minutes'],
  ['KDE, off', kde('false\n', '5\n'), 'fail', 'switched off'],
  ['KDE, never', kde('true\n', '0\n'), 'fail', 'never locks'],
  ['KDE, defaults', kde('\n', '\n'), 'unknown', 'could not tell'],
]);

export const screenLockSamples: readonly DeviceSample[] = [...windowsLock, ...macLock, ...linuxLock];

import type { DeviceCheckFamily, Finding, ProbeOutput, ProbeOutputs } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import { couldNotTell, errorLinesOf, fail, linesOf, onlyLineOf, pass, unknown } from './output.ts';
import { registry, run } from './probe.ts';
import { registryValues } from './registry-values.ts';

const WHAT = 'whether the screen locks by itself';
/** The longest a screen may stay open unattended; a rule of this app. */
const MAX_SECONDS = 15 * 60;

/** Whether the screen locks by itself within fifteen minutes. */
export const screenLock: DeviceCheckFamily = {
  id: 'screen-lock',
  title: 'Screen lock',
  items: ['sec-access'],
  on: {
    windows: {
      probes: [
        registry('desktop', 'HKCU\\Control Panel\\Desktop'),
        registry('policy', 'HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop'),
        registry('system', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System'),
      ],
      judge: judgeWindows,
      advice:
        'Open Settings, Personalization, Lock screen, Screen saver, choose one, tick “On resume, display logon screen”, and set 15 minutes or less.',
    },
    macos: {
      probes: [
        run('lock', '/usr/sbin/sysadminctl', ['-screenLock', 'status']),
        run('idle', '/usr/bin/defaults', ['-currentHost', 'read', 'com.apple.screensaver', 'idleTime']),
        run('power', '/usr/bin/pmset', ['-g', 'custom']),
      ],
      judge: judgeMac,
      advice:
        'Open System Settings, Lock Screen. Ask for the password immediately, and turn the display off after 15 minutes or less, on battery and on mains.',
    },
    linux: {
      probes: [
        run('desktop', 'printenv', ['XDG_CURRENT_DESKTOP']),
        run('session-bus', 'printenv', ['DBUS_SESSION_BUS_ADDRESS']),
        run('gnome-lock', 'gsettings', ['get', 'org.gnome.desktop.screensaver', 'lock-enabled']),
        run('gnome-delay', 'gsettings', ['get', 'org.gnome.desktop.screensaver', 'lock-delay']),
        run('gnome-idle', 'gsettings', ['get', 'org.gnome.desktop.session', 'idle-delay']),
        run('gnome-disabled', 'gsettings', ['get', 'org.gnome.desktop.lockdown', 'disable-lock-screen']),
        run('kde-lock', 'kreadconfig6', kdeArgs('Autolock')),
        run('kde-timeout', 'kreadconfig6', kdeArgs('Timeout')),
        virtualMachine,
      ],
      judge: (outputs) => inGuest(guestOf(outputs), ['container', 'wsl'], judgeLinux(outputs)),
      advice: 'Open the settings of your desktop, find screen lock, switch it on and set 15 minutes or less.',
    },
  },
};

function kdeArgs(key: string): readonly string[] {
  return ['--file', 'kscreenlockerrc', '--group', 'Daemon', '--key', key];
}

/** A pass or a failure by how long it takes at most until the screen is locked. */
function judgeSeconds(seconds: number, how: string): Finding {
  const minutes = Math.ceil(seconds / 60);
  const words = minutes <= 1 ? 'within a minute' : `after ${minutes} minutes`;
  const finding =
    seconds <= MAX_SECONDS
      ? pass(`The screen locks by itself ${words} (${how}).`)
      : fail(`The screen locks by itself only ${words} (${how}). It should be 15 or less.`);
  return { ...finding, proves: { lockMinutes: Math.max(1, minutes) } };
}

function judgeWindows({ desktop, policy, system }: ProbeOutputs): Finding {
  const inactivity = digits(registryValues(system)?.get('inactivitytimeoutsecs'));
  if (inactivity !== null && inactivity > 0 && inactivity <= MAX_SECONDS) {
    return judgeSeconds(inactivity, 'a policy of this computer');
  }
  const own = registryValues(desktop);
  const forced = registryValues(policy);
  const setting = (name: string): string | undefined => forced?.get(name) ?? own?.get(name);
  const seconds = digits(setting('screensavetimeout'));
  const isSecure = setting('screensaveactive') === '1' && setting('screensaverissecure') === '1';
  const hasSaver = (setting('scrnsave.exe') ?? '') !== '';
  if (own !== null && isSecure && hasSaver && seconds !== null && seconds > 0 && seconds <= MAX_SECONDS) {
    return judgeSeconds(seconds, 'screen saver with password');
  }
  // Absent does not mean off: sleep and sign-in settings may lock the screen too.
  return own === null
    ? couldNotTell(WHAT, desktop)
    : unknown(
        'No screen saver with a password is set to 15 minutes or less. Sleep and sign-in settings may lock the screen all the same; this app cannot see those.',
      );
}

function judgeMac({ lock, idle, power }: ProbeOutputs): Finding {
  // It answers on standard error, behind a time and a process number.
  const [errors, out] = [errorLinesOf(lock), linesOf(lock)];
  if (errors === null || out === null) return couldNotTell(WHAT, lock);
  const said = [...errors, ...out];
  const states = said.flatMap(
    (line) => /(?:^|\s)screenLock (is off|delay is .+)$/.exec(line.trim())?.[1] ?? [],
  );
  if (states.length !== 1) return couldNotTell(WHAT, lock);
  if (states[0] === 'is off')
    return never('This Mac does not ask for the password when its display wakes up.');
  const delay =
    states[0] === 'delay is immediate' ? 0 : digits(/^delay is (\d+) seconds?$/.exec(states[0] ?? '')?.[1]);
  // Whichever comes first, the screen saver or the display going off, begins the delay.
  const starts = [positive(digits(onlyLineOf(idle)?.trim())), worstDisplaySleep(power)].filter(
    (start) => start !== null,
  );
  if (delay === null) return couldNotTell(WHAT, lock);
  if (starts.length === 0) {
    return unknown(
      'The Mac asks for the password, but this app could not tell after how long its display goes off.',
    );
  }
  return judgeSeconds(Math.min(...starts) + delay, 'screen saver or display off, whichever comes first');
}

/** Seconds until the display sleeps, the longest over battery and mains; null when it never does, or is not said. */
function worstDisplaySleep(output: ProbeOutput | undefined): number | null {
  const minutes = (linesOf(output) ?? []).flatMap(
    (line) => /^\s*displaysleep\s+(\d{1,5})(?:\s|$)/.exec(line)?.[1] ?? [],
  );
  const seconds = minutes.map((text) => Number(text) * 60);
  return seconds.length === 0 || seconds.includes(0) ? null : Math.max(...seconds);
}

function judgeLinux(outputs: ProbeOutputs): Finding {
  const names = onlyLineOf(outputs.desktop)?.trim().toLowerCase().split(':') ?? [];
  if (names.includes('kde')) return judgeKde(outputs);
  // Without the user's session bus, gsettings answers with the defaults as if they were set.
  const hasBus = onlyLineOf(outputs['session-bus'])?.trim().startsWith('unix:') === true;
  if ((names.includes('gnome') || names.includes('unity')) && hasBus) return judgeGnome(outputs);
  return unknown(
    'This app can read the screen lock of the desktops GNOME and KDE only, from inside their session.',
  );
}

function judgeGnome(outputs: ProbeOutputs): Finding {
  const isEnabled = onlyLineOf(outputs['gnome-lock'])?.trim();
  const isDisabled = onlyLineOf(outputs['gnome-disabled'])?.trim();
  if (isEnabled === 'false') return never('The screen lock of the desktop is switched off.');
  if (isDisabled === 'true') return never('A setting of the desktop forbids locking the screen.');
  const delay = digits(/^uint32 (\d+)$/.exec(onlyLineOf(outputs['gnome-delay'])?.trim() ?? '')?.[1]);
  const idle = digits(/^uint32 (\d+)$/.exec(onlyLineOf(outputs['gnome-idle'])?.trim() ?? '')?.[1]);
  if (isEnabled !== 'true' || isDisabled !== 'false' || delay === null || idle === null) {
    return couldNotTell(WHAT, outputs['gnome-lock'], outputs['gnome-delay'], outputs['gnome-idle']);
  }
  return idle === 0
    ? never('The desktop never goes idle, so the screen never locks by itself.')
    : judgeSeconds(idle + delay, 'idle time and delay of the desktop');
}

function judgeKde(outputs: ProbeOutputs): Finding {
  const isOn = onlyLineOf(outputs['kde-lock'])?.trim();
  const minutes = digits(onlyLineOf(outputs['kde-timeout'])?.trim());
  if (isOn === 'false') return never('The screen lock of the desktop is switched off.');
  // Blank stands for the default, which is sound today; but a default that was not read proves nothing.
  if (isOn !== 'true' || minutes === null) {
    return couldNotTell(WHAT, outputs['kde-lock'], outputs['kde-timeout']);
  }
  return minutes === 0
    ? never('The desktop never locks the screen by itself.')
    : judgeSeconds(minutes * 60, 'screen locking of the desktop');
}

function never(sentence: string): Finding {
  return { ...fail(sentence), proves: { lockMinutes: null } };
}

function digits(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function positive(value: number | null): number | null {
  return value === null || value === 0 ? null : value;
}

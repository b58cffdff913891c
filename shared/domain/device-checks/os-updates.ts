import { formatDate, isIsoDate } from '../iso-date.ts';
import type { DeviceCheckFamily, Finding, ProbeOutput, ProbeOutputs } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import { couldNotTell, errorLinesOf, fail, isJsonObject, jsonOf, linesOf, pass, unknown } from './output.ts';
import { powershell, read, run } from './probe.ts';

const WHAT = 'whether updates are waiting';
/** How old a Linux system's list of updates may be to prove anything; a rule of this app. */
const FRESH_DAYS = 7;

/** Updates of the system that are waiting. */
export const osUpdates: DeviceCheckFamily = {
  id: 'os-updates',
  title: 'System updates',
  items: ['sec-hygiene'],
  on: {
    windows: {
      probes: [
        powershell(
          'waiting',
          "@{ Waiting = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().Search('IsInstalled=0 and IsHidden=0 and BrowseOnly=0').Updates.Count } | ConvertTo-Json",
          { slow: true, network: true },
        ),
        powershell(
          'last-installed',
          '(New-Object -ComObject Microsoft.Update.AutoUpdate).Results | Select-Object LastInstallationSuccessDate | ConvertTo-Json',
        ),
      ],
      judge: judgeWindows,
      advice: 'Open Settings, Windows Update, press “Check for updates”, install them, and restart.',
    },
    macos: {
      probes: [
        run('waiting', '/usr/sbin/softwareupdate', ['-l'], { slow: true, network: true }),
        run('last-checked', '/usr/bin/defaults', ['read', '/Library/Preferences/com.apple.SoftwareUpdate']),
      ],
      judge: judgeMac,
      advice:
        'Open System Settings, General, Software Update, install what is offered, and switch on automatic updates.',
    },
    linux: {
      probes: [
        run('apt', 'apt', ['list', '--upgradable']),
        run('apt-lists', 'find', ['/var/lib/apt/lists', '-maxdepth', '1', '-printf', '%f %T@\\n']),
        read('apt-automatic', '/etc/apt/apt.conf.d/20auto-upgrades'),
        run('dnf', 'dnf', ['check-update', '-C'], { slow: true }),
        virtualMachine,
      ],
      judge: (outputs, { now }) =>
        inGuest(guestOf(outputs), ['container', 'wsl'], judgeLinux(outputs, Date.parse(now))),
      advice:
        'Install the updates with the software program of your distribution, restart if it asks, and check again.',
    },
  },
};

function judgeWindows({ waiting, 'last-installed': lastInstalled }: ProbeOutputs): Finding {
  const value = jsonOf(waiting);
  const count = isJsonObject(value) ? value.Waiting : undefined;
  const last = lastInstallation(lastInstalled);
  const lastWords = last === null ? [] : [`The last update was installed on ${formatDate(last)}.`];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    const finding = couldNotTell(WHAT, waiting);
    return { ...finding, sentences: [...finding.sentences, ...lastWords] };
  }
  return count === 0
    ? pass('Windows Update was asked, and no update is waiting.', ...lastWords)
    : fail(`${updates(count)} waiting in Windows Update.`, ...lastWords);
}

/** `/Date(1763800000000)/` from the PowerShell of Windows, ISO from a newer one. */
function lastInstallation(output: ProbeOutput | undefined): string | null {
  const value = jsonOf(output);
  const text = isJsonObject(value) ? value.LastInstallationSuccessDate : undefined;
  if (typeof text !== 'string') return null;
  const ms = /^\/Date\((\d{1,15})\)\/$/.exec(text)?.[1];
  const at = new Date(ms === undefined ? text : Number(ms));
  const date = Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
  // Windows says 30 December 1899 for "never".
  return isIsoDate(date) && date > '2000' ? date : null;
}

function judgeMac({ waiting, 'last-checked': lastChecked }: ProbeOutputs): Finding {
  const [out, errors] = [linesOf(waiting), errorLinesOf(waiting)];
  if (out === null || errors === null) return couldNotTell(WHAT, waiting);
  const said = [...out, ...errors].map((line) => line.trim());
  const offered = said.filter((line) => /^\* (?:Label: )?\S/.test(line)).length;
  const settings = (linesOf(lastChecked) ?? []).join('\n');
  const last = /\bLastSuccessfulDate = "(\d{4}-\d\d-\d\d) /.exec(settings)?.[1] ?? '';
  const more = [
    ...(isIsoDate(last) ? [`The Mac last looked for updates by itself on ${formatDate(last)}.`] : []),
    ...(/\bAutomaticallyInstallMacOSUpdates = 0;/.test(settings)
      ? ['Automatic installation is switched off.']
      : []),
  ];
  if (offered > 0) return fail(`${updates(offered)} waiting.`, ...more);
  return said.includes('No new software available.')
    ? pass('Apple was asked, and no update is waiting.', ...more)
    : couldNotTell(WHAT, waiting);
}

function judgeLinux(outputs: ProbeOutputs, nowMs: number): Finding {
  const { apt, dnf } = outputs;
  const aptLines = linesOf(apt);
  // Only with the word it begins with, in English: an empty answer of something else is not "nothing waiting".
  if (aptLines?.[0] === 'Listing...') return judgeApt(aptLines.slice(1), outputs, nowMs);
  return judgeDnf(dnf) ?? couldNotTell(WHAT, apt, dnf);
}

function judgeApt(lines: readonly string[], outputs: ProbeOutputs, nowMs: number): Finding {
  const waiting = lines.filter((line) => /^\S+\/\S+ .*\[upgradable from: .+\]$/.test(line));
  const automatic = isAutomatic(outputs['apt-automatic'])
    ? ['Automatic security updates are switched on.']
    : [];
  if (waiting.length > 0) {
    const security = waiting.filter((line) => /^\S+-security[,\s]/.test(line)).length;
    const ofThem = security === 0 ? [] : [`${security} of them for security.`];
    return fail(`${updates(waiting.length)} waiting.`, ...ofThem, ...automatic);
  }
  if (lines.length > 0) return couldNotTell(WHAT, outputs.apt);
  const ageDays = aptListAge(outputs['apt-lists'], nowMs);
  if (ageDays === null)
    return unknown('No update is listed, but this system may never have fetched its lists.');
  return ageDays > FRESH_DAYS
    ? unknown(`No update is listed, but the list is ${ageDays} days old. Refresh it, then check again.`)
    : pass(
        `No update is waiting, by lists that are ${ageDays === 1 ? '1 day' : `${ageDays} days`} old.`,
        ...automatic,
      );
}

function isAutomatic(output: ProbeOutput | undefined): boolean {
  return (linesOf(output) ?? []).some((line) =>
    /^\s*APT::Periodic::Unattended-Upgrade\s+"[1-9]\d*";\s*$/.test(line),
  );
}

/** Days since the lists last changed; null without lists. The folder is named by the first line find prints. */
function aptListAge(output: ProbeOutput | undefined, nowMs: number): number | null {
  const lines = linesOf(output) ?? [];
  if (!lines.some((line) => /_Packages(?:\.\w+)? /.test(line))) return null;
  const seconds = Number(/^lists (\d{9,11})(?:\.\d+)?$/.exec(lines[0] ?? '')?.[1]);
  const age = (nowMs - seconds * 1_000) / 86_400_000;
  // A list from tomorrow comes from a clock that was wrong.
  return Number.isFinite(age) && age > -1 ? Math.max(0, Math.floor(age)) : null;
}

function judgeDnf(output: ProbeOutput | undefined): Finding | null {
  const lines = linesOf(output, [0, 100]);
  if (lines === null) return null;
  const packages = lines.filter((line) => /^\S+\.\w+\s+\S*\d\S*\s+\S+\s*$/.test(line)).length;
  if (output?.exitCode === 100) {
    return packages > 0 ? fail(`${updates(packages)} waiting.`) : null;
  }
  const ageDays = dnfAge([...lines, ...(errorLinesOf(output) ?? [])]);
  if (packages > 0 || ageDays === null) return null;
  return ageDays > FRESH_DAYS
    ? unknown(`No update is listed, but the list is ${ageDays} days old. Refresh it, then check again.`)
    : pass('No update is waiting, by lists that are fresh.');
}

/** "Last metadata expiration check: 2 days, 1:02:03 ago on …" */
function dnfAge(lines: readonly string[]): number | null {
  const found = lines
    .map((line) =>
      /^Last metadata expiration check: (?:(\d{1,4}) days?, )?\d{1,2}:\d\d:\d\d ago on /.exec(line),
    )
    .find((match) => match !== null);
  return found === undefined || found === null ? null : Number(found[1] ?? 0);
}

function updates(count: number): string {
  return count === 1 ? '1 update is' : `${count} updates are`;
}

import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { DEVICE_RECHECK_DAYS, deviceStanding, portalStanding } from '../../shared/domain/check-standing.ts';
import { connectionPosture, unseenCommands } from '../../shared/domain/connection-posture.ts';
import { connectionSteps } from '../../shared/domain/connection-steps.ts';
import { DEVICE_CHECK_IDS, PLATFORMS } from '../../shared/domain/device-checks/device-check.ts';
import { deviceCheckOf } from '../../shared/domain/device-checks/device-checks.ts';
import { probeInWords } from '../../shared/domain/device-checks/probe.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { addDays } from '../../shared/domain/iso-date.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { CHECK_OUTCOMES, PORTAL_RECHECK_DAYS } from '../../shared/domain/portal-check.ts';
import { aRecord } from '../support/a-plan.ts';
import { aDeviceRun, aPortal, aPortalRun } from '../support/check-runs.ts';
import { TODAY } from '../support/test-profile.ts';

const having = (
  checks: readonly CheckRun[],
  records: readonly PlanRecord[] = [],
  plan = EMPTY_PLAN,
): Plan => ({
  ...plan,
  checks,
  records,
});
const daysAgo = (days: number): string => `${addDays(TODAY, -days)}T09:00:00.000Z`;

/** What one says one saw of a sound portal. */
const sound: Answers = {
  tls: 'tls-1-3',
  certificate: 'valid',
  cert_expiry: addDays(TODAY, 100),
  date: addDays(TODAY, -2),
};
const standingWith = (answers: Answers, runs: readonly CheckRun[] = []) => {
  const portal = aPortal({}, answers);
  return portalStanding(having(runs, [portal]), portal, TODAY);
};

describe('how a portal stands', () => {
  it.each([
    ['pass', 'passed', 'Passed.'],
    ['fail', 'failed', 'Failed.'],
    ['unknown', 'unknown', 'Could not tell.'],
  ] as const)('after a check that ended in %s it is %s', (outcome, kind, words) => {
    expect(standingWith({}, [aPortalRun(outcome)])).toMatchObject({ kind, words, isOld: false, on: TODAY });
  });

  it('is not checked while there is no run of its own address', () => {
    const other = aPortalRun('pass', { target: 'elsewhere.example.com:443' });
    expect(standingWith({}, [other])).toMatchObject({ kind: 'not-checked', run: null, on: null });
  });

  it('is old after 90 days, and not on the ninetieth', () => {
    const checkedAt = daysAgo(PORTAL_RECHECK_DAYS);
    expect(standingWith({}, [aPortalRun('pass', { checkedAt })]).isOld).toBe(false);
    const before = standingWith({}, [aPortalRun('pass', { checkedAt: daysAgo(PORTAL_RECHECK_DAYS + 1) })]);
    expect(before).toMatchObject({ kind: 'passed', isOld: true, words: 'Passed, more than 90 days ago.' });
  });

  it('has to be checked again once the certificate that passed has expired', () => {
    const run = aPortalRun('pass');
    const { certificate } = run.detail;
    if (certificate === null) throw new Error('This run should have a certificate');
    const ended = { ...certificate, validTo: `${addDays(TODAY, -1)}T00:00:00.000Z` };
    expect(standingWith({}, [aPortalRun('pass', { certificate: ended })])).toMatchObject({
      kind: 'passed',
      isOld: true,
      words: 'Passed, but its certificate has expired since.',
    });
  });

  it.each([[[]], [[aPortalRun('unknown')]]])(
    'rests on the user’s word where the app could not tell',
    (runs) => {
      const standing = standingWith(sound, runs);
      expect(standing).toMatchObject({ kind: 'attested', on: addDays(TODAY, -2) });
      expect(standing.words).toMatch(
        /^(Not checked|Could not tell)\. Your word of .*: TLS 1\.3; certificate valid until/,
      );
    },
  );

  it.each(['pass', 'fail'] as const)(
    'never rests on the user’s word beside a check that ended in %s',
    (outcome) => {
      const standing = standingWith({ ...sound, certificate: 'invalid' }, [aPortalRun(outcome)]);
      expect(standing).toMatchObject({ kind: outcome === 'pass' ? 'passed' : 'failed', ownWord: null });
    },
  );

  it.each(['tls', 'certificate', 'cert_expiry', 'date'])('does not count a word without its %s', (field) => {
    const { [field]: _gone, ...rest } = sound;
    expect(standingWith(rest, [aPortalRun('unknown')]).kind).toBe('unknown');
  });

  it.each(['tls', 'certificate'])('does not count a word that could not tell the %s', (field) => {
    expect(standingWith({ ...sound, [field]: 'unknown' }).kind).toBe('not-checked');
  });

  it.each([
    [{ tls: 'tls-1-1-or-older' }, /TLS 1\.1 or older/],
    [{ certificate: 'invalid' }, /the browser warns/],
    [{ cert_expiry: addDays(TODAY, -1) }, /the certificate expired/],
  ])('is bad by the user’s word when they saw %o', (answers, words) => {
    const standing = standingWith({ ...sound, ...answers });
    expect(standing.kind).toBe('attested-failed');
    expect(standing.words).toMatch(words);
  });
});

describe('how a look at this computer stands', () => {
  const itemAnswers = (answers: Answers): Plan => ({
    ...EMPTY_PLAN,
    items: { 'sec-hygiene': aRecord('sec-hygiene', { status: 'in-progress', answers }) },
  });
  const saidOn = { firewall: 'pass', checked: addDays(TODAY, -3) };

  it.each(CHECK_OUTCOMES)('after %s says so', (outcome) => {
    const kinds = { pass: 'passed', fail: 'failed', unknown: 'unknown', 'not-applicable': 'not-applicable' };
    expect(deviceStanding(having([aDeviceRun('firewall', outcome)]), 'firewall', TODAY).kind).toBe(
      kinds[outcome],
    );
  });

  it.each(DEVICE_CHECK_IDS)('%s gets old', (check) => {
    const at = (days: number) =>
      deviceStanding(having([aDeviceRun(check, 'pass', { checkedAt: daysAgo(days) })]), check, TODAY).isOld;
    expect([at(DEVICE_RECHECK_DAYS[check]), at(DEVICE_RECHECK_DAYS[check] + 1)]).toEqual([false, true]);
  });

  it('is never dated after today, whatever the time zone', () => {
    const run = aDeviceRun('firewall', 'pass', { checkedAt: `${addDays(TODAY, 1)}T03:00:00.000Z` });
    expect(deviceStanding(having([run]), 'firewall', TODAY)).toMatchObject({ on: TODAY, isOld: false });
  });

  it('rests on the user’s word where the app could not tell, with the day they looked', () => {
    const plan = having([aDeviceRun('firewall', 'unknown')], [], itemAnswers(saidOn));
    expect(deviceStanding(plan, 'firewall', TODAY)).toMatchObject({
      kind: 'attested',
      on: addDays(TODAY, -3),
    });
  });

  it('does not count a word without a day, or one that could not tell', () => {
    expect(deviceStanding(itemAnswers({ firewall: 'pass' }), 'firewall', TODAY).kind).toBe('not-checked');
    expect(deviceStanding(itemAnswers({ ...saidOn, firewall: 'unknown' }), 'firewall', TODAY).kind).toBe(
      'not-checked',
    );
  });

  it('prefers what it saw to what the user says', () => {
    const plan = having([aDeviceRun('firewall', 'fail')], [], itemAnswers(saidOn));
    expect(deviceStanding(plan, 'firewall', TODAY)).toMatchObject({ kind: 'failed', ownWord: null });
  });

  it('does not count a word in an item that was set aside', () => {
    const aside = aRecord('sec-hygiene', {
      status: 'not-applicable',
      notApplicableReason: 'No.',
      answers: saidOn,
    });
    expect(deviceStanding({ ...EMPTY_PLAN, items: { 'sec-hygiene': aside } }, 'firewall', TODAY).kind).toBe(
      'not-checked',
    );
  });

  it.each([
    [{ screen_lock: true, lock_minutes: 15 }, 'attested'],
    [{ screen_lock: true, lock_minutes: 16 }, 'attested-failed'],
    [{ screen_lock: false }, 'attested-failed'],
    [{ screen_lock: true }, 'not-checked'],
  ])('takes a screen lock said as %o for %s', (answers, kind) => {
    const record = aRecord('sec-access', { status: 'in-progress', answers: { ...answers, checked: TODAY } });
    const plan = { ...EMPTY_PLAN, items: { 'sec-access': record } };
    expect(deviceStanding(plan, 'screen-lock', TODAY).kind).toBe(kind);
  });

  it.each([
    [addDays(TODAY, 1), 'attested'],
    [addDays(TODAY, -1), 'attested-failed'],
  ])('takes an end of support on %s for %s', (ends, kind) => {
    const record = aRecord('off-computer', { status: 'in-progress', answers: { support_end: ends } });
    const plan = { ...EMPTY_PLAN, items: { 'off-computer': record } };
    expect(deviceStanding(plan, 'os-support', TODAY).kind).toBe(kind);
  });
});

describe('the posture', () => {
  const entries = (plan: Plan) => connectionPosture(plan, 'linux', TODAY);

  it('counts every portal of the list and every look once', () => {
    const off = aPortal({ id: 'off', archivedOn: TODAY }, { target: 'off.example.com:443' });
    const plan = having([aPortalRun('fail'), aDeviceRun('firewall', 'pass')], [aPortal(), off]);
    const { counts, portals, devices } = entries(plan);
    expect([portals.length, devices.length]).toEqual([1, DEVICE_CHECK_IDS.length]);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(
      portals.length + devices.length,
    );
    expect(counts).toMatchObject({ failed: 1, passed: 1, 'not-checked': DEVICE_CHECK_IDS.length - 1 });
  });

  it('counts what is old as to be checked again, but a failure stays a failure', () => {
    const checkedAt = daysAgo(400);
    const plan = having([
      aDeviceRun('firewall', 'pass', { checkedAt }),
      aDeviceRun('vpn', 'fail', { checkedAt }),
    ]);
    expect(entries(plan).counts).toMatchObject({ again: 1, failed: 1, passed: 0 });
  });

  it('has no looks on a system it knows none for', () => {
    expect(connectionPosture(EMPTY_PLAN, null, TODAY).devices).toEqual([]);
  });

  it.each(PLATFORMS)('on %s names every command that was never run, and none that was', (platform) => {
    const before = unseenCommands(connectionPosture(EMPTY_PLAN, platform, TODAY).devices, platform);
    const all = DEVICE_CHECK_IDS.flatMap((id) => deviceCheckOf(id).on[platform].probes.map(probeInWords));
    expect(before.flatMap(({ commands }) => commands)).toEqual(all);
    const runs = DEVICE_CHECK_IDS.map((id): CheckRun => {
      const run = aDeviceRun(id);
      const method = deviceCheckOf(id).on[platform].probes.map(probeInWords);
      return { ...run, detail: { ...run.detail, platform, method } };
    });
    const after = connectionPosture(having(runs), platform, TODAY).devices;
    expect(unseenCommands(after, platform)).toEqual([]);
  });
});

describe('what to do next', () => {
  const stepsOn = (plan: Plan, platform: (typeof PLATFORMS)[number] = 'windows') =>
    connectionSteps(connectionPosture(plan, platform, TODAY), platform);

  it('begins with the lists themselves', () => {
    expect(stepsOn(EMPTY_PLAN).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^List the portals/),
      expect.stringMatching(/^Press “Check everything”: 8 things/),
    ]);
  });

  it.each(PLATFORMS)('says how to repair what failed in the words of %s', (platform) => {
    const [first] = stepsOn(having([aDeviceRun('firewall', 'fail', { platform })]), platform);
    expect(first?.entry?.name).toBe('Firewall');
    expect(first?.text).toContain(deviceCheckOf('firewall').on[platform].advice);
  });

  it.each(['fail', 'unknown'] as const)('asks only once to check again after %s', (outcome) => {
    for (const platform of PLATFORMS) {
      for (const check of DEVICE_CHECK_IDS) {
        const step = stepsOn(having([aDeviceRun(check, outcome)]), platform).find(
          ({ entry }) => entry !== null,
        );
        expect([check, platform, step?.text.match(/check again/gi)?.length]).toEqual([check, platform, 1]);
      }
    }
  });

  it('tells what a portal failed by, and to leave it alone', () => {
    const run = aPortalRun('fail', {
      sentences: ['The certificate expired on 1 Nov 2026.', 'Encrypted by TLS 1.3.', 'Do not sign in there.'],
    });
    expect(stepsOn(having([run], [aPortal()]))[0]?.text).toBe(
      'The certificate expired on 1 Nov 2026. Do not sign in there.',
    );
  });

  it('offers to look oneself where the app could not tell, after everything else', () => {
    const runs = [aDeviceRun('vpn', 'unknown'), aDeviceRun('firewall', 'fail')];
    const steps = stepsOn(having(runs, [aPortal()]));
    expect(steps[0]?.entry?.name).toBe('Firewall');
    expect(steps.at(-1)?.text).toContain('say what you saw yourself');
  });

  it('has nothing left when everything passed', () => {
    const runs = [aPortalRun('pass'), ...DEVICE_CHECK_IDS.map((id) => aDeviceRun(id, 'pass'))];
    expect(stepsOn(having(runs, [aPortal()]))).toEqual([]);
  });
});

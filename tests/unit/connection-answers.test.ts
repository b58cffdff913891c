import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import {
  accessAnswers,
  encryptAnswers,
  hygieneAnswers,
  networkAnswers,
} from '../../shared/catalog/derived/connection.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { CHECK_OUTCOMES } from '../../shared/domain/portal-check.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { aDeviceRun, aPortal, aPortalRun } from '../support/check-runs.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const having = (checks: readonly CheckRun[], records: readonly PlanRecord[] = []): Plan => ({
  ...EMPTY_PLAN,
  checks,
  records,
});

describe('what was checked of the disk', () => {
  it.each([
    ['pass', 'pass'],
    ['fail', 'fail'],
  ] as const)('%s is the answer', (outcome, disk) => {
    expect(encryptAnswers(having([aDeviceRun('disk-encryption', outcome)]), {}, TODAY)).toMatchObject({
      disk,
      checked: TODAY,
      method: 'Checked by First Claim on this computer',
    });
  });

  it.each(['unknown', 'not-applicable'] as const)('%s answers nothing', (outcome) => {
    expect(encryptAnswers(having([aDeviceRun('disk-encryption', outcome)]), {}, TODAY)).toEqual({});
  });

  it('is never dated after today, whatever the time zone', () => {
    const run = aDeviceRun('disk-encryption', 'pass', { checkedAt: '2026-11-23T03:00:00.000Z' });
    expect(encryptAnswers(having([run]), {}, TODAY).checked).toBe(TODAY);
  });
});

describe('the three ordinary protections', () => {
  const three = ['firewall', 'os-updates', 'malware-protection'] as const;

  it('all passed answer everything, dated by the oldest', () => {
    const runs = three.map((check, at) =>
      aDeviceRun(check, 'pass', { checkedAt: `2026-11-${20 - at}T09:00:00.000Z` }),
    );
    expect(hygieneAnswers(having(runs), {}, TODAY)).toMatchObject({
      firewall: 'pass',
      updates: 'pass',
      malware: 'pass',
      checked: '2026-11-18',
    });
  });

  it('leave to the user what could not be told, with its date and proof', () => {
    const runs = [aDeviceRun('firewall', 'pass'), aDeviceRun('malware-protection', 'unknown')];
    expect(hygieneAnswers(having(runs), {}, TODAY)).toEqual({ firewall: 'pass' });
  });

  it('do not let an old pass stand beside a fresh look', () => {
    const old = aDeviceRun('firewall', 'pass', { checkedAt: '2026-10-01T09:00:00.000Z' });
    expect(hygieneAnswers(having([old]), {}, TODAY)).toEqual({});
    const failed = aDeviceRun('firewall', 'fail', { checkedAt: '2026-10-01T09:00:00.000Z' });
    expect(hygieneAnswers(having([failed]), {}, TODAY)).toEqual({ firewall: 'fail' });
  });
});

describe('the screen lock', () => {
  it.each([
    [{ lockMinutes: 5 }, 'pass', { screen_lock: true, lock_minutes: 5 }],
    [{ lockMinutes: 30 }, 'fail', { screen_lock: true, lock_minutes: 30 }],
    [{ lockMinutes: null }, 'fail', { screen_lock: false }],
    [{}, 'fail', { screen_lock: false }],
    [{}, 'unknown', {}],
  ] as const)('%j and %s', (proves, outcome, answers) => {
    expect(accessAnswers(having([aDeviceRun('screen-lock', outcome, { proves })]), {}, TODAY)).toEqual(
      answers,
    );
  });
});

describe('the network', () => {
  it('takes the kind of Wi-Fi from the check', () => {
    const run = aDeviceRun('wifi-security', 'pass', { proves: { wifi: 'wpa3' } });
    expect(networkAnswers(having([run]), {}, TODAY)).toMatchObject({ wifi: 'wpa3', checked: TODAY });
  });

  it('shows a portal as it was checked, not as somebody said', () => {
    const said = { tls: 'tls-1-2', certificate: 'valid', cert_expiry: '2030-01-01', date: '2026-11-01' };
    const plan = having([aPortalRun('fail')], [aPortal({}, said)]);
    expect(networkAnswers(plan, {}, TODAY).portals).toEqual([
      {
        rowId: 'portal-1',
        portal: 'Clearwater',
        url: 'https://portal.clearwater.com',
        check: 'fail',
        found: 'The certificate expired on 1 Nov 2026.',
        tls: 'tls-1-3',
        certificate: 'invalid',
        cert_expiry: '2026-11-01',
        method: 'Checked by First Claim',
        date: TODAY,
      },
    ]);
  });

  it('takes a person’s word where the check could not tell, and says that it could not', () => {
    const said = { tls: 'tls-1-2', certificate: 'valid', cert_expiry: '2030-01-01', date: '2026-11-01' };
    const plan = having([aPortalRun('unknown')], [aPortal({}, said)]);
    expect(networkAnswers(plan, {}, TODAY).portals).toMatchObject([{ check: 'unknown', ...said }]);
  });

  it('forgets the result of an address that was changed', () => {
    const moved = aPortal({}, { address: 'new.clearwater.com', target: 'new.clearwater.com:443' });
    const [row] = networkAnswers(having([aPortalRun('pass')], [moved]), {}, TODAY).portals as object[];
    expect(row).not.toHaveProperty('check');
    expect(row).not.toHaveProperty('tls');
  });

  it('leaves out portals taken off the list', () => {
    const plan = having([], [aPortal({ archivedOn: TODAY }), aPortal({ id: 'portal-2' }, { name: 'Other' })]);
    expect(networkAnswers(plan, {}, TODAY).portals).toMatchObject([{ portal: 'Other' }]);
  });
});

describe('a full plan', () => {
  const full = examplePlan(catalog, aProfile(), TODAY);
  const assessed = (checks: readonly CheckRun[], records: readonly PlanRecord[] = []) =>
    assessReadiness(catalog, { ...full, checks, records }, TODAY);

  it('is kept from patients’ data by one failed portal, and let through by one that passes', () => {
    expect(assessed([]).gate.mayTouchPhi).toBe(true);
    const failed = assessed([aPortalRun('fail')], [aPortal()]);
    expect(failed.verdict).toBe('not-ready');
    expect(failed.gate.missing).toContainEqual({
      itemId: 'sec-network',
      text: 'Clearwater: The certificate expired on 1 Nov 2026.',
    });
    expect(assessed([aPortalRun('pass')], [aPortal()]).gate.mayTouchPhi).toBe(true);
    const unchecked = assessed([], [aPortal()]);
    expect(unchecked.gate.missing[0]?.text).toContain('not checked yet');
  });

  it('has the end of each certificate and the day to look again in its calendar', () => {
    const { renewals } = assessed([aPortalRun('pass')], [aPortal()]);
    expect(renewals.filter(({ itemId }) => itemId === 'sec-network')).toEqual(
      expect.arrayContaining([
        { itemId: 'sec-network', text: 'Clearwater: check again', dueOn: '2027-02-20', isOverdue: false },
        {
          itemId: 'sec-network',
          text: 'Clearwater: certificate expires',
          dueOn: '2027-06-01',
          isOverdue: false,
        },
      ]),
    );
  });

  it('is overdue when a portal was last looked at more than 90 days ago', () => {
    const old = aPortalRun('pass', { checkedAt: '2026-08-01T09:00:00.000Z' });
    expect(assessed([old], [aPortal()]).items['sec-network'].state).toBe('overdue');
  });

  it('is never made better by a check that could not tell', () => {
    for (const check of DEVICE_CHECK_IDS) {
      const states = (checks: readonly CheckRun[]) =>
        Object.values(assessed(checks).items).map(({ state }) => state);
      for (const outcome of CHECK_OUTCOMES.filter((each) => each !== 'pass' && each !== 'fail')) {
        expect(states([aDeviceRun(check, outcome)])).toEqual(states([]));
      }
    }
  });

  it.each([
    ['disk-encryption', 'sec-encrypt'],
    ['firewall', 'sec-hygiene'],
    ['os-updates', 'sec-hygiene'],
    ['malware-protection', 'sec-hygiene'],
    ['screen-lock', 'sec-access'],
  ] as const)('stops when %s fails, whatever was said before', (check, itemId) => {
    expect(assessed([aDeviceRun(check, 'fail')]).items[itemId].state).toBe('blocked');
  });

  it('stops when the system says itself that its support has ended', () => {
    const run = aDeviceRun('os-support', 'fail', { proves: { supportEnd: '2026-10-01' } });
    expect(assessed([run]).items['off-computer'].state).toBe('blocked');
  });

  it('stops at an open Wi-Fi', () => {
    const run = aDeviceRun('wifi-security', 'fail', { proves: { wifi: 'open' } });
    expect(assessed([run]).items['sec-network'].state).toBe('blocked');
  });
});

import { describe, expect, it } from 'vitest';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import { anyPortal } from '../../shared/domain/portal-policy.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { authority, between, portalCertificate } from '../support/each-tls-library.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { startRawServer, startTlsServer } from '../support/tls-servers.ts';

const HOST = 'portal.example.com';
// Every name leads to this computer, and only the test's own authority counts.
const here: CheckPorts = {
  policy: anyPortal,
  ca: [authority.certPem],
  lookUp: async () => ['127.0.0.1'],
  timeoutMs: 1_000,
};

async function addPortal(app: TestApplication, port: number, name = `Portal ${port}`): Promise<string> {
  const patch = { name, kind: 'payer', address: `${HOST}:${port}` };
  const saved = expectOk(await app.ask('saveRecord', { kind: 'portal', id: null, patch }));
  return String(saved.record.answers.target);
}

const portalSubject = (target: string) => ({ check: 'portal-tls' as const, target });
const checksIn = async (app: TestApplication) => expectOk(await app.ask('loadPlan', {})).plan.checks;

describe('checking a portal', () => {
  it('connects once, and the result is kept with time and method', async () => {
    const server = await startTlsServer(portalCertificate(), { sends: [between] });
    const app = anApplication({ catalog, checks: here });
    app.clock.now = new Date().toISOString();
    const target = await addPortal(app, server.port);
    const { runs, isCancelled } = expectOk(await app.ask('runChecks', { subjects: [portalSubject(target)] }));
    expect(isCancelled).toBe(false);
    expect(runs).toMatchObject([
      {
        check: 'portal-tls',
        target,
        outcome: 'pass',
        checkedAt: app.clock.now,
        detail: { protocol: 'TLSv1.3' },
      },
    ]);
    expect(runs[0]?.method).toContain(`One TLS connection to ${HOST}:${server.port}`);
    expect(await checksIn(app)).toEqual(runs);
    expect(server.connections()).toBe(1);
    expect(server.received()).toBe(0);
  });

  it('connects to nothing that is not on the list', async () => {
    const server = await startRawServer(() => {});
    const app = anApplication({ catalog, checks: here });
    const target = `${HOST}:${server.port}`;
    const refused = await app.ask('runChecks', { subjects: [portalSubject(target)] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await addPortal(app, server.port);
    const [record] = expectOk(await app.ask('loadPlan', {})).plan.records;
    await app.ask('archiveRecord', { id: record?.id ?? '', isArchived: true });
    expect(await app.ask('runChecks', { subjects: [portalSubject(target)] })).toMatchObject({ ok: false });
    expect(server.connections()).toBe(0);
  });

  it('asked for twice in one go is done once', async () => {
    const server = await startTlsServer(portalCertificate(), { sends: [between] });
    const app = anApplication({ catalog, checks: here });
    const target = await addPortal(app, server.port);
    const subjects = [portalSubject(target), portalSubject(target)];
    expect(expectOk(await app.ask('runChecks', { subjects })).runs).toHaveLength(1);
    expect(server.connections()).toBe(1);
  });

  it('keeps every result, newest first', async () => {
    const server = await startTlsServer(portalCertificate(), { sends: [between] });
    const app = anApplication({ catalog, checks: here });
    const target = await addPortal(app, server.port);
    for (const hour of ['10', '11', '12']) {
      app.clock.now = `2026-11-22T${hour}:00:00.000Z`;
      await app.ask('runChecks', { subjects: [portalSubject(target)] });
    }
    const { runs } = expectOk(await app.ask('loadCheckHistory', { subject: portalSubject(target) }));
    expect(runs.map(({ checkedAt }) => checkedAt.slice(11, 13))).toEqual(['12', '11', '10']);
    expect(await checksIn(app)).toMatchObject([{ checkedAt: '2026-11-22T12:00:00.000Z' }]);
  });

  it('is canceled without leaving a result', async () => {
    const silent = await startRawServer(() => {});
    const app = anApplication({ catalog, checks: here });
    const target = await addPortal(app, silent.port);
    const running = app.ask('runChecks', { subjects: [portalSubject(target)] });
    await expect.poll(() => silent.connections()).toBe(1);
    await app.ask('cancelChecks', {});
    expect(expectOk(await running)).toEqual({ runs: [], isCancelled: true });
    expect(await checksIn(app)).toEqual([]);
    await silent.idle();
  });

  it('waits for the checks under way instead of joining them, and says so', async () => {
    const silent = await startRawServer(() => {});
    const app = anApplication({ catalog, checks: here });
    const subjects = [portalSubject(await addPortal(app, silent.port))];
    const running = app.ask('runChecks', { subjects });
    await expect.poll(() => silent.connections()).toBe(1);
    expect(await app.ask('runChecks', { subjects })).toMatchObject({ ok: false, error: { code: 'busy' } });
    app.application.interrupt();
    await running;
    expect((await app.ask('runChecks', { subjects })).ok).toBe(true);
  });

  it('tells how far it is, and when it is over', async () => {
    const server = await startTlsServer(portalCertificate(), { sends: [between] });
    const shell = aFakeShell();
    const app = anApplication({ catalog, checks: here, shell });
    const subjects = [
      portalSubject(await addPortal(app, server.port)),
      { check: 'vpn', target: '' } as const,
    ];
    await app.ask('runChecks', { subjects });
    expect(shell.calls.progress).toEqual([
      { done: 0, total: 2 },
      { done: 1, total: 2 },
      { done: 2, total: 2 },
      null,
    ]);
  });

  it('leaves other requests quick while fifty portals are looked at, ten of them dead', async () => {
    const alive = await startTlsServer(portalCertificate(), { sends: [between] });
    const dead = await startRawServer(() => {});
    const ports = { ...here, lookUp: async () => ['127.0.0.1'] };
    const app = anApplication({ catalog, checks: ports });
    const targets: string[] = [];
    for (let at = 0; at < 50; at += 1) {
      const address = `p${at}.example.com:${at % 5 === 0 ? dead.port : alive.port}`;
      const patch = { name: `Portal ${at}`, kind: 'payer', address };
      const saved = expectOk(await app.ask('saveRecord', { kind: 'portal', id: null, patch }));
      targets.push(String(saved.record.answers.target));
    }
    const running = app.ask('runChecks', { subjects: targets.map(portalSubject) });
    const answered = await app.ask('answerItem', { itemId: 'biz-ein', patch: { note: 'typed meanwhile' } });
    expect(answered.ok).toBe(true);
    const { runs } = expectOk(await running);
    expect(runs).toHaveLength(50);
    expect(runs.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(10);
  }, 30_000);
});

describe('looking at this computer', () => {
  it('runs every look, and none of them by way of a network of ours', async () => {
    const app = anApplication({ catalog });
    const subjects = DEVICE_CHECK_IDS.map((check) => ({ check, target: '' as const }));
    const { runs } = expectOk(await app.ask('runChecks', { subjects }));
    expect(runs.map(({ check }) => check)).toEqual([...DEVICE_CHECK_IDS]);
    expect((await checksIn(app)).map(({ check }) => check).sort()).toEqual([...DEVICE_CHECK_IDS].sort());
  }, 60_000);

  it('on a system it knows nothing of is unknown, never a pass', async () => {
    const app = anApplication({ catalog, checks: { platform: null } });
    const subjects = DEVICE_CHECK_IDS.map((check) => ({ check, target: '' as const }));
    const { runs } = expectOk(await app.ask('runChecks', { subjects }));
    expect(new Set(runs.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    expect(expectOk(await app.ask('getAppInfo', {})).platform).toBeNull();
  });
});

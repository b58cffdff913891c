import { join } from 'node:path';
import type { Application } from '../../electron/application/application.ts';
import type { CheckSubject } from '../../shared/domain/check-run.ts';
import { makeCertificate } from '../support/certificates.ts';
import { serveRaw, serveTls } from '../support/loopback-servers.ts';
import { openBenchApplication, succeeded } from './bench-plan.ts';
import { againstLimit, againstSize, type Comparison } from './comparison.ts';
import { type Rounds, timeInTurns } from './measure.ts';

const PORTALS = 50;
const DEAD = 10;
// A dead portal takes as long as it is given. Ten seconds in the app; here as long as it takes to tell it apart.
const LIMIT_MS = 500;
const ROUNDS: Rounds = { rounds: 8, block: 1, warmup: 1, limitMs: 25_000 };

/** Looks at fifty portals at once, ten of them dead, and saves an answer meanwhile. The portals run in this process. */
export async function compareChecking(folder: string): Promise<readonly Comparison[]> {
  const authority = makeCertificate({ name: 'Bench Authority', isAuthority: true });
  const names = Array.from({ length: PORTALS }, (_, at) => `p${at}.example.com`);
  const certificate = makeCertificate({ names: names.map((name) => `dns:${name}`), issuer: authority });
  const [alive, dead] = await Promise.all([serveTls(certificate), serveRaw(() => {})]);
  const application = openBenchApplication(join(folder, 'checking'), {
    ca: [authority.certPem],
    lookUp: async () => ['127.0.0.1'],
    timeoutMs: LIMIT_MS,
  });
  try {
    const subjects: CheckSubject[] = [];
    for (const [at, name] of names.entries()) {
      const address = `${name}:${at % (PORTALS / DEAD) === 0 ? dead.port : alive.port}`;
      subjects.push({ check: 'portal-tls', target: await listed(application, name, address) });
    }
    const one = subjects.slice(0, 1);
    const contenders = [
      { name: 'one dead portal', run: () => checkAll(application, one) },
      { name: `${PORTALS} portals, ${DEAD} dead`, run: () => checkAll(application, subjects) },
    ];
    const [single, all] = await timeInTurns(contenders, ROUNDS);
    const idle = await timeSaves(application, 'save while nothing else happens', null);
    const busy = await timeSaves(application, `save while ${PORTALS} portals are checked`, () =>
      checkAll(application, subjects),
    );
    if (!single || !all || !idle || !busy) throw new Error('Nothing was measured');
    return [
      againstLimit('check all portals', all, single, 1.5),
      againstSize('save an answer while all are checked', busy, idle, null),
    ];
  } finally {
    application.close();
    await Promise.all([alive.close(), dead.close()]);
  }
}

async function listed(application: Application, name: string, address: string): Promise<string> {
  const patch = { name, kind: 'payer', address };
  const saved = await ask(application, 'saveRecord', { kind: 'portal', id: null, patch });
  return (saved as { record: { answers: { target: string } } }).record.answers.target;
}

async function checkAll(application: Application, subjects: readonly CheckSubject[]): Promise<void> {
  await ask(application, 'runChecks', { subjects });
}

/** Saves one answer after the other; times how long each took to be safe. */
async function timeSaves(application: Application, name: string, beside: (() => Promise<void>) | null) {
  const running = beside?.();
  const save = {
    name,
    run: async (turn: number) => {
      await ask(application, 'answerItem', { itemId: 'biz-ein', patch: { note: `${name} ${turn}` } });
    },
  };
  const [timing] = await timeInTurns([save], { rounds: 100, block: 1, warmup: 1, limitMs: LIMIT_MS });
  await running;
  return timing;
}

async function ask(application: Application, channel: string, input: object): Promise<unknown> {
  return succeeded(await application.invoke(channel, input, { senderId: 1 }));
}

import { onTestFinished } from 'vitest';
import {
  type Application,
  type ApplicationOptions,
  createApplication,
} from '../../electron/application/create-application.ts';
import type { Shell } from '../../electron/application/shell.ts';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { aFakeShell } from './fake-shell.ts';
import { expectOk } from './plan-builders.ts';
import { tempFolder } from './temp-folder.ts';
import { TODAY } from './test-profile.ts';

/** A clock that tests can turn. */
export interface TestClock {
  today: string;
  now: string;
}

/** What a test may decide about its application. */
export interface TestApplicationOptions {
  readonly catalog: Catalog;
  readonly dataFolder?: string;
  readonly shell?: Shell;
  readonly notice?: string | null;
  readonly samplePlan?: Plan;
  readonly checks?: CheckPorts;
  readonly evidence?: ApplicationOptions['evidence'];
}

/** An application in a folder of its own. */
export interface TestApplication {
  readonly application: Application;
  readonly clock: TestClock;
  readonly dataFolder: string;
  /** Lines it logged. */
  readonly log: string[];
  /** Sends anything at all to a channel. */
  readonly send: (channel: string, payload: unknown) => Promise<Result<unknown>>;
  /** Asks what the types allow. */
  readonly ask: <C extends Channel>(channel: C, input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
}

/** Opens an application; a failure comes back as it is. */
export function tryOpen(options: TestApplicationOptions): Result<TestApplication> {
  const dataFolder = options.dataFolder ?? tempFolder();
  const clock: TestClock = { today: TODAY, now: `${TODAY}T12:00:00.000Z` };
  const log: string[] = [];
  let ids = 0;
  const opened = createApplication(options.catalog, () => options.samplePlan ?? EMPTY_PLAN, {
    dataFolder,
    shell: options.shell ?? aFakeShell(),
    clock: { today: () => clock.today, now: () => clock.now },
    newId: () => `id-${++ids}`,
    version: '1.2.3',
    notice: options.notice ?? null,
    sample: options.samplePlan !== undefined,
    log: (line) => log.push(line),
    checks: options.checks,
    evidence: { copiesIn: tempFolder(), ...options.evidence },
  });
  if (!opened.ok) return opened;
  const application = opened.value;
  onTestFinished(() => application.close());
  const send = (channel: string, payload: unknown) => application.invoke(channel, payload, { senderId: 7 });
  const ask = send as TestApplication['ask'];
  return { ok: true, value: { application, clock, dataFolder, log, send, ask } };
}

/** Opens an application for a test that expects it to open. */
export function anApplication(options: TestApplicationOptions): TestApplication {
  return expectOk(tryOpen(options));
}

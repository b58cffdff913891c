import type { CheckRun, CheckSubject } from '../../shared/domain/check-run.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { readTarget, targetInWords } from '../../shared/domain/portal-target.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { checkMany } from './check-many.ts';
import type { CheckPorts } from './check-ports.ts';
import { platformOf, runDeviceCheck, sandboxBoxOf } from './device-posture.ts';
import { checkPortalTls } from './portal-tls.ts';

/** Runs checks, one batch at a time. */
export interface CheckDesk {
  /**
   * Runs each check and hands its result over as soon as there is one. Portals go side by side, looks at this computer
   * one after the other. A result that was cut short by `cancel` is not handed over. `keep` may refuse: the batch ends.
   */
  readonly run: (
    subjects: readonly CheckSubject[],
    keep: (run: CheckRun) => Result<unknown>,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Result<{ readonly runs: readonly CheckRun[]; readonly isCancelled: boolean }>>;
  readonly cancel: () => void;
}

/** Makes the desk of one application. */
export function openCheckDesk(ports: CheckPorts, now: () => IsoInstant, newId: () => string): CheckDesk {
  let underWay: AbortController | null = null;
  const checkOne = (subject: CheckSubject, signal: AbortSignal): Promise<CheckRun | null> =>
    subject.check === 'portal-tls'
      ? checkPortal(subject.target, ports, now(), newId, signal)
      : checkDevice(subject.check, ports, now(), newId, signal);

  return {
    cancel: () => underWay?.abort(),
    run: async (subjects, keep, onProgress) => {
      if (underWay !== null) return failed('busy', 'A check is running already. Wait for it, or cancel it.');
      const controller = new AbortController();
      const { signal } = controller;
      underWay = controller;
      const runs: CheckRun[] = [];
      let done = 0;
      let refusal: Result<never> | null = null;
      const work = async (subject: CheckSubject): Promise<void> => {
        const run = await checkOne(subject, signal);
        if (signal.aborted || run === null) return;
        const kept = keep(run);
        if (!kept.ok) {
          refusal = kept;
          controller.abort();
          return;
        }
        runs.push(run);
        done += 1;
        onProgress(done, subjects.length);
      };
      try {
        onProgress(0, subjects.length);
        const portals = subjects.filter(({ check }) => check === 'portal-tls');
        const looks = subjects.filter(({ check }) => check !== 'portal-tls');
        await Promise.all([
          checkMany(portals, work, { signal }),
          checkMany(looks, work, { signal, atOnce: 1 }),
        ]);
      } finally {
        underWay = null;
      }
      return refusal ?? ok({ runs, isCancelled: signal.aborted });
    },
  };
}

async function checkPortal(
  target: string,
  ports: CheckPorts,
  now: IsoInstant,
  newId: () => string,
  signal: AbortSignal,
): Promise<CheckRun | null> {
  const address = readTarget(target);
  if (address === null) return null;
  const { lookUp, ca, timeoutMs } = ports;
  const detail = await checkPortalTls({ ...address, now, timeoutMs, signal, ca, lookUp });
  return {
    id: newId(),
    check: 'portal-tls',
    target,
    outcome: detail.outcome,
    method: `One TLS connection to ${targetInWords(target)}, no data sent`,
    detail,
    checkedAt: now,
  };
}

async function checkDevice(
  check: Exclude<CheckSubject['check'], 'portal-tls'>,
  ports: CheckPorts,
  now: IsoInstant,
  newId: () => string,
  signal: AbortSignal,
): Promise<CheckRun> {
  const detail = await runDeviceCheck({
    check,
    platform: platformHere(ports),
    now,
    signal,
    box: ports.box === undefined ? sandboxBoxOf(process.env) : ports.box,
    runner: ports.runner,
  });
  return {
    id: newId(),
    check,
    target: '',
    outcome: detail.outcome,
    method: detail.method.join('; '),
    detail,
    checkedAt: now,
  };
}

/** The system checks run on; null when the app knows none for it. */
export function platformHere({ platform }: CheckPorts): ReturnType<typeof platformOf> {
  return platform === undefined ? platformOf(process.platform) : platform;
}

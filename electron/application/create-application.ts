import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { openArchiveDesk } from '../archive/archive-desk.ts';
import { clearLeftovers } from '../archive/staging.ts';
import { openCheckDesk } from '../checks/check-desk.ts';
import type { CheckPorts } from '../checks/check-ports.ts';
import { type EvidencePorts, openEvidence } from '../store/evidence-store.ts';
import { openPlanStore, type PlanStore } from '../store/plan-store.ts';
import { adoptRecords } from './adopt-records.ts';
import { completePortals } from './complete-portals.ts';
import { throughDoor } from './door.ts';
import type { Clock, HandlerContext } from './handler.ts';
import { rememberReads } from './last-read.ts';
import { describeTrouble, type Log } from './log-trouble.ts';
import { openPlanKeeper, type PlanKeeper, subjectName } from './plan-keeper.ts';
import type { Shell } from './shell.ts';

export interface ApplicationOptions {
  readonly dataFolder: string;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly version: string;
  /** Said once at the top of the app. */
  readonly notice: string | null;
  /** Fill a fresh data folder with the example plan. */
  readonly sample: boolean;
  /** Takes lines about unexpected trouble, never answers. They go to stderr unless told. */
  readonly log?: Log | undefined;
  /** The world as checks see it; the real one unless told. */
  readonly checks?: CheckPorts | undefined;
  /** What keeping files needs of the machine; the real one unless told. */
  readonly evidence?: Pick<EvidencePorts, 'copiesIn' | 'freeBytes' | 'write'> | undefined;
}

/** The application without a window. */
export interface Application {
  /** Answers a request of a page. Never rejects. */
  readonly invoke: (
    channel: string,
    payload: unknown,
    sender: { readonly senderId: number },
  ) => Promise<Result<unknown>>;
  /** For closing: ends checks and copying under way, so that it need not wait for them. */
  readonly interrupt: () => void;
  /** Leaves one tidy plan file. Later requests fail in words. */
  readonly close: () => void;
}

/** `openApplication` with a catalog and an example plan of one's own. */
export function createApplication(
  catalog: Catalog,
  samplePlan: (today: IsoDate) => Plan,
  options: ApplicationOptions,
): Result<Application> {
  const { dataFolder, clock } = options;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const ports = options.checks ?? {};
  const keeper = openKeeper(catalog, samplePlan, options, log);
  if (!keeper.ok) return keeper;
  clearLeftovers(dataFolder);
  const { store, lastRead } = rememberReads(keeper.value.store, clock);
  const checks = openCheckDesk(ports, clock.now, options.newId);
  const evidence = openEvidence(dataFolder, { now: clock.now, newId: options.newId, ...options.evidence });
  const context = {
    ...options,
    log,
    catalog,
    store,
    lastRead,
    keeper: keeper.value,
    evidence,
    savedFiles: new Map(),
    ports,
    checks,
    archives: openArchiveDesk({
      ...options,
      now: clock.now,
      evidence,
      backUp: keeper.value.backUp,
      restore: (backupId) => {
        // What they come to is about the plan that is on its way out.
        checks.cancel();
        return keeper.value.restore(backupId);
      },
      onProgress: options.shell.archiveProgress,
    }),
  };
  return ok(serve(context, log));
}

/** Opens the plan, ready for use. */
function openKeeper(
  catalog: Catalog,
  samplePlan: (today: IsoDate) => Plan,
  { dataFolder, shell, clock, newId, sample, checks }: ApplicationOptions,
  log: Log,
): Result<PlanKeeper> {
  const fields = new Map<string, ReturnType<typeof fieldsOf>>(
    catalog.items.map((item) => [item.id, fieldsOf(item)]),
  );
  const tellOfChange = (): void => {
    try {
      shell.planChanged();
    } catch (error) {
      // The change is saved; that a window could not be told of it does not undo it.
      log(describeTrouble('planChanged', error));
    }
  };
  let awaitsSample = sample;
  return openPlanKeeper({
    dataFolder,
    clock,
    nameOf: (subject) => subjectName(catalog, subject),
    openStore: (db, watch) =>
      openPlanStore(db, (itemId) => fields.get(itemId) ?? null, recordFields, tellOfChange, watch),
    prepare: (store) => {
      const filled = awaitsSample ? fillWith(store, samplePlan(clock.today()), clock) : ok(null);
      if (!filled.ok) return filled;
      awaitsSample = false;
      // Where it cannot be written now, the earlier answers go on counting, and the next start tries again.
      const adopted = adoptRecords(store, clock, newId);
      if (!adopted.ok) log(`adoptRecords: ${adopted.error.code}`);
      const completed = completePortals(store, clock, checks?.policy);
      if (!completed.ok) return completed;
      return ok(null);
    },
    onRestored: tellOfChange,
    onTrouble: log,
  });
}

function serve(context: HandlerContext, log: Log): Application {
  return {
    invoke: (channel, payload, { senderId }) => throughDoor(channel, payload, senderId, context, log),
    interrupt: () => {
      context.checks.cancel();
      context.evidence.interrupt();
      context.archives.cancel();
    },
    close: () => {
      context.checks.cancel();
      context.archives.cancel();
      context.evidence.close();
      context.keeper.close();
    },
  };
}

/** Records the example plan where nothing is recorded yet. */
function fillWith(store: PlanStore, plan: Plan, clock: Clock): Result<null> {
  return store.change((draft) => {
    if (draft.isUsed()) {
      return failed(
        'store-failed',
        'The sample plan needs a data folder of its own: this one already holds a plan. Nothing in it was changed.',
      );
    }
    draft.saveProfile(plan.profile, clock.now(), 'sample');
    for (const record of Object.values(plan.items)) draft.saveItem(record, 'sample');
    for (const record of plan.records) draft.saveRecord(record, 'sample');
    for (const run of plan.checks) draft.addCheck(run);
    return ok(null);
  });
}

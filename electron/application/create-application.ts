import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { openDatabase } from '../store/open-database.ts';
import { openPlanStore, type PlanStore } from '../store/plan-store.ts';
import { throughDoor } from './door.ts';
import type { Clock, HandlerContext } from './handler.ts';
import { describeTrouble, type Log } from './log-trouble.ts';
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
}

/** The application without a window. */
export interface Application {
  /** Answers a request of a page. Never rejects. */
  readonly invoke: (
    channel: string,
    payload: unknown,
    sender: { readonly senderId: number },
  ) => Promise<Result<unknown>>;
  /** Leaves one tidy plan file. Later requests fail in words. */
  readonly close: () => void;
}

/** `openApplication` with a catalog and an example plan of one's own. */
export function createApplication(
  catalog: Catalog,
  samplePlan: (today: IsoDate) => Plan,
  options: ApplicationOptions,
): Result<Application> {
  const { dataFolder, shell, clock } = options;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const database = openDatabase(dataFolder);
  if (!database.ok) return database;
  const fields = new Map<string, ReturnType<typeof fieldsOf>>(
    catalog.items.map((item) => [item.id, fieldsOf(item)]),
  );
  const store = openPlanStore(
    database.value,
    (itemId) => fields.get(itemId) ?? null,
    () => {
      try {
        shell.planChanged();
      } catch (error) {
        // The change is saved; that a window could not be told of it does not undo it.
        log(describeTrouble('planChanged', error));
      }
    },
  );
  const filled = options.sample ? fillWith(store, samplePlan(clock.today()), clock) : ok(null);
  if (!filled.ok) {
    store.close();
    return filled;
  }
  return ok(serve({ ...options, catalog, store, savedFiles: new Map() }, log));
}

function serve(context: HandlerContext, log: Log): Application {
  return {
    invoke: (channel, payload, { senderId }) => throughDoor(channel, payload, senderId, context, log),
    close: () => context.store.close(),
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
    return ok(null);
  });
}

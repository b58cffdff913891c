import { refuseUnknownFiles } from '../../electron/application/evidence-references.ts';
import { checkPatch, judged, recordOf } from '../../electron/application/item-record.ts';
import { patchRecord, refuseTwin } from '../../electron/application/plan-record.ts';
import {
  type AnswersPatch,
  changeBetween,
  type ItemPart,
  isJudgementOnly,
  withPatch,
} from '../../electron/store/item-change.ts';
import { catalog as realCatalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Catalog, Item } from '../../shared/catalog/types.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { Platform } from '../../shared/domain/device-checks/device-check.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { reasonSchema } from '../../shared/domain/plan-schema.ts';
import { toProfile, toProfileAnswers } from '../../shared/domain/profile.ts';
import { type Failure, failed, ok, type Result } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import {
  type Bridge,
  type CheckProgress,
  contract,
  type InputOf,
  type OutputOf,
} from '../../shared/ipc/contract.ts';
import { archiveHandlers, type FakeArchive } from './fake-archive.ts';
import { aFakeEvidence, type FakeEvidence } from './fake-evidence.ts';
import { type FakePast, fakePast } from './fake-history.ts';
import { TODAY } from './test-profile.ts';

/** One request as it arrived. */
export interface BridgeCall {
  readonly channel: Channel;
  readonly input: unknown;
}

/** A main process in memory: the real rules, no database, and trouble on demand. */
export interface FakeBridge {
  readonly bridge: Bridge;
  /** Every request so far, oldest first. */
  readonly calls: readonly BridgeCall[];
  readonly callsTo: <C extends Channel>(channel: C) => readonly InputOf<C>[];
  readonly plan: () => Plan;
  /** The files it keeps. */
  readonly evidence: FakeEvidence;
  /** Says how far the checks are, as the main process would. */
  readonly progress: (progress: CheckProgress) => void;
  /** Says how far work on an archive is, as the main process would. */
  readonly archiveProgress: (progress: ArchiveProgress) => void;
  /** Changes the plan behind the page's back, as another window would, and says so. */
  readonly change: (plan: Plan) => void;
  /** The next requests on a channel fail with this, until told otherwise. Null lets them through again. */
  readonly failWith: (channel: Channel, failure: Failure | null) => void;
  /** Keeps every answer on a channel back; the function returned lets them go. */
  readonly hold: (channel: Channel) => () => void;
}

interface FakeBridgeOptions {
  readonly catalog?: Catalog;
  readonly plan?: Plan;
  readonly today?: string;
  /** What checks come to; a check without one here counts as canceled. */
  readonly runs?: readonly CheckRun[];
  readonly platform?: Platform | null;
  readonly evidence?: FakeEvidence;
  /** Its history, its backups and its recovery notes. */
  readonly past?: FakePast;
  /** What choosing an archive finds. */
  readonly archive?: FakeArchive;
}

type Handlers = {
  readonly [C in Channel]: (input: InputOf<C>) => Result<OutputOf<C>>;
};

/** Makes a fake bridge. Inputs are checked against the contract, as at the real door. */
export function aFakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const calls: BridgeCall[] = [];
  const failures = new Map<Channel, Failure>();
  const held = new Map<Channel, Promise<void>>();
  const listeners = new Set<() => void>();
  const progressListeners = new Set<(progress: CheckProgress) => void>();
  const archiveListeners = new Set<(progress: ArchiveProgress) => void>();
  const state: FakeState = { plan: options.plan ?? EMPTY_PLAN, history: [] };
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const evidence = options.evidence ?? aFakeEvidence();
  const handlers = makeHandlers(state, options.catalog ?? realCatalog, options.today ?? TODAY, {
    ...options,
    evidence,
  });
  const ask = async (channel: Channel, input: unknown): Promise<Result<unknown>> => {
    calls.push({ channel, input });
    const parsed = contract[channel].input.safeParse(input);
    await held.get(channel);
    const failure = failures.get(channel);
    if (failure !== undefined) return { ok: false, error: failure };
    if (!parsed.success) return failed('invalid-input', `Not allowed on ${channel}.`);
    const before = state.plan;
    const result = handlers[channel](parsed.data as never);
    if (state.plan !== before) queueMicrotask(changed);
    return result;
  };
  return {
    bridge: {
      ...(Object.fromEntries(
        CHANNELS.map((channel) => [channel, (input: unknown) => ask(channel, input)]),
      ) as unknown as Bridge),
      onPlanChanged: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onCheckProgress: (listener) => {
        progressListeners.add(listener);
        return () => progressListeners.delete(listener);
      },
      onArchiveProgress: (listener) => {
        archiveListeners.add(listener);
        return () => archiveListeners.delete(listener);
      },
    },
    calls,
    callsTo: <C extends Channel>(channel: C) =>
      calls.filter((call) => call.channel === channel).map((call) => call.input as InputOf<C>),
    plan: () => state.plan,
    evidence,
    progress: (progress) => {
      for (const listener of progressListeners) listener(progress);
    },
    archiveProgress: (progress) => {
      for (const listener of archiveListeners) listener(progress);
    },
    change: (plan) => {
      state.plan = plan;
      changed();
    },
    failWith: (channel, failure) => {
      if (failure === null) failures.delete(channel);
      else failures.set(channel, failure);
    },
    hold: (channel) => {
      let open = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      held.set(channel, gate);
      return () => {
        held.delete(channel);
        open();
      };
    },
  };
}

/** Puts a bridge where the page looks for it. */
export function installBridge(fake: FakeBridge): void {
  Object.defineProperty(window, 'firstClaim', { value: fake.bridge, configurable: true });
}

interface FakeState {
  plan: Plan;
  /** Every run so far, newest first. */
  history: readonly CheckRun[];
}

function makeHandlers(
  state: FakeState,
  catalog: Catalog,
  today: string,
  {
    runs: prepared = [],
    platform = 'linux',
    past = {},
    archive = {},
    evidence,
  }: FakeBridgeOptions & { readonly evidence: FakeEvidence },
): Handlers {
  const clock = { today: () => today, now: () => `${today}T10:42:00.000Z` };
  const last = new Map<ItemId, ItemPart>();
  let made = 0;
  const putRecord = (record: PlanRecord): Result<{ record: PlanRecord }> => {
    const twin = record.archivedOn === null ? refuseTwin(state.plan, record) : ok(null);
    if (!twin.ok) return twin;
    const isKnown = state.plan.records.some(({ id }) => id === record.id);
    const records = isKnown
      ? state.plan.records.map((each) => (each.id === record.id ? record : each))
      : [...state.plan.records, record];
    state.plan = { ...state.plan, records };
    return ok({ record });
  };
  const saveItem = (item: Item, change: (before: ItemRecord) => ItemRecord): ItemRecord => {
    const before = recordOf(state.plan, item, clock.now());
    const after = judged(catalog, state.plan, item, change(before), clock);
    const difference = changeBetween(before, after);
    if (difference === null) return before;
    if (!isJudgementOnly(difference)) last.set(item.id, difference.before);
    state.plan = { ...state.plan, items: { ...state.plan.items, [item.id]: after } };
    return after;
  };
  const itemWithId = (id: ItemId): Item => {
    const item = catalog.items.find((each) => each.id === id);
    if (item === undefined) throw new Error(`No item ${id} in this test's catalog`);
    return item;
  };
  return {
    getAppInfo: () =>
      ok({ version: '0.0.0', shell: 'preview', dataFolder: '/home/you/First Claim', notice: null, platform }),
    loadPlan: () => ok({ plan: state.plan, today }),
    answerProfile: ({ patch }) => {
      const checked = checkPatch(catalog.profileFields, patch as AnswersPatch, today);
      if (!checked.ok) return checked;
      const profile = toProfile(withPatch(toProfileAnswers(state.plan.profile), checked.value));
      state.plan = { ...state.plan, profile };
      return ok({ profile });
    },
    answerItem: ({ itemId, patch }) => {
      const item = itemWithId(itemId);
      const checked = checkPatch(fieldsOf(item), patch as AnswersPatch, today);
      if (!checked.ok) return checked;
      const held = refuseUnknownFiles(
        recordOf(state.plan, item, clock.now()).answers,
        checked.value,
        'answer',
        evidence,
      );
      if (!held.ok) return held;
      return ok({
        item: saveItem(item, (before) => ({ ...before, answers: withPatch(before.answers, checked.value) })),
      });
    },
    setNotApplicable: ({ itemId, reason }) => {
      const checked = reasonSchema.nullable().safeParse(reason);
      if (!checked.success) return failed('invalid-answer', checked.error.issues[0]?.message ?? '', 'reason');
      return ok({
        item: saveItem(itemWithId(itemId), (before) => ({ ...before, notApplicableReason: checked.data })),
      });
    },
    setDueDate: ({ itemId, dueOn }) =>
      ok({ item: saveItem(itemWithId(itemId), (before) => ({ ...before, dueOn })) }),
    undoItem: ({ itemId }) => {
      const part = last.get(itemId);
      if (part === undefined) return failed('nothing-to-undo', 'There is nothing to undo here yet.');
      const item = itemWithId(itemId);
      const { answers = {}, notApplicableReason, dueOn } = part;
      const record = saveItem(item, (now) => ({
        ...now,
        answers: withPatch(now.answers, answers),
        notApplicableReason:
          notApplicableReason === undefined ? now.notApplicableReason : notApplicableReason,
        dueOn: dueOn === undefined ? now.dueOn : dueOn,
      }));
      const labels = new Map(fieldsOf(item).map((field) => [field.id, field.label]));
      return ok({ item: record, undone: Object.keys(answers).map((id) => labels.get(id) ?? id) });
    },
    saveRecord: ({ kind, id, patch }) => {
      const known = state.plan.records.find((record) => record.id === id);
      const at = clock.now();
      const start = known ?? {
        id: id ?? `record-${++made}`,
        kind,
        answers: {},
        archivedOn: null,
        createdAt: at,
        updatedAt: at,
      };
      const answers = patchRecord(kind, start.answers, patch as AnswersPatch, { today, policy: undefined });
      return answers.ok ? putRecord({ ...start, answers: answers.value, updatedAt: at }) : answers;
    },
    archiveRecord: ({ id, isArchived }) => {
      const known = state.plan.records.find((record) => record.id === id);
      if (known === undefined) return failed('not-found', 'This entry is not there any more.');
      return putRecord({ ...known, archivedOn: isArchived ? today : null });
    },
    undoRecord: () => failed('nothing-to-undo', 'There is nothing to undo here yet.'),
    runChecks: ({ subjects }) => {
      const runs = subjects.flatMap(
        (subject) =>
          prepared.find(({ check, target }) => check === subject.check && target === subject.target) ?? [],
      );
      const rest = state.plan.checks.filter(
        (old) => !runs.some(({ check, target }) => check === old.check && target === old.target),
      );
      state.plan = { ...state.plan, checks: [...rest, ...runs] };
      state.history = [...runs, ...state.history];
      return ok({ runs, isCancelled: runs.length < subjects.length });
    },
    cancelChecks: () => ok({}),
    loadCheckHistory: ({ subject }) =>
      ok({
        runs: [...state.history, ...state.plan.checks]
          .filter(({ check, target }) => check === subject.check && target === subject.target)
          .filter((run, at, all) => all.findIndex(({ id }) => id === run.id) === at),
      }),
    ...evidence.handlers,
    ...archiveHandlers(archive, (plan) => {
      state.plan = plan;
    }),
    ...fakePast(
      past,
      catalog,
      () => state.plan,
      (plan) => {
        state.plan = plan;
      },
    ),
    openLink: () => ok({}),
    exportReport: ({ format }) =>
      ok({ fileId: 'f1', fileName: `readiness-report.${format.replace('rule-', '')}`, folder: '/home/you' }),
    printReport: () => ok({}),
    reportReady: () => ok({}),
    revealFile: () => ok({}),
    saveCopy: () => ok({ fileId: 'f2', fileName: 'first-claim-copy.json', folder: '/media/stick' }),
  };
}

import { checkPatch, judged, recordOf } from '../../electron/application/item-record.ts';
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
import { EMPTY_PLAN, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import { reasonSchema } from '../../shared/domain/plan-schema.ts';
import { toProfile, toProfileAnswers } from '../../shared/domain/profile.ts';
import { type Failure, failed, ok, type Result } from '../../shared/domain/result.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import { type Bridge, contract, type InputOf, type OutputOf } from '../../shared/ipc/contract.ts';
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
}

type Handlers = { readonly [C in Channel]: (input: InputOf<C>) => Result<OutputOf<C>> };

/** Makes a fake bridge. Inputs are checked against the contract, as at the real door. */
export function aFakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const calls: BridgeCall[] = [];
  const failures = new Map<Channel, Failure>();
  const held = new Map<Channel, Promise<void>>();
  const listeners = new Set<() => void>();
  const state = { plan: options.plan ?? EMPTY_PLAN };
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const handlers = makeHandlers(state, options.catalog ?? realCatalog, options.today ?? TODAY);
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
    },
    calls,
    callsTo: <C extends Channel>(channel: C) =>
      calls.filter((call) => call.channel === channel).map((call) => call.input as InputOf<C>),
    plan: () => state.plan,
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

function makeHandlers(state: { plan: Plan }, catalog: Catalog, today: string): Handlers {
  const clock = { today: () => today, now: () => `${today}T10:42:00.000Z` };
  const last = new Map<ItemId, ItemPart>();
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
      ok({ version: '0.0.0', shell: 'preview', dataFolder: '/home/you/First Claim', notice: null }),
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
    openLink: () => ok({}),
    exportReport: ({ format }) =>
      ok({ fileId: 'f1', fileName: `readiness-report.${format}`, folder: '/home/you' }),
    printReport: () => ok({}),
    reportReady: () => ok({}),
    revealFile: () => ok({}),
  };
}

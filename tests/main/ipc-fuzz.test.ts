import { join } from 'node:path';
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Application } from '../../electron/application/create-application.ts';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { openIpcDoor } from '../../electron/security/ipc-door.ts';
import { trustSenders } from '../../electron/security/trusted-senders.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import type { Result } from '../../shared/domain/result.ts';
import { CHANNELS, type Channel, wireName } from '../../shared/ipc/channels.ts';
import { contract, failureSchema } from '../../shared/ipc/contract.ts';
import { anApplication } from '../support/an-application.ts';
import { storeEvidence } from '../support/an-evidence-file.ts';
import { ANY_CONTENTS } from '../support/arbitrary-answers.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { type Message, strangeMessage } from '../support/strange-payloads.ts';
import { tempFolder } from '../support/temp-folder.ts';

// FIRST_CLAIM_FUZZ=100000 makes the long run; every `npm test` makes the short one.
const wanted = Number(process.env.FIRST_CLAIM_FUZZ ?? '');
const MESSAGES = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 5_000;
/** A busy machine makes fewer messages instead of failing; the long run takes the time it takes. */
const LIMIT_MS = MESSAGES > 5_000 ? 1_500_000 : 10_000;
const BATCH = 500;

// No network and no programs: every name is unknown, every probe finds nothing.
const offline: CheckPorts = {
  platform: null,
  timeoutMs: 50,
  lookUp: () => Promise.reject(Object.assign(new Error('offline'), { code: 'EAI_AGAIN' })),
};

type Send = (message: Message) => Promise<Result<unknown>>;

function aFrame(changes: Partial<WebFrameMain> = {}): WebFrameMain {
  return { origin: 'app://first-claim', url: 'app://first-claim/index.html', ...changes } as WebFrameMain;
}

/** The door as Electron has it, with our own page before it and everybody who is not. */
function aDoor(application: Application): {
  readonly ours: Send;
  readonly strangers: readonly Send[];
  readonly heard: () => number;
} {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, payload: unknown) => unknown>();
  const senders = trustSenders();
  let heard = 0;
  openIpcDoor({ handle: (name, handler) => void handlers.set(name, handler) }, senders, {
    invoke: (channel, payload, senderId) => {
      heard += 1;
      return application.invoke(channel, payload, { senderId });
    },
  });
  const known = { id: 7, mainFrame: aFrame(), once: () => known } as unknown as WebContents;
  senders.add(known);
  const from =
    (sender: WebContents, senderFrame: WebFrameMain | null): Send =>
    async ([channel, payload]) => {
      const handler = handlers.get(wireName(channel));
      if (handler === undefined) throw new Error(`No handler for ${channel}`);
      return (await handler({ sender, senderFrame } as IpcMainInvokeEvent, payload)) as Result<unknown>;
    };
  const unknown = { id: 8, mainFrame: aFrame() } as unknown as WebContents;
  const elsewhere = {
    id: 7,
    mainFrame: aFrame({ origin: 'https://evil.example', url: 'https://evil.example/' }),
  };
  return {
    ours: from(known, known.mainFrame),
    strangers: [
      from(unknown, unknown.mainFrame),
      from(known, aFrame()),
      from(known, null),
      from(elsewhere as unknown as WebContents, elsewhere.mainFrame),
    ],
    heard: () => heard,
  };
}

/** What is wrong with an answer; null when it is a Result as the contract has it. */
function faultOf(channel: Channel, answer: Result<unknown>): string | null {
  if (answer.ok) return contract[channel].output.safeParse(answer.value).success ? null : 'a bad value';
  if (!failureSchema.safeParse(answer.error).success) return 'a bad failure';
  return answer.error.code === 'internal' || answer.error.code === 'unknown-channel'
    ? answer.error.code
    : null;
}

/** Everything stored that its own field would not take. */
function invalidIn(plan: Plan): readonly string[] {
  const fits = (fields: Parameters<typeof schemaForAnswers>[0], answers: unknown): boolean =>
    schemaForAnswers(fields).safeParse(answers).success;
  return [
    ...(planSchema.safeParse(plan).success ? [] : ['the plan']),
    ...(fits(catalog.profileFields, toProfileAnswers(plan.profile)) ? [] : ['the profile']),
    ...catalog.items
      .filter((item) => !fits(fieldsOf(item), plan.items[item.id]?.answers ?? {}))
      .map(({ id }) => id),
    ...plan.records.filter(({ kind, answers }) => !fits(recordFields(kind), answers)).map(({ id }) => id),
  ];
}

/** Answers per outcome, for the report of a long run. */
function tally(): {
  readonly add: (key: string) => void;
  readonly all: () => Readonly<Record<string, number>>;
} {
  const counts = new Map<string, number>();
  return {
    add: (key) => counts.set(key, (counts.get(key) ?? 0) + 1),
    all: () => Object.fromEntries([...counts].sort()),
  };
}

describe('messages of every kind', { timeout: LIMIT_MS * 2 }, () => {
  it('from strangers and from our own page are answered, and nothing invalid is stored', async () => {
    const copies = tempFolder();
    let saved = 0;
    const shell = aFakeShell(() => join(copies, `file-${saved++ % 5}`));
    const app = anApplication({ catalog, shell, checks: offline });
    for (const [name, content] of ANY_CONTENTS) storeEvidence(app.dataFolder, content, name);
    const door = aDoor(app.application);
    const outcomes = tally();
    const channels = new Set<string>();
    const faults: string[] = [];
    let ours = 0;
    let strange = 0;
    const startedAt = Date.now();
    for (let sent = 0; sent < MESSAGES && Date.now() - startedAt < LIMIT_MS; sent += BATCH) {
      for (const message of fc.sample(strangeMessage, { numRuns: BATCH, seed: 20_261_122 + sent })) {
        const [channel] = message;
        channels.add(channel);
        // One message in four comes from somebody else.
        const stranger =
          (ours + strange) % 4 === 3 ? door.strangers[strange % door.strangers.length] : undefined;
        const answer = await (stranger ?? door.ours)(message).catch((error: unknown) => {
          faults.push(`${channel} threw ${String(error)}`);
          return null;
        });
        if (stranger === undefined) ours += 1;
        else strange += 1;
        if (answer === null) continue;
        outcomes.add(answer.ok ? 'ok' : answer.error.code);
        const fault = faultOf(channel, answer);
        if (fault !== null) faults.push(`${channel}: ${fault}`);
        if (stranger !== undefined && (answer.ok || answer.error.code !== 'bad-sender')) {
          faults.push(`${channel} answered a stranger`);
        }
      }
    }
    const { plan } = expectOk(await app.ask('loadPlan', {}));
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    if (MESSAGES > 5_000) {
      const stored = { items: Object.keys(plan.items).length, records: plan.records.length };
      console.log({ ours, strangers: strange, seconds, outcomes: outcomes.all(), stored });
    }
    expect(faults).toEqual([]);
    expect(app.log).toEqual([]);
    expect(door.heard()).toBe(ours);
    expect([...channels].sort()).toEqual([...CHANNELS].sort());
    expect(invalidIn(plan)).toEqual([]);
    // Messages that never get anywhere would prove nothing.
    expect(Object.keys(plan.items).length).toBeGreaterThan(10);
    expect(plan.records.length).toBeGreaterThan(0);
    app.application.close();
    const again = anApplication({ catalog, dataFolder: app.dataFolder });
    expect(expectOk(await again.ask('loadPlan', {})).plan).toEqual(plan);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});

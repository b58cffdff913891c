import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Application, createApplication } from '../../electron/application/create-application.ts';
import type { Shell } from '../../electron/application/shell.ts';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { isSha256 } from '../../shared/domain/evidence.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import { storeEvidence } from '../support/an-evidence-file.ts';
import { ANY_CONTENTS } from '../support/arbitrary-answers.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { strangeMessage } from '../support/strange-payloads.ts';
import { TODAY } from '../support/test-profile.ts';
import { faultOf, openFaultDoor } from './fault-door.ts';
import { noteKnownIds } from './fault-known-ids.ts';
import { must } from './fault-plan.ts';
import { type Random, seededRandom } from './random.ts';

/** What the application notes without there being trouble. */
const SAID_ANYWAY = /^cleared: /;
const BATCH = 500;
/** Once so often, everything that is stored is looked at. */
const BATCHES_PER_LOOK = 4;

// No network and no programs: every name is unknown, every probe finds nothing.
const offline: CheckPorts = {
  platform: null,
  timeoutMs: 50,
  lookUp: () => Promise.reject(Object.assign(new Error('offline'), { code: 'EAI_AGAIN' })),
};

/** What came of messages of every kind. */
export interface MessageReport {
  readonly ours: number;
  readonly strangers: number;
  /** Messages by channel. */
  readonly channels: ReadonlyMap<Channel, number>;
  /** Answers by error code, or `ok`. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stored: { readonly items: number; readonly records: number; readonly evidence: number };
  /** Anything that was thrown, answered against the contract, or logged. */
  readonly crashes: readonly string[];
  /** Strangers who were answered otherwise than by a refusal. */
  readonly letIn: readonly string[];
  /** Values found in the store that their own field would not take. */
  readonly invalid: readonly string[];
}

/** Sends messages from our own page and from strangers until there were enough, or `limitMs` is over. */
export async function runMessages(
  root: string,
  options: { readonly messages: number; readonly seed: number; readonly limitMs: number },
): Promise<MessageReport> {
  const random = seededRandom(options.seed);
  const world = makeWorld(root, random);
  const application = world.open();
  const door = openFaultDoor(application);
  const tally = openTally();
  const known = noteKnownIds();
  const deadline = performance.now() + options.limitMs;
  for (let sent = 0; sent < options.messages && performance.now() < deadline; sent += BATCH) {
    world.attachFiles();
    const batch = { numRuns: Math.min(BATCH, options.messages - sent), seed: options.seed + sent };
    for (const strange of fc.sample(strangeMessage, batch)) {
      const message = known.fill(strange, random);
      // One message in four comes from somebody else.
      const stranger = random.below(4) === 0 ? random.pick(door.strangers) : null;
      const answer = await (stranger ?? door.ours)(message).catch((error: unknown) => String(error));
      tally.add(message[0], stranger !== null, answer);
      if (typeof answer !== 'string' && stranger === null) known.learn(message, answer);
    }
    if ((sent / BATCH) % BATCHES_PER_LOOK === 0) tally.invalid.push(...invalidIn(await planOf(application)));
  }
  const plan = await planOf(application);
  tally.invalid.push(...invalidIn(plan), ...invalidFiles(world.dataFolder));
  if (door.heard() !== tally.ours()) tally.letIn.push(`${door.heard()} heard of ${tally.ours()} of ours`);
  application.close();
  const again = world.open();
  if (JSON.stringify(await planOf(again)) !== JSON.stringify(plan)) {
    tally.invalid.push('the plan was another one after it had been closed and opened');
  }
  again.close();
  if (Object.hasOwn(Object.prototype, 'isAdmin')) tally.invalid.push('the prototype of every object');
  const { items, records } = plan;
  const evidence = contentsOf(world.dataFolder).length;
  return tally.report(
    world.log.filter((line) => !SAID_ANYWAY.test(line)),
    {
      items: Object.keys(items).length,
      records: records.length,
      evidence,
    },
  );
}

/** A data folder, and a place for what is saved elsewhere. */
function makeWorld(root: string, random: Random) {
  const dataFolder = join(root, 'data');
  const outside = join(root, 'outside');
  for (const folder of [dataFolder, outside]) mkdirSync(folder, { recursive: true });
  const log: string[] = [];
  let ids = 0;
  const options = {
    dataFolder,
    shell: aShell(outside, random),
    clock: { today: () => TODAY, now: () => `${TODAY}T12:00:00.000Z` },
    newId: () => `id-${++ids}`,
    version: '1.2.3',
    notice: null,
    sample: false,
    log: (line: string) => void log.push(line),
    checks: offline,
    evidence: { copiesIn: outside },
  };
  // Some messages are about files, which others may have cleared away.
  const attachFiles = (): void => {
    for (const [name, content] of ANY_CONTENTS) storeEvidence(dataFolder, content, name);
  };
  return {
    dataFolder,
    log,
    attachFiles,
    open: () => must(createApplication(catalog, () => EMPTY_PLAN, options)),
  };
}

/** A person who saves here and there, and now and then opens what was saved before. */
function aShell(outside: string, random: Random): Shell {
  let saved = 0;
  const archive = join(outside, 'plan.firstclaim');
  return aFakeShell(() => null, {
    // Whole archives take long: most of the time they think better of it.
    chooseSaveFile: async ({ extension }) =>
      extension === 'firstclaim'
        ? random.below(5) === 0
          ? archive
          : null
        : random.below(5) === 0
          ? null
          : join(outside, `file-${saved++ % 5}`),
    chooseOpenFile: async () =>
      ok(random.below(4) > 0 ? null : random.below(2) === 0 ? archive : join(outside, 'file-1')),
  });
}

async function planOf(application: Application): Promise<Plan> {
  const loaded = must(await application.invoke('loadPlan', {}, { senderId: 7 }));
  return (loaded as { readonly plan: Plan }).plan;
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

function contentsOf(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'evidence');
  return existsSync(folder) ? readdirSync(folder).filter(isSha256) : [];
}

/** Kept files that are not what their name says. */
function invalidFiles(dataFolder: string): readonly string[] {
  return contentsOf(dataFolder).filter((name) => {
    const content = readFileSync(join(dataFolder, 'evidence', name));
    return createHash('sha256').update(content).digest('hex') !== name;
  });
}

function openTally() {
  const channels = new Map<Channel, number>(CHANNELS.map((channel) => [channel, 0]));
  const outcomes = new Map<string, number>();
  const crashes: string[] = [];
  const letIn: string[] = [];
  const invalid: string[] = [];
  let ours = 0;
  let strangers = 0;
  return {
    letIn,
    invalid,
    ours: () => ours,
    /** Notes an answer; a text is what was thrown instead of one. */
    add: (channel: Channel, isStranger: boolean, answer: Result<unknown> | string): void => {
      if (isStranger) strangers += 1;
      else ours += 1;
      channels.set(channel, (channels.get(channel) ?? 0) + 1);
      if (typeof answer === 'string') {
        crashes.push(`${channel} threw ${answer}`);
        return;
      }
      const outcome = answer.ok ? 'ok' : answer.error.code;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const fault = faultOf(channel, answer);
      if (fault !== null) crashes.push(`${channel}: ${fault}`);
      if (isStranger && outcome !== 'bad-sender') letIn.push(`${channel}: ${outcome}`);
    },
    report: (log: readonly string[], stored: MessageReport['stored']): MessageReport => ({
      ours,
      strangers,
      channels,
      outcomes: Object.fromEntries([...outcomes].sort()),
      stored,
      crashes: [...crashes, ...log],
      letIn,
      invalid,
    }),
  };
}

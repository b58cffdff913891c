import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { anApplication } from '../support/an-application.ts';
import { anEvidenceFile, storeEvidence } from '../support/an-evidence-file.ts';
import { ANY_CONTENTS, arbitraryAnswers, arbitraryValue } from '../support/arbitrary-answers.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

// A busy machine makes fewer runs instead of failing: each run is a whole proof.
const WHEN_BUSY = { interruptAfterTimeLimit: 20_000 };

describe('any valid answers', { timeout: 60_000 }, () => {
  it('of every item come back after a restart exactly as they were saved', async () => {
    const arbitraryPlan = fc.record(
      Object.fromEntries(
        catalog.items.map((item) => [item.id, arbitraryAnswers(fieldsOf(item), TODAY, aProfile())]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (answersById) => {
        const shell = aFakeShell(() => join(dataFolder, 'report'));
        const { ask, application, dataFolder, log } = anApplication({ catalog, shell });
        for (const [name, content] of ANY_CONTENTS) storeEvidence(dataFolder, content, name);
        expectOk(await ask('answerProfile', { patch: toProfileAnswers(aProfile()) as never }));
        for (const item of catalog.items) {
          const patch = answersById[item.id] as never;
          expect(await ask('answerItem', { itemId: item.id, patch }), item.id).toMatchObject({ ok: true });
        }
        const before = expectOk(await ask('loadPlan', {})).plan;
        application.close();
        const reopened = anApplication({ catalog, dataFolder, shell });
        const after = expectOk(await reopened.ask('loadPlan', {})).plan;
        // What was said of clients, vendors and companies is on their lists from the next start on.
        expect({ ...after, records: before.records }).toEqual(before);
        expect(after.profile).toEqual(aProfile());
        for (const item of catalog.items) {
          expect(after.items[item.id]?.answers ?? {}, item.id).toEqual(answersById[item.id]);
        }
        for (const format of ['json', 'csv'] as const) {
          expectOk(await reopened.ask('exportReport', { format, paper: 'a4' }));
        }
        expect([...log, ...reopened.log]).toEqual([]);
      }),
      { numRuns: 8, ...WHEN_BUSY },
    );
  });

  it('of the welcome page come back after a restart', async () => {
    const answers = arbitraryAnswers(catalog.profileFields, TODAY, EMPTY_PLAN.profile);
    await fc.assert(
      fc.asyncProperty(answers, async (patch) => {
        const { ask, application, dataFolder } = anApplication({ catalog });
        const { profile } = expectOk(await ask('answerProfile', { patch: patch as never }));
        application.close();
        const reopened = anApplication({ catalog, dataFolder });
        expect(expectOk(await reopened.ask('loadPlan', {})).plan.profile).toEqual(profile);
        const said = Object.entries(patch).filter(([, value]) => value !== '' && !isEmptyList(value));
        expect(toProfileAnswers(profile)).toEqual(Object.fromEntries(said));
      }),
      { numRuns: 20, ...WHEN_BUSY },
    );
  });
});

describe('any garbage', { timeout: 60_000 }, () => {
  const contents = ANY_CONTENTS.map(([name, content]) => anEvidenceFile(content, name).sha256);
  const ids = fc.constantFrom(...catalog.items.map((item) => item.id), 'no-such', '__proto__', '');
  const fieldIds = fc.constantFrom(
    ...new Set(catalog.items.flatMap((item) => fieldsOf(item).map((field) => field.id))),
    ...catalog.profileFields.map((field) => field.id),
    '__proto__',
    'constructor',
    'rowId',
  );
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withObjectString: true,
    maxDepth: 4,
  });
  // Garbage that looks like a request reaches further than plain garbage.
  const nearly = fc.record(
    {
      itemId: fc.oneof(ids, anything),
      patch: fc.oneof(
        fc.dictionary(
          fieldIds,
          fc.oneof(
            anything,
            fc.json().map((text) => JSON.parse(text)),
          ),
        ),
        anything,
      ),
      reason: fc.oneof(fc.string(), anything),
      dueOn: fc.oneof(fc.constantFrom('2026-11-22', '2026-02-30', ''), anything),
      linkId: fc.oneof(fc.string(), anything),
      format: fc.oneof(fc.constantFrom('pdf', 'json', 'csv', 'exe'), anything),
      paper: fc.oneof(fc.constantFrom('a4', 'letter', 'a5'), anything),
      pages: fc.oneof(fc.integer(), fc.double(), anything),
      fileId: fc.oneof(fc.string(), anything),
      uploadId: fc.oneof(fc.constantFrom('id-1', 'id-2', ''), anything),
      fileName: fc.oneof(fc.constantFrom('a.pdf', '../../a.pdf', '\0'), fc.string(), anything),
      bytes: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer(), anything),
      at: fc.oneof(fc.integer({ min: 0, max: 9 }), anything),
      base64: fc.oneof(fc.base64String({ maxLength: 12 }), anything),
      sha256: fc.oneof(fc.constantFrom(...contents), fc.constant('../plan.db'), anything),
      mediaType: fc.oneof(fc.constantFrom('image/png', 'application/pdf', '__proto__'), anything),
      files: fc.oneof(
        fc.array(fc.record({ sha256: fc.constantFrom(...contents), bytes: fc.nat(99) })),
        anything,
      ),
      withHash: fc.oneof(fc.boolean(), anything),
    },
    { requiredKeys: [] },
  );
  // Values that some field takes, put into any field of any item: right now and then, wrong in every way otherwise.
  const anyValue = fc
    .constantFrom(...catalog.items.flatMap(fieldsOf))
    .chain((field) => arbitraryValue(field, '2199-12-31', aProfile()));
  const misplaced = fc.constantFrom(...catalog.items).chain((item) =>
    fc.tuple(
      fc.constant('answerItem'),
      fc.record({
        itemId: fc.constant(item.id),
        patch: fc.dictionary(
          fc.constantFrom(...fieldsOf(item).map((field) => field.id)),
          fc.oneof(anyValue, fc.constant(null)),
          { maxKeys: 2 },
        ),
      }),
    ),
  );
  const inputKeys: Readonly<Record<string, readonly string[]>> = {
    answerProfile: ['patch'],
    answerItem: ['itemId', 'patch'],
    setNotApplicable: ['itemId', 'reason'],
    setDueDate: ['itemId', 'dueOn'],
    undoItem: ['itemId'],
    openLink: ['linkId'],
    exportReport: ['format', 'paper'],
    printReport: ['paper'],
    reportReady: ['pages'],
    revealFile: ['fileId'],
    beginEvidence: ['fileName', 'bytes'],
    addEvidenceChunk: ['uploadId', 'at', 'base64'],
    finishEvidence: ['uploadId'],
    cancelEvidence: ['uploadId'],
    readEvidence: ['sha256', 'mediaType'],
    openEvidence: ['sha256', 'fileName', 'mediaType'],
    showEvidence: ['sha256', 'fileName', 'mediaType'],
    statEvidence: ['files', 'withHash'],
  };

  it('on any channel yields a Result and stores nothing invalid', async () => {
    const { ask, send, log, application, dataFolder } = anApplication({ catalog });
    for (const [name, content] of ANY_CONTENTS.slice(1)) storeEvidence(dataFolder, content, name);
    const request = fc.oneof<fc.Arbitrary<[string, unknown]>[]>(
      misplaced,
      fc.tuple(fc.oneof(fc.constantFrom(...CHANNELS), fc.string()), anything),
      fc.tuple(fc.constantFrom(...CHANNELS), nearly).map(([channel, values]): [string, unknown] => {
        const keys = inputKeys[channel] ?? [];
        return [channel, Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)))];
      }),
    );
    await fc.assert(
      fc.asyncProperty(request, async ([channel, payload]) => {
        const outcome = await send(channel, payload);
        expect(outcome).toMatchObject({ ok: expect.any(Boolean) });
        if (!outcome.ok) expect(outcome.error.code).not.toBe('internal');
      }),
      { numRuns: 1_500, ...WHEN_BUSY },
    );
    expect(log).toEqual([]);
    const { plan } = expectOk(await ask('loadPlan', {}));
    expect(planSchema.safeParse(plan).success).toBe(true);
    for (const item of catalog.items) {
      const stored = plan.items[item.id]?.answers ?? {};
      expect(schemaForAnswers(fieldsOf(item)).safeParse(stored).success, item.id).toBe(true);
    }
    // Garbage that never gets anywhere would prove nothing.
    expect(Object.keys(plan.items).length).toBeGreaterThan(10);
    application.close();
    const again = expectOk(await anApplication({ catalog, dataFolder }).ask('loadPlan', {})).plan;
    expect({ ...again, records: again.records.slice(0, plan.records.length) }).toEqual(plan);
  });
});

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

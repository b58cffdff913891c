import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { adoptEarlierAnswers } from '../../shared/catalog/vetting/adopt-answers.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord, type RecordKind } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { ok } from '../../shared/domain/result.ts';
import { TODAY } from '../support/test-profile.ts';
import { openBenchApplication, openStore, succeeded } from './bench-plan.ts';
import { againstSize, type Comparison } from './comparison.ts';
import { type Rounds, timeInTurns } from './measure.ts';

const FEW = 2;
const MANY = 200;
const AT = `${TODAY}T12:00:00.000Z`;
const ROUNDS: Rounds = { rounds: 30, block: 2, warmup: 3, limitMs: 15_000 };

/** Judges, loads and changes a plan with two hundred candidates and partners, against one with two of each. */
export async function compareLists(folder: string): Promise<readonly Comparison[]> {
  const few = planWith(FEW);
  const many = planWith(MANY);
  const fewApp = filledApplication(join(folder, 'few'), few);
  const manyApp = filledApplication(join(folder, 'many'), many);
  const load = (application: typeof fewApp) => async () => {
    succeeded(await application.invoke('loadPlan', {}, { senderId: 1 }));
  };
  const save = (application: typeof fewApp, plan: Plan) => async (turn: number) => {
    const id = plan.records.find(({ kind }) => kind === 'partner')?.id ?? '';
    const patch = { note: `turn ${turn}` };
    succeeded(await application.invoke('saveRecord', { kind: 'partner', id, patch }, { senderId: 1 }));
  };
  const [judge, judgeMany, loading, loadingMany, saving, savingMany] = await timeInTurns(
    [
      { name: `${FEW} of each`, run: () => assessReadiness(catalog, few, TODAY) },
      { name: `${MANY} of each`, run: () => assessReadiness(catalog, many, TODAY) },
      { name: `${FEW} of each`, run: load(fewApp) },
      { name: `${MANY} of each`, run: load(manyApp) },
      { name: `${FEW} of each`, run: save(fewApp, few) },
      { name: `${MANY} of each`, run: save(manyApp, many) },
    ],
    ROUNDS,
  );
  fewApp.close();
  manyApp.close();
  if (!judge || !judgeMany || !loading || !loadingMany || !saving || !savingMany) {
    throw new Error('Nothing was measured');
  }
  return [
    againstSize('assess readiness, 200 candidates and partners', judgeMany, judge, null),
    againstSize('load the plan, 200 candidates and partners', loadingMany, loading, null),
    againstSize('change a partner, 200 candidates and partners', savingMany, saving, 2),
  ];
}

/** The sample plan with this many candidates of each kind and as many partners. */
export function planWith(count: number): Plan {
  const sample = samplePlan(TODAY);
  const items = Object.fromEntries(Object.values(sample.items).map(({ id, answers }) => [id, answers]));
  let ids = 0;
  const newId = (): string => `bench-${++ids}`;
  const candidates = adoptEarlierAnswers(items, newId);
  const of = (kind: RecordKind, models: readonly Answers[]): readonly PlanRecord[] =>
    Array.from({ length: count }, (_, at) => ({
      id: newId(),
      kind,
      answers: { ...models[at % models.length], name: `${kind} ${at}` },
      archivedOn: null,
      createdAt: AT,
      updatedAt: AT,
    }));
  const models = (kind: RecordKind): readonly Answers[] =>
    candidates.filter((candidate) => candidate.kind === kind).map(({ answers }) => answers);
  return {
    ...sample,
    records: [
      ...of('clearinghouse', models('clearinghouse')),
      ...of('billing-software', models('billing-software')),
      ...of(
        'partner',
        adoptPartners({ ...EMPTY_PLAN, profile: sample.profile, items: sample.items }).map(
          ({ answers }) => answers,
        ),
      ),
    ],
  };
}

function filledApplication(folder: string, plan: Plan): ReturnType<typeof openBenchApplication> {
  mkdirSync(folder);
  const store = openStore(folder);
  succeeded(
    store.change((draft) => {
      draft.saveProfile(plan.profile, AT, 'answer');
      for (const record of Object.values(plan.items)) draft.saveItem(record, 'answer');
      for (const record of plan.records) draft.saveRecord(record, 'answer');
      return ok(null);
    }),
  );
  store.close();
  return openBenchApplication(folder);
}

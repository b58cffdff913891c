import { recordKinds } from '../../../shared/catalog/record-kinds.ts';
import type { CheckSubject } from '../../../shared/domain/check-run.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Runs the checks asked for and stores each result as it comes. */
export const runChecks: Handler<'runChecks'> = async ({ subjects }, { store, checks, shell }) => {
  const recorded = store.read();
  if (!recorded.ok) return recorded;
  const unique = [...new Map(subjects.map((subject) => [keyOf(subject), subject])).values()];
  const known = targetsIn(recorded.value.plan);
  if (unique.some(({ check, target }) => check === 'portal-tls' && !known.has(target))) {
    return failed('not-found', 'This address is not on your list of portals. Nothing was connected to.');
  }
  try {
    const outcome = await checks.run(
      unique,
      (run) =>
        store.change((draft) => {
          draft.addCheck(run);
          return ok(null);
        }),
      (done, total) => shell.checkProgress({ done, total }),
    );
    return outcome.ok
      ? ok({ runs: [...outcome.value.runs], isCancelled: outcome.value.isCancelled })
      : outcome;
  } finally {
    shell.checkProgress(null);
  }
};

/** Every address a check may connect to: those the user wrote down. */
function targetsIn(plan: Plan): ReadonlySet<string> {
  const targets = plan.records.flatMap(({ kind, answers, archivedOn }) => {
    const { address } = recordKinds[kind];
    const target = address === undefined || archivedOn !== null ? undefined : answers[address.target];
    return typeof target === 'string' ? [target] : [];
  });
  return new Set(targets);
}

function keyOf({ check, target }: CheckSubject): string {
  return `${check} ${target}`;
}

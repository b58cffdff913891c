import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type CheckRun, type CheckSubject, newestRun } from '../../../shared/domain/check-run.ts';
import { nameOfRun } from '../../../shared/domain/connection-posture.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { bridge, messageOf, onCheckProgress } from '../../app/bridge.ts';
import { PLAN_KEY, usePlan } from '../../app/plan-query.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { endInWords } from './check-words.ts';

/** Checks under way. */
export interface UnderWay {
  readonly done: number;
  readonly total: number;
  /** What is being checked, as `keyOf` says it, each with the id of its newest run at the start; null when they were
   * begun before this page was loaded. */
  readonly before: ReadonlyMap<string, string | null> | null;
  readonly isCanceling: boolean;
  /** Where the button is that began them. */
  readonly place: CheckPlace;
}

/** A button that begins checks: above everything, above a list, or of a single check (as `keyOf` says it). */
export type CheckPlace = 'top' | 'portals' | 'computer' | `single ${string}`;

/** Something to say beside the button that began the checks. */
export interface CheckNote {
  readonly place: CheckPlace;
  readonly words: string;
}

export interface CheckRunner {
  /** Null while nothing runs. */
  readonly underWay: UnderWay | null;
  /** As of now, not as of the last time the page was drawn. */
  readonly isIdle: () => boolean;
  /** Runs checks and says how they ended; the runs that came to an end, or null when none could be begun. */
  readonly start: (
    subjects: readonly CheckSubject[],
    place: CheckPlace,
  ) => Promise<readonly CheckRun[] | null>;
  readonly cancel: () => Promise<void>;
  /** How the last checks ended, in a sentence; null before the first. */
  readonly ended: (CheckNote & { readonly isCanceled: boolean }) | null;
  /** Why checks could not be run; null when they could. */
  readonly trouble: CheckNote | null;
}

// Outlives the page: one may look elsewhere while fifty portals are checked, and come back.
const UNDER_WAY_KEY = ['checks-under-way'] as const;

/** Names a check. */
export function keyOf({ check, target }: CheckSubject): string {
  return `${check} ${target}`;
}

/** The place of a check's own button. */
export function placeOf(subject: CheckSubject): CheckPlace {
  return `single ${keyOf(subject)}`;
}

/** True while this very check is under way: it was asked for, and no newer run of it has come in. */
export function isUnderWay(
  underWay: UnderWay | null,
  subject: CheckSubject | null,
  newest: CheckRun | null,
): boolean {
  if (subject === null) return false;
  const before = underWay?.before?.get(keyOf(subject));
  return before !== undefined && before === (newest?.id ?? null);
}

/** Runs checks, one batch at a time, and follows how far they are. */
export function useCheckRunner(): CheckRunner {
  const client = useQueryClient();
  const { plan } = usePlan();
  const announce = useAnnounce();
  const [ended, setEnded] = useState<CheckRunner['ended']>(null);
  const [trouble, setTrouble] = useState<CheckRunner['trouble']>(null);
  const { data: underWay = null } = useQuery<UnderWay | null>({
    queryKey: UNDER_WAY_KEY,
    queryFn: skipToken,
    initialData: null,
  });
  const show = useCallback(
    (change: (now: UnderWay | null) => UnderWay | null): void => {
      client.setQueryData<UnderWay | null>(UNDER_WAY_KEY, (now) => change(now ?? null));
    },
    [client],
  );
  useEffect(
    () =>
      onCheckProgress((progress) =>
        show((now) =>
          progress === null
            ? null
            : {
                before: now?.before ?? null,
                isCanceling: now?.isCanceling ?? false,
                place: now?.place ?? 'top',
                ...progress,
              },
        ),
      ),
    [show],
  );

  const planNow = (): Plan | undefined => client.getQueryData<OutputOf<'loadPlan'>>(PLAN_KEY)?.plan;
  const isIdle = (): boolean => (client.getQueryData<UnderWay | null>(UNDER_WAY_KEY) ?? null) === null;
  const start: CheckRunner['start'] = async (subjects, place) => {
    setEnded(null);
    setTrouble(null);
    if (subjects.length === 0) return null;
    const batch: UnderWay = {
      done: 0,
      total: subjects.length,
      before: new Map(
        subjects.map((subject) => [keyOf(subject), newestRun(plan.checks, subject)?.id ?? null] as const),
      ),
      isCanceling: false,
      place,
    };
    show(() => batch);
    try {
      const { runs, isCancelled } = await bridge.runChecks({ subjects });
      await client.invalidateQueries({ queryKey: PLAN_KEY });
      const said = endInWords(runs, subjects.length, isCancelled, (run) => nameOfRun(planNow() ?? plan, run));
      setEnded({ place, words: said, isCanceled: isCancelled });
      announce(said);
      return runs;
    } catch (thrown) {
      setTrouble({ place, words: messageOf(thrown) });
      return null;
    } finally {
      // A batch that was begun elsewhere shows again with its next step.
      show(() => null);
    }
  };
  const cancel = async (): Promise<void> => {
    show((now) => (now === null ? null : { ...now, isCanceling: true }));
    try {
      await bridge.cancelChecks({});
    } catch (thrown) {
      show((now) => (now === null ? null : { ...now, isCanceling: false }));
      setTrouble({ place: underWay?.place ?? 'top', words: messageOf(thrown) });
    }
  };
  return { underWay, isIdle, start, cancel, ended, trouble };
}

import { useState } from 'react';
import { CANDIDATE_KINDS, type CandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { browserSession, readJson } from '../../app/session-memory.ts';

/** Fewest and most that fit side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 4;

interface Stored {
  /** The list last compared. */
  readonly kind: CandidateKind;
  readonly ids: Readonly<Record<CandidateKind, readonly string[]>>;
}

const MEMORY_KEY = 'first-claim.compared';
const NOTHING: Stored = { kind: 'clearinghouse', ids: { clearinghouse: [], 'billing-software': [] } };

/** What was ticked to be compared, as long as this window lives. */
export interface Compared {
  readonly kind: CandidateKind;
  readonly ids: (kind: CandidateKind) => readonly string[];
  readonly toggle: (kind: CandidateKind, id: string) => void;
  /** The list that `/compare` shows. */
  readonly show: (kind: CandidateKind) => void;
}

/** Which candidates are to stand side by side. */
export function useCompared(): Compared {
  const [stored, setStored] = useState(read);
  // The same functions each time: two hundred rows hold them.
  const [actions] = useState<Pick<Compared, 'toggle' | 'show'>>(() => {
    const change = (next: (now: Stored) => Stored): void =>
      setStored((now) => {
        const changed = next(now);
        browserSession.write(MEMORY_KEY, JSON.stringify(changed));
        return changed;
      });
    return {
      toggle: (kind, id) =>
        change((now) => ({ ...now, ids: { ...now.ids, [kind]: withOrWithout(now.ids[kind], id) } })),
      show: (kind) => change((now) => ({ ...now, kind })),
    };
  });
  return { kind: stored.kind, ids: (kind) => stored.ids[kind], ...actions };
}

function withOrWithout(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}

function read(): Stored {
  const found = readJson(browserSession, MEMORY_KEY) as Partial<Stored> | null;
  const idsOf = (kind: CandidateKind): readonly string[] => {
    const ids: unknown = found?.ids?.[kind];
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  };
  return {
    kind: CANDIDATE_KINDS.find((kind) => kind === found?.kind) ?? NOTHING.kind,
    ids: { clearinghouse: idsOf('clearinghouse'), 'billing-software': idsOf('billing-software') },
  };
}

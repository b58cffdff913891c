import { useDraft, useDrafts } from '../../app/saving.tsx';

/** Reasons as they are being typed, by the id of the candidate they are about. Kept when the page is left. */
export interface DecisionDraft {
  readonly textOf: (recordId: string) => string;
  readonly write: (recordId: string, text: string) => void;
}

/** The draft of a decision about one candidate. `startWith`: what a reason says before anything is typed. */
export function useDecisionDraft(recordId: string, startWith: (id: string) => string): DecisionDraft {
  const path = `decide-${recordId}`;
  const drafts = useDrafts();
  const typed = readReasons(useDraft(path)?.typed);
  return {
    textOf: (id) => typed[id] ?? startWith(id),
    write: (id, text) => drafts.keep(path, JSON.stringify({ ...typed, [id]: text })),
  };
}

function readReasons(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}

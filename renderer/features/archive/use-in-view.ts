import { type RefObject, useEffect, useRef } from 'react';

/** For the words about what came of something: whenever `outcome` changes they are brought into view. */
export function useInView(outcome: unknown): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a low window they may stand below its edge, while the focus stays on the button above.
    if (outcome !== null) ref.current?.scrollIntoView?.({ block: 'nearest' });
  }, [outcome]);
  return ref;
}

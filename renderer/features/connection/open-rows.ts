import { useState } from 'react';
import { flushSync } from 'react-dom';
import { toggleId } from './check-row.tsx';

/** Which rows of the page are open. */
export interface OpenRows {
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Opens this row alone and puts the focus on its line, so that it is in sight and read out. */
  readonly show: (id: string) => void;
}

/** Keeps the open rows of one page. */
export function useOpenRows(): OpenRows {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  return {
    isOpen: (id) => open.has(id),
    toggle: (id) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    show: (id) => {
      // The row may be new: it has to be there before it can take the focus.
      flushSync(() => setOpen(new Set([id])));
      document.getElementById(toggleId(id))?.focus();
    },
  };
}

import { format } from 'date-fns';
import { type ReactNode, useEffect } from 'react';
import { useAnnounce } from '../ui/live-region.tsx';
import styles from './save-note.module.css';
import { useSaveState } from './saving.tsx';

/** "Saved 10:42", seen and politely said. The minute is said once, not after every keystroke. */
export function SaveNote(): ReactNode {
  const { kind, savedAt } = useSaveState();
  const announce = useAnnounce();
  const saved = savedAt === null ? '' : `Saved ${format(savedAt, 'HH:mm')}`;
  useEffect(() => {
    if (saved !== '') announce(saved);
  }, [saved, announce]);
  return (
    <span className={styles.note} data-save-state={kind}>
      {kind === 'saving' ? 'Saving…' : kind === 'failed' ? 'Not saved yet' : saved}
    </span>
  );
}

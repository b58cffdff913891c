import { type ReactNode, useState } from 'react';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { bridge } from '../../app/bridge.ts';
import { Button } from '../../ui/button.tsx';
import styles from './item-footer.module.css';
import { useItemAction } from './use-item-action.ts';

/** Takes the last change to the item back and says what that was. Pressed again, it brings the change back. */
export function UndoButton({ itemId }: { readonly itemId: ItemId }): ReactNode {
  const { run, trouble } = useItemAction(itemId);
  const [undone, setUndone] = useState('');
  const undo = async (): Promise<void> => {
    setUndone('');
    const done = await run(() => bridge.undoItem({ itemId }));
    if (done !== null) setUndone(wordsFor(done.undone));
  };
  return (
    <span className={styles.undo}>
      <Button kind="quiet" onClick={undo}>
        Undo last change
      </Button>
      <span role="status">{trouble ?? undone}</span>
    </span>
  );
}

function wordsFor(labels: readonly string[]): string {
  return labels.length === 0 ? 'Undone.' : `Undone: ${labels.map((label) => `“${label}”`).join(', ')}.`;
}

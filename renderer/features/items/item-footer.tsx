import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/routes.ts';
import { SaveNote } from '../../app/save-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import styles from './item-footer.module.css';
import { nextOf, previousOf } from './item-neighbours.ts';
import type { ItemView } from './item-view.ts';
import { NotApplicableDialog } from './not-applicable-dialog.tsx';
import { UndoButton } from './undo-button.tsx';

/** On, back, "does not apply", undo, and whether everything is saved. */
export function ItemFooter({ view }: { readonly view: ItemView }): ReactNode {
  const { item, readiness, assessment } = view;
  const [isAsking, setAsking] = useState(false);
  const next = nextOf(item, readiness);
  const canBeWaived = assessment.state !== 'not-applicable' && assessment.state !== 'set-aside';
  return (
    <div className={styles.footer}>
      <nav className={styles.buttons} aria-label="Items in order">
        <Link to={next.path} className={buttonClass('primary')}>
          {next.words}
        </Link>
        <Link to={previousOf(item, readiness)} className={buttonClass('secondary')}>
          Back
        </Link>
      </nav>
      <div className={styles.notes}>
        {canBeWaived ? (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            Does not apply…
          </Button>
        ) : null}
        <UndoButton itemId={item.id} />
        <Link to={paths.historyOf(`item:${item.id}`)} className={buttonClass('quiet')}>
          History of this item
        </Link>
        <SaveNote />
      </div>
      {isAsking ? <NotApplicableDialog itemId={item.id} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

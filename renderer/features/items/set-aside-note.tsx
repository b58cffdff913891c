import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { bridge } from '../../app/bridge.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { ItemView } from './item-view.ts';
import styles from './set-aside-note.module.css';
import { useItemAction } from './use-item-action.ts';

/** Why an item is not asked for: what the profile says, or the user's own reason with a way back. */
export function SetAsideNote({ view }: { readonly view: ItemView }): ReactNode {
  const { assessment, item } = view;
  const announce = useAnnounce();
  const { run, trouble } = useItemAction(item.id);
  const applyAgain = async (): Promise<void> => {
    const done = await run(() => bridge.setNotApplicable({ itemId: item.id, reason: null }));
    if (done !== null) announce('This applies to you again. Your answers are as you left them.');
  };
  if (assessment.state === 'set-aside') {
    return (
      <section className={styles.note} aria-labelledby="set-aside">
        <h2 id="set-aside">Set aside for you</h2>
        <p>{assessment.reason}</p>
        <p>
          It comes back by itself when you change{' '}
          <Link to={paths.welcome}>what you told us about your business</Link>. Anything you record here is
          kept.
        </p>
      </section>
    );
  }
  if (assessment.state !== 'not-applicable') return null;
  return (
    <section className={styles.note} aria-labelledby="set-aside">
      <h2 id="set-aside">You said this does not apply</h2>
      <p className={styles.reason} dir="auto">
        {assessment.reason}
      </p>
      <p>Your answers below are kept as they are, but nothing counts them.</p>
      <div>
        <Button onClick={applyAgain}>It does apply after all</Button>
      </div>
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </section>
  );
}

import type { ReactNode } from 'react';
import type { ConnectionEntry } from '../../../shared/domain/connection-posture.ts';
import { postureKindOf } from '../../../shared/domain/connection-posture.ts';
import type { ConnectionStep } from '../../../shared/domain/connection-steps.ts';
import { Button } from '../../ui/button.tsx';
import styles from './next-steps.module.css';
import { deviceRowId, portalRowId } from './row-parts.tsx';
import { StandingMark } from './standing-mark.tsx';

const MOST_SHOWN = 5;

interface NextStepsProps {
  readonly steps: readonly ConnectionStep[];
  readonly onShow: (rowId: string) => void;
}

/** What to do next, in words, each with the way to its row. */
export function NextSteps({ steps, onShow }: NextStepsProps): ReactNode {
  const shown = steps.slice(0, MOST_SHOWN);
  const more = steps.length - shown.length;
  return (
    <section className={styles.part} aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      {shown.length === 0 ? (
        <p>Nothing. Each line below says when it should be checked again.</p>
      ) : (
        <ol className={styles.steps}>
          {shown.map(({ entry, text }) => (
            <li key={entry === null ? text : rowIdOf(entry)}>
              {entry === null ? null : (
                <div className={styles.head}>
                  <Button kind="quiet" onClick={() => onShow(rowIdOf(entry))}>
                    {entry.name}
                  </Button>
                  <StandingMark kind={postureKindOf(entry.standing)} />
                </div>
              )}
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
      {more <= 0 ? null : (
        <p className={styles.more}>
          And {more === 1 ? 'one more thing' : `${more} more things`}, marked below.
        </p>
      )}
    </section>
  );
}

function rowIdOf(entry: ConnectionEntry): string {
  return entry.kind === 'portal' ? portalRowId(entry.record.id) : deviceRowId(entry.family.id);
}

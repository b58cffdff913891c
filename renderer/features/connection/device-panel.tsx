import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import type { DeviceRun } from '../../../shared/domain/check-standing.ts';
import type { DeviceEntry } from '../../../shared/domain/connection-posture.ts';
import type { Platform } from '../../../shared/domain/device-checks/device-check.ts';
import { OWN_WORD_PLACES } from '../../../shared/domain/own-word.ts';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { findItem } from '../items/item-view.ts';
import { CheckHistory } from './check-history.tsx';
import folds from './check-list.module.css';
import type { CheckRunner } from './check-runner.ts';
import { elapsedInWords, momentInWords, PLATFORM_NAMES } from './check-words.ts';
import { CommandList } from './command-list.tsx';
import styles from './device-panel.module.css';
import { OwnWordPart } from './own-word.tsx';
import { RunButton } from './run-button.tsx';

interface DevicePanelProps {
  readonly entry: DeviceEntry;
  readonly platform: Platform;
  readonly runner: CheckRunner;
  readonly isWordOpen: boolean;
  readonly onWordToggle: () => void;
}

/** Everything about one look at this computer: what it found, what it runs, what to do, and the user's own word. */
export function DevicePanel(props: DevicePanelProps): ReactNode {
  const { entry, platform, runner } = props;
  const { family, standing } = entry;
  const { probes, advice } = family.on[platform];
  const subject = { check: family.id, target: '' } as const;
  return (
    <>
      {standing.run === null ? null : <DeviceResult run={standing.run} platform={platform} />}
      {standing.kind === 'passed' || standing.kind === 'not-applicable' ? null : (
        <p>
          <span className={styles.term}>
            {standing.kind === 'not-checked' ? 'Where to find it: ' : 'What to do: '}
          </span>
          {advice}
        </p>
      )}
      <details className={folds.fold} open={standing.run === null}>
        <summary>What this runs</summary>
        <CommandList probes={probes} />
      </details>
      <div className={folds.actions}>
        <RunButton runner={runner} subject={subject} name={family.title} newest={standing.run} />
      </div>
      <OwnWordPlace {...props} />
      <p className={folds.soft}>
        Counts for:{' '}
        {family.items.map((id, index) => (
          <span key={id}>
            {index === 0 ? '' : '; '}
            <Link to={paths.item(id)}>{findItem(id).title}</Link>
          </span>
        ))}
      </p>
      {standing.run === null ? null : <CheckHistory subject={subject} newestId={standing.run.id} />}
    </>
  );
}

function DeviceResult({
  run,
  platform,
}: {
  readonly run: DeviceRun;
  readonly platform: Platform;
}): ReactNode {
  const { detail } = run;
  return (
    <div className={styles.words}>
      {detail.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {detail.platform === null || detail.platform === platform ? null : (
        <p>
          This result comes from {PLATFORM_NAMES[detail.platform]}, and this computer runs{' '}
          {PLATFORM_NAMES[platform]}. Check again here.
        </p>
      )}
      <p className={folds.soft}>
        Looked at by the app on {momentInWords(run.checkedAt)}, in {elapsedInWords(detail.elapsedMs)}.
      </p>
    </div>
  );
}

function OwnWordPlace({ entry, isWordOpen, onWordToggle }: DevicePanelProps): ReactNode {
  const { plan, today } = usePlan();
  const { standing, family } = entry;
  if (standing.kind === 'passed' || standing.kind === 'failed') return null;
  const { itemId, fields: asked } = OWN_WORD_PLACES[family.id];
  const item = findItem(itemId);
  if (asked.length === 0) {
    return (
      <p>
        {standing.ownWord === null
          ? 'Where the app cannot tell, say it in the item '
          : 'Your word stands in the item '}
        <Link to={paths.item(itemId)}>“{item.title}”</Link>.
      </p>
    );
  }
  return (
    <OwnWordPart
      target={itemId}
      fields={fieldsOf(item).filter(({ id }) => asked.includes(id))}
      today={today}
      profile={plan.profile}
      isOpen={isWordOpen}
      onToggle={onWordToggle}
      counted={standing.ownWord?.words ?? null}
    />
  );
}

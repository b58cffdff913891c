import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './batch-button.module.css';
import type { CheckPlace, CheckRunner, UnderWay } from './check-runner.ts';

interface BatchButtonProps {
  readonly runner: CheckRunner;
  readonly place: CheckPlace;
  readonly label: string;
  readonly kind?: 'primary' | 'secondary' | undefined;
  /** There is nothing to check. */
  readonly isIdle?: boolean | undefined;
  readonly onPress: () => void;
}

/** Begins many checks. How far they are, how to stop them and how they ended stands beside the button pressed. */
export function BatchButton(props: BatchButtonProps): ReactNode {
  const { runner, place, label, kind, isIdle = false, onPress } = props;
  const button = useRef<HTMLButtonElement>(null);
  const { underWay, ended, trouble } = runner;
  const isOff = underWay !== null || isIdle;
  const cancel = (): void => {
    // The button just pressed goes away with the checks.
    button.current?.focus();
    void runner.cancel();
  };
  return (
    <div className={styles.batch}>
      <Button ref={button} kind={kind} aria-disabled={isOff} onClick={isOff ? undefined : onPress}>
        {label}
      </Button>
      {underWay?.place === place ? <Progress underWay={underWay} onCancel={cancel} /> : null}
      {ended?.place === place && underWay === null ? <p className={styles.ended}>{ended.words}</p> : null}
      {trouble?.place === place ? (
        <span role="alert" className={styles.trouble}>
          {trouble.words}
        </span>
      ) : null}
    </div>
  );
}

function Progress({
  underWay,
  onCancel,
}: {
  readonly underWay: UnderWay;
  readonly onCancel: () => void;
}): ReactNode {
  const { done, total, isCanceling } = underWay;
  return (
    <div className={styles.progress}>
      <progress aria-label="Checks under way" max={total} value={done} />
      <span className={styles.count}>
        {done} of {total}
      </span>
      <Button aria-disabled={isCanceling} onClick={onCancel}>
        {isCanceling ? 'Canceling…' : 'Cancel the checks'}
      </Button>
    </div>
  );
}

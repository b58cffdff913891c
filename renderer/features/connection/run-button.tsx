import { type ReactNode, useRef } from 'react';
import type { CheckRun, CheckSubject } from '../../../shared/domain/check-run.ts';
import { Button } from '../../ui/button.tsx';
import folds from './check-list.module.css';
import { type CheckRunner, isUnderWay, placeOf } from './check-runner.ts';

interface RunButtonProps {
  readonly runner: CheckRunner;
  readonly subject: CheckSubject;
  /** What is checked, for those who hear the button only. */
  readonly name: string;
  readonly newest: CheckRun | null;
}

/** Checks one thing, on a click only, with a way to stop it beside it. */
export function RunButton({ runner, subject, name, newest }: RunButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const { underWay, ended, trouble } = runner;
  const place = placeOf(subject);
  const isMine = isUnderWay(underWay, subject, newest);
  const stop = underWay?.isCanceling === true ? 'Canceling…' : 'Cancel';
  const words = newest === null ? 'Check' : 'Check again';
  const cancel = (): void => {
    // This button goes away with the check.
    button.current?.focus();
    void runner.cancel();
  };
  return (
    <>
      {/* Kept pressable for the keyboard: a button that is switched off loses the focus. */}
      <Button
        ref={button}
        aria-label={`${isMine ? 'Checking…' : words}: ${name}`}
        aria-disabled={underWay !== null}
        onClick={() => (underWay === null ? void runner.start([subject], place) : undefined)}
      >
        {isMine ? 'Checking…' : words}
      </Button>
      {/* A batch is ended where it was begun. */}
      {underWay?.place === place ? (
        <Button aria-label={`${stop}: ${name}`} aria-disabled={underWay?.isCanceling} onClick={cancel}>
          {stop}
        </Button>
      ) : null}
      {ended?.place === place && ended.isCanceled && underWay === null ? <span>{ended.words}</span> : null}
      {trouble?.place === place ? (
        <span role="alert" className={folds.trouble}>
          {trouble.words}
        </span>
      ) : null}
    </>
  );
}

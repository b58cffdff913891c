import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { Counter } from './counter.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';

interface ReasonBoxProps {
  /** Id and name of the box. */
  readonly path: string;
  readonly label: string;
  readonly text: string;
  /** Characters that fit. More can be typed, but not sent. */
  readonly max: number;
  readonly error: string | null;
  readonly warning: string | null;
  readonly onText: (text: string) => void;
}

/** Several lines that are sent with a button instead of saving by themselves. */
export function ReasonBox({ path, label, text, max, error, warning, onText }: ReasonBoxProps): ReactNode {
  return (
    <FieldFrame
      path={path}
      label={label}
      isOptional={false}
      isWide
      as="label"
      error={error}
      warning={warning}
      aside={<Counter length={text.length} max={max} />}
    >
      <div
        className={classNames(styles.box, styles.growing, error !== null && styles.wrong)}
        data-text={text}
      >
        <textarea
          id={path}
          name={path}
          rows={3}
          className={styles.input}
          dir="auto"
          autoComplete="off"
          value={text}
          aria-required
          aria-invalid={error !== null}
          aria-describedby={fieldIds(path, false).describedBy}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
    </FieldFrame>
  );
}

import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { StatusIcon } from '../status-icon.tsx';
import styles from './field-frame.module.css';

/** Ids of the parts that belong to one control. */
export interface FieldIds {
  readonly label: string;
  readonly hint: string;
  readonly message: string;
  /** For `aria-describedby`: the hint, then the message. */
  readonly describedBy: string;
}

/** Ids derived from a field's path. */
export function fieldIds(path: string, hasHint: boolean): FieldIds {
  const [label, hint, message] = [`${path}-label`, `${path}-hint`, `${path}-message`];
  return { label, hint, message, describedBy: hasHint ? `${hint} ${message}` : message };
}

interface FieldFrameProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional: boolean;
  /** Takes the whole width of the form. */
  readonly isWide: boolean;
  /** `label` for one control with the path as its id; `group` when several controls share the label. */
  readonly as: 'label' | 'group';
  readonly error: string | null;
  /** Something to be careful about that does not stop the save. */
  readonly warning?: string | null | undefined;
  /** The same with a way to go: a link. */
  readonly note?: ReactNode;
  /** Beside the message: how much room is left. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Label and hint above the control, message under it. Its three rows line up with those of the neighbour, so that an
 * error never pushes a control out of line.
 */
export function FieldFrame(props: FieldFrameProps): ReactNode {
  const { path, label, hint, isOptional, isWide, as, error, warning, note, aside, children } = props;
  const ids = fieldIds(path, hint !== undefined);
  const words = (
    <>
      {label}
      {isOptional ? <span className={styles.optional}> (optional)</span> : null}
    </>
  );
  return (
    <div className={classNames(styles.field, isWide && styles.wide)}>
      <div className={styles.head}>
        {as === 'label' ? (
          <label id={ids.label} htmlFor={path} className={styles.label}>
            {words}
          </label>
        ) : (
          <span id={ids.label} className={styles.label}>
            {words}
          </span>
        )}
        {hint === undefined ? null : (
          <p id={ids.hint} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
      <div>{children}</div>
      <div className={styles.under}>
        <div id={ids.message} aria-live="polite" className={styles.message}>
          {error === null ? null : <StatusIcon state="blocked" text={error} />}
          {warning == null ? null : <StatusIcon state="on-hold" text={warning} />}
          {note ?? null}
        </div>
        {aside}
      </div>
    </div>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Called when it is closed in any way, Escape included. The parent then stops rendering it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one first. */
  readonly actions?: ReactNode;
}

/** A native modal dialog, open while it is rendered. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, children, actions }: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // The focus is on a button at its end now; in a small window what it is about would be out of sight.
    if (dialog !== null) dialog.scrollTop = 0;
    return () => dialog?.close();
  }, []);
  // The event comes late: it may be about a dialog that has been opened again since.
  const noteClosed = (): void => {
    if (ref.current?.open !== true) onClose();
  };
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby={titleId} onClose={noteClosed}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}

import type { ReactNode } from 'react';
import type { EvidenceNote } from '../../../shared/domain/field.ts';
import { Button } from '../button.tsx';
import styles from './evidence-editor.module.css';

interface DocumentLineProps {
  /** `target.field.0`. */
  readonly path: string;
  readonly number: number;
  readonly note: EvidenceNote;
  /** Id of the field's message. */
  readonly messageId: string;
  readonly isWrong: boolean;
  readonly onChange: (note: EvidenceNote) => void;
  readonly onRemove: () => void;
}

/** One document: its name, where it is kept, and a way to take it off the list. */
export function DocumentLine(props: DocumentLineProps): ReactNode {
  const { path, number, note, messageId, isWrong, onChange, onRemove } = props;
  return (
    <div className={styles.line}>
      <label className={styles.part}>
        <span className={styles.caption}>Document {number}</span>
        <input
          id={`${path}.name`}
          name={`${path}.name`}
          type="text"
          className={styles.input}
          dir="auto"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={messageId}
          value={note.name}
          onChange={(event) => onChange({ ...note, name: event.target.value })}
        />
      </label>
      <label className={styles.part}>
        <span className={styles.caption}>Where it is kept</span>
        <input
          id={`${path}.location`}
          name={`${path}.location`}
          type="text"
          className={styles.input}
          dir="auto"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={messageId}
          value={note.location}
          onChange={(event) => onChange({ ...note, location: event.target.value })}
        />
      </label>
      <Button kind="quiet" aria-label={`Remove document ${number}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}

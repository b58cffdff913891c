import type { ReactNode } from 'react';
import type { EvidenceNote } from '../../../shared/domain/field.ts';
import { Button } from '../button.tsx';
import styles from './evidence-editor.module.css';
import { EvidenceFileFacts } from './evidence-file.tsx';

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

/** One document: its name, where it is kept, its file if it has one, and a way to take it off the list. */
export function DocumentLine(props: DocumentLineProps): ReactNode {
  const { path, number, note, messageId, isWrong, onChange, onRemove } = props;
  const { file } = note;
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
        <span className={styles.caption}>
          {file === undefined ? 'Where it is kept' : 'Where the original is kept (optional)'}
        </span>
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
      {file === undefined ? null : (
        <EvidenceFileFacts file={file} name={note.name} what={`document ${number}`} />
      )}
    </div>
  );
}

import { type ReactNode, useState } from 'react';
import type { EvidenceStatus } from '../../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../../shared/domain/field.ts';
import { useEvidencePicture } from '../../app/evidence-query.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import styles from './evidence-editor.module.css';

interface EvidencePictureProps {
  readonly file: EvidenceFile;
  readonly status: EvidenceStatus | null;
  readonly name: string;
  /** "document 1". */
  readonly what: string;
}

/** A small picture of what is attached, which shows it larger; nothing for other kinds of file. */
export function EvidencePicture({ file, status, name, what }: EvidencePictureProps): ReactNode {
  const source = useEvidencePicture(file, status);
  const [isLarge, setLarge] = useState(false);
  if (source === null) return null;
  return (
    <>
      <button
        type="button"
        className={styles.thumb}
        aria-label={`Look at ${what}`}
        onClick={() => setLarge(true)}
      >
        <img src={source} alt="" />
      </button>
      {isLarge ? (
        <Dialog
          title={name.trim() === '' ? 'Document' : name}
          onClose={() => setLarge(false)}
          actions={<Button onClick={() => setLarge(false)}>Close</Button>}
        >
          <img className={styles.large} src={source} alt={name} />
        </Dialog>
      ) : null}
    </>
  );
}

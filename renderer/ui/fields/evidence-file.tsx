import type { ReactNode } from 'react';
import {
  EVIDENCE_STATUS_WORDS,
  type EvidenceStatus,
  evidenceType,
  formatBytes,
} from '../../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../../shared/domain/field.ts';
import { dateOfInstant, formatDate } from '../../../shared/domain/iso-date.ts';
import { useEvidenceStatus } from '../../app/evidence-query.ts';
import { StatusIcon } from '../status-icon.tsx';
import styles from './evidence-editor.module.css';
import { EvidencePicture } from './evidence-picture.tsx';
import { ShowEvidence } from './evidence-show.tsx';

interface EvidenceFileFactsProps {
  readonly file: EvidenceFile;
  /** What the document is called here. */
  readonly name: string;
  /** "document 1". */
  readonly what: string;
}

/** What is attached: its kind, size and day, a picture of it where that is safe, and a way to see it. */
export function EvidenceFileFacts({ file, name, what }: EvidenceFileFactsProps): ReactNode {
  const { mediaType, bytes, addedAt } = file;
  const status = useEvidenceStatus(file);
  const added = `added ${formatDate(dateOfInstant(addedAt))}`;
  return (
    <div className={styles.file}>
      <EvidencePicture file={file} status={status} name={name} what={what} />
      <div className={styles.facts}>
        <span className={styles.hint}>
          {[evidenceType(mediaType).word, formatBytes(bytes), added].join(' · ')}
        </span>
        {status === 'present' ? <ShowEvidence file={file} name={name} what={what} /> : null}
        <Trouble status={status} />
      </div>
    </div>
  );
}

function Trouble({ status }: { readonly status: EvidenceStatus | null }): ReactNode {
  if (status === null || status === 'present') return null;
  return (
    <p className={styles.trouble}>
      <StatusIcon state="blocked" text={`${EVIDENCE_STATUS_WORDS[status]}.`} />
      <span className={styles.hint}>Attach it again. First Claim’s own backups hold answers, not files.</span>
    </p>
  );
}

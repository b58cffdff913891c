import type { ReactNode } from 'react';
import { formatBytes } from '../../../shared/domain/evidence.ts';
import { useUploads, useUploadsAt } from '../../app/saving.tsx';
import { Button } from '../button.tsx';
import styles from './evidence-editor.module.css';

/** Files on their way into a field: how far each is, and a way to give it up. */
export function EvidenceProgress({ path }: { readonly path: string }): ReactNode {
  const uploads = useUploads();
  const { uploads: views } = useUploadsAt(path);
  const cancel = (id: number): void => {
    uploads.cancel(path, id);
    // Its button is gone with it.
    queueMicrotask(() => document.getElementById(`${path}-attach`)?.focus());
  };
  return views.map(({ id, name, bytes, sent }) => (
    <div key={id} className={styles.upload}>
      <span>
        Copying <bdi>{name}</bdi>
      </span>
      <progress aria-label={`Copying ${name}`} max={bytes} value={sent} />
      <span className={styles.hint}>
        {formatBytes(sent)} of {formatBytes(bytes)}
      </span>
      <Button kind="quiet" aria-label={`Cancel ${name}`} onClick={() => cancel(id)}>
        Cancel
      </Button>
    </div>
  ));
}

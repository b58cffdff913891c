import { type ReactNode, useEffect, useRef, useState } from 'react';
import { UNKNOWN_TYPE } from '../../../shared/domain/evidence.ts';
import { messageOf } from '../../app/bridge.ts';
import { usePlan } from '../../app/plan-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ShowEvidence } from '../../ui/fields/evidence-show.tsx';
import { counted } from './backup-words.ts';
import styles from './backups-page.module.css';
import { ClearDialog } from './clear-dialog.tsx';
import { useDetached } from './detached-query.ts';
import {
  type Detached,
  type DetachedFile,
  fileFacts,
  filesInWords,
  fileTitle,
  namedBy,
} from './detached-words.ts';
import { useRecoveryNotes } from './recovery-notes.tsx';

/** Most files that are shown before somebody asks for all of them. */
const SHOWN = 10;

/** Files that were removed from their answers and are still kept: why, how many, and the way to clear them. */
export function DetachedFiles(): ReactNode {
  const { data, error } = useDetached();
  const [done, setDone] = useState<{ readonly words: string } | null>(null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button is gone with its file; what was done is where one goes on from.
    if (done !== null) said.current?.focus();
  }, [done]);
  if (error !== null) return <p className={styles.trouble}>{messageOf(error)}</p>;
  if (data === undefined) return <p className={styles.soft}>One moment…</p>;
  return (
    <>
      <div ref={said} tabIndex={-1} role="status" className={styles.said}>
        {done === null ? null : (
          <Banner kind="done">
            <p>{done.words}</p>
          </Banner>
        )}
      </div>
      {data.total.files === 0 ? (
        <p className={styles.soft}>There are none: every file that is kept is attached to an answer.</p>
      ) : (
        <Files detached={data} onCleared={(words) => setDone({ words })} />
      )}
      {data.waiting === 0 ? null : (
        <p className={styles.soft}>
          {counted(data.waiting, 'file')} attached since First Claim was started{' '}
          {data.waiting === 1 ? 'is' : 'are'} not in a saved answer yet, and not listed here.
        </p>
      )}
    </>
  );
}

interface FilesProps {
  readonly detached: Detached;
  /** Told what was cleared, in a sentence or two. */
  readonly onCleared: (words: string) => void;
}

function Files({ detached: { files, total }, onCleared }: FilesProps): ReactNode {
  const [isAll, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly DetachedFile[] | null>(null);
  const shown = isAll ? files : files.slice(0, SHOWN);
  const all = files.length.toLocaleString('en-US');
  return (
    <>
      <Why detached={{ files, total }} />
      <ul className={styles.list} aria-labelledby="detached">
        {shown.map((file) => (
          <FileRow key={file.sha256} file={file} onClear={() => setChosen([file])} />
        ))}
      </ul>
      {files.length < 2 ? null : (
        <div className={styles.ways}>
          {files.length > shown.length ? <Button onClick={() => setAll(true)}>Show all {all}</Button> : null}
          <Button onClick={() => setChosen(files)}>Clear all {all}…</Button>
        </div>
      )}
      {total.files > files.length ? (
        <p className={styles.soft}>{all} of them are listed. The others follow once these are cleared.</p>
      ) : null}
      {chosen === null ? null : (
        <ClearDialog files={chosen} onClose={() => setChosen(null)} onCleared={onCleared} />
      )}
    </>
  );
}

function Why({
  detached: { files, total },
}: {
  readonly detached: Pick<Detached, 'files' | 'total'>;
}): ReactNode {
  const { data: past } = useRecoveryNotes();
  const isOne = total.files === 1;
  const isDamaged = past?.notes.some(({ quarantine }) => quarantine !== null) === true;
  const isUnknown = files.some(({ lastNamed, backups }) => lastNamed === null && backups.length === 0);
  return (
    <>
      <p className={styles.why}>
        {filesInWords(total)} {isOne ? 'is' : 'are'} kept although no answer refers to {isOne ? 'it' : 'them'}{' '}
        any more: so that removing can be undone, and so that a backup you go back to finds its files. Clear
        what must not stay on this computer, such as a file with patient data that was attached by mistake.
      </p>
      {isDamaged && isUnknown ? (
        <p className={styles.why}>
          Your plan file was damaged once: the recovery notes below say when. Files that only the damaged plan
          named are in this list too.
        </p>
      ) : null}
    </>
  );
}

function FileRow({
  file,
  onClear,
}: {
  readonly file: DetachedFile;
  readonly onClear: () => void;
}): ReactNode {
  const { plan } = usePlan();
  const title = fileTitle(file);
  return (
    <li className={styles.backup}>
      <div className={styles.about}>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <p className={styles.soft}>{fileFacts(file, plan)}</p>
        <p className={styles.soft}>
          {namedBy(file)}{' '}
          <ShowEvidence
            file={{ sha256: file.sha256, mediaType: file.mediaType ?? UNKNOWN_TYPE }}
            name={file.name ?? ''}
            what={`“${title}”`}
          />
        </p>
      </div>
      <Button aria-label={`Clear… ${title}`} onClick={onClear}>
        Clear…
      </Button>
    </li>
  );
}

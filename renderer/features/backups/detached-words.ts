import { catalog } from '../../../shared/catalog/catalog.ts';
import { evidenceType, formatBytes } from '../../../shared/domain/evidence.ts';
import { historyTopic, topicTitle } from '../../../shared/domain/history-subject.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { dayInWords } from '../connection/check-words.ts';
import { counted } from './backup-words.ts';

/** Kept files without an answer, as the main process describes them. */
export type Detached = OutputOf<'listDetachedEvidence'>;
export type DetachedFile = Detached['files'][number];

/** By what a person may know the file. */
export function fileTitle({ name, sha256 }: Pick<DetachedFile, 'name' | 'sha256'>): string {
  if (name !== null && name !== '') return name;
  return name === '' ? 'A document without a name' : `A file of an unknown name, ${sha256.slice(0, 12)}`;
}

/** Its kind and size, and where it was attached until when. */
export function fileFacts({ bytes, mediaType, lastNamed }: DetachedFile, plan: Plan): string {
  const kind = mediaType === null ? [] : [evidenceType(mediaType).word];
  return [...kind, formatBytes(bytes), ...(lastNamed === null ? [] : [removedFrom(lastNamed, plan)])].join(
    ' · ',
  );
}

function removedFrom({ at, subject }: NonNullable<DetachedFile['lastNamed']>, plan: Plan): string {
  return `removed ${dayInWords(at)} from “${topicTitle(historyTopic(subject, { catalog, plan }), subject)}”`;
}

/** What still names the file, as a sentence. */
export function namedBy({ lastNamed, backups }: Pick<DetachedFile, 'lastNamed' | 'backups'>): string {
  const inBackups = counted(backups.length, 'backup');
  const verb = backups.length === 1 ? 'names' : 'name';
  if (lastNamed === null && backups.length === 0) return 'Neither the history nor a backup names it.';
  if (lastNamed === null) return `Not in the history; ${inBackups} ${verb} it.`;
  return backups.length === 0 ? 'Only the history names it.' : `The history and ${inBackups} name it.`;
}

/** What still names files that are to be cleared, and what that means then; null when nothing names them. */
export function comesBackInWords(files: readonly DetachedFile[]): string | null {
  const backups = new Set(files.flatMap((file) => file.backups)).size;
  const isInHistory = files.some(({ lastNamed }) => lastNamed !== null);
  if (backups === 0 && !isInHistory) return null;
  const [it, was, comeBack] =
    files.length === 1
      ? ['it', 'it was', 'the answer comes back and says that its file is missing']
      : ['them', 'they were', 'the answers come back and say that their files are missing'];
  const ofBackups =
    backups === 1 ? `the 1 backup that names ${it}` : `one of the ${backups} backups that name ${it}`;
  const ways = [
    ...(isInHistory ? ['by “Undo”', 'from the history'] : []),
    ...(backups === 0 ? [] : [`with ${ofBackups}`]),
  ];
  const last = ways.at(-1) ?? '';
  const how = ways.length < 2 ? last : `${ways.slice(0, -1).join(', ')} or ${last}`;
  const said = isInHistory ? `The history goes on to say what ${was} called. ` : '';
  return `${said}If you put ${it} back ${how}, ${comeBack}.`;
}

/** How many files there are and how large they are together: "3 files (4.2 MB)". */
export function filesInWords({ files, bytes }: Detached['total']): string {
  return `${counted(files, 'file')} (${formatBytes(bytes)})`;
}

/** Files that no backup will find again, for the dialog about going back to one; null when there are none. */
export function missingInWords(missing: number): string | null {
  if (missing === 0) return null;
  return missing === 1
    ? '1 file it refers to is not kept any more. Its answer comes back, and says that the file is missing.'
    : `${missing.toLocaleString('en-US')} files it refers to are not kept any more. Their answers come back, and say that the files are missing.`;
}

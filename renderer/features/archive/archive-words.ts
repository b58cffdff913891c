import { formatBytes } from '../../../shared/domain/evidence.ts';
import type { ArchiveDescription } from '../../../shared/ipc/archive-contract.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { backupTitle, counted } from '../backups/backup-words.ts';

type Exported = OutputOf<'exportArchive'>;
type Imported = OutputOf<'importArchive'>;

/** What an archive holds, after "It holds". */
export function holdsInWords(description: ArchiveDescription): string {
  const { items, records, checks, evidenceFiles, evidenceBytes } = description;
  const files =
    evidenceFiles === 0 ? [] : [`${counted(evidenceFiles, 'file')} (${formatBytes(evidenceBytes)})`];
  return [
    `${counted(items, 'item')} answered`,
    ...(records === 0 ? [] : [counted(records, 'list entry', 'list entries')]),
    ...(checks === 0 ? [] : [counted(checks, 'check result')]),
    ...files,
  ].join('; ');
}

/** What to know about files that are not in an archive; null when there is nothing to know. */
export function absentInWords(absent: number): string | null {
  if (absent === 0) return null;
  return absent === 1
    ? '1 file that the plan refers to was missing or damaged and is not in the archive.'
    : `${absent.toLocaleString('en-US')} files that the plan refers to were missing or damaged and are not in the archive.`;
}

/** What was saved, in sentences. */
export function exportedInWords({ bytes, evidenceFiles, leftOut, absent }: Exported): readonly string[] {
  const missing = absentInWords(absent);
  return [
    `The archive is ${formatBytes(bytes)}, with ${evidenceFiles === 0 ? 'no attached files' : counted(evidenceFiles, 'attached file')}.`,
    ...(leftOut === 0
      ? []
      : [
          `${counted(leftOut, 'file')} in the evidence folder that no answer refers to ${leftOut === 1 ? 'was' : 'were'} left out.`,
        ]),
    ...(missing === null ? [] : [missing]),
  ];
}

/** What an import did, in sentences. */
export function importedInWords({ evidenceFiles, previous }: Imported, fileName: string): string {
  const files = evidenceFiles === 0 ? '' : ` and ${counted(evidenceFiles, 'attached file')}`;
  const now = `Your plan${files} now ${evidenceFiles === 0 ? 'comes' : 'come'} from “${fileName}”.`;
  return previous === null
    ? now
    : `${now} The plan as it was before is kept as the backup of ${backupTitle(previous)}.`;
}

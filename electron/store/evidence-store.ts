import { MAX_PREVIEW_BYTES } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { type EvidenceCopies, openEvidenceCopies } from './evidence-copies.ts';
import { clearUnfinished } from './evidence-folder.ts';
import { isOfType } from './evidence-kind.ts';
import { mayPreview } from './evidence-picture.ts';
import { type EvidenceReading, type Found, openEvidenceReading } from './evidence-reading.ts';
import { type EvidenceUploads, openEvidenceUploads, type UploadPorts } from './evidence-uploads.ts';

/** The files of one data folder, each kept once under the name of its content. */
export interface EvidenceStore
  extends Pick<
    EvidenceUploads,
    'begin' | 'add' | 'finish' | 'cancel' | 'isCopying' | 'waiting' | 'wasAnswered'
  > {
  readonly statusesOf: EvidenceReading['statusesOf'];
  readonly copyOf: EvidenceCopies['copyOf'];
  /** Removes the copies other programs were given of these contents. */
  readonly dropCopies: EvidenceCopies['drop'];
  /** True when what a reference says is kept here: its content, of that size and of that kind. Does not read it whole. */
  readonly holds: (file: EvidenceFile) => boolean;
  /** A picture that is safe to show in the page; null when it is none, or too large to be drawn. */
  readonly picture: (sha256: string, mediaType: string) => Promise<Found<Buffer | null>>;
  /** Ends copying under way, so that closing need not wait for it. */
  readonly interrupt: () => void;
  readonly close: () => void;
}

export interface EvidencePorts extends UploadPorts {
  /** Where copies for other programs are put; the system's folder for such things unless told. */
  readonly copiesIn?: string | undefined;
}

/** Opens the files of a data folder. Reads none of them: only leftovers of an earlier run are looked for, by name. */
export function openEvidence(dataFolder: string, ports: EvidencePorts): EvidenceStore {
  clearUnfinished(dataFolder);
  const reading = openEvidenceReading(dataFolder);
  const uploads = openEvidenceUploads(dataFolder, reading, ports);
  const copies = openEvidenceCopies(reading, ports.copiesIn);
  const { begin, add, finish, cancel, isCopying, waiting, wasAnswered } = uploads;
  return {
    begin,
    add,
    finish,
    cancel,
    isCopying,
    waiting,
    wasAnswered,
    statusesOf: reading.statusesOf,
    copyOf: copies.copyOf,
    dropCopies: copies.drop,
    holds: ({ sha256, bytes, mediaType }) => {
      const head = reading.headOf({ sha256, bytes });
      return head !== null && isOfType(mediaType, head);
    },
    picture: async (sha256, mediaType) => {
      const found = await reading.read(sha256, MAX_PREVIEW_BYTES);
      if (found.status !== 'present' || found.value === null) return found;
      const isSafe = isOfType(mediaType, found.value) && mayPreview(mediaType, found.value);
      return isSafe ? found : { status: 'present', value: null };
    },
    interrupt: uploads.close,
    close: () => {
      uploads.close();
      copies.clear();
    },
  };
}

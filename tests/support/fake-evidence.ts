import type { EvidenceStatus } from '../../shared/domain/evidence.ts';
import { refuseFile } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { anEvidenceFile } from './an-evidence-file.ts';
import { TODAY } from './test-profile.ts';

type EvidenceChannel =
  | 'beginEvidence'
  | 'addEvidenceChunk'
  | 'finishEvidence'
  | 'cancelEvidence'
  | 'readEvidence'
  | 'openEvidence'
  | 'showEvidence'
  | 'statEvidence'
  | 'listDetachedEvidence'
  | 'clearDetachedEvidence';

/** A file without an answer, as the page is told of it. */
export type FakeDetached = OutputOf<'listDetachedEvidence'>['files'][number];

/** What else the page is told of them. */
export type FakeDetachedRest = Partial<
  Pick<OutputOf<'listDetachedEvidence'>, 'total' | 'waiting' | 'missingFrom'>
>;

/** Files in memory. */
export interface FakeEvidence {
  readonly handlers: { readonly [C in EvidenceChannel]: (input: InputOf<C>) => Result<OutputOf<C>> };
  readonly holds: (file: EvidenceFile) => boolean;
  /** Puts content there, as if it had been attached before. */
  readonly put: (content: Uint8Array | string, fileName: string) => EvidenceFile;
  /** How a content is found from now on. */
  readonly become: (sha256: string, status: EvidenceStatus) => void;
  /** These files are without an answer from now on, and so many wait for theirs. */
  readonly detach: (files: readonly FakeDetached[], rest?: FakeDetachedRest) => void;
  /** Files that are still being copied, by name. */
  readonly underWay: () => readonly string[];
}

/** Makes a fake that keeps what it is sent and opens nothing. */
export function aFakeEvidence(): FakeEvidence {
  const contents = new Map<string, Buffer>();
  const statuses = new Map<string, EvidenceStatus>();
  const uploads = new Map<
    string,
    { readonly fileName: string; readonly bytes: number; readonly parts: Buffer[] }
  >();
  let detached: readonly FakeDetached[] = [];
  let rest: FakeDetachedRest = {};
  let made = 0;
  const statusOf = (sha256: string): EvidenceStatus =>
    statuses.get(sha256) ?? (contents.has(sha256) ? 'present' : 'missing');
  const put = (content: Uint8Array | string, fileName: string): EvidenceFile => {
    const file = anEvidenceFile(content, fileName);
    contents.set(file.sha256, Buffer.from(content));
    statuses.delete(file.sha256);
    return file;
  };
  return {
    put,
    holds: ({ sha256 }) => contents.has(sha256),
    become: (sha256, status) => statuses.set(sha256, status),
    detach: (files, told = {}) => {
      detached = files;
      rest = told;
    },
    underWay: () => [...uploads.values()].map(({ fileName }) => fileName),
    handlers: {
      beginEvidence: ({ fileName, bytes }) => {
        const refusal = refuseFile(fileName, bytes);
        if (refusal !== null) return failed('too-large', refusal);
        const uploadId = `upload-${++made}`;
        uploads.set(uploadId, { fileName, bytes, parts: [] });
        return ok({ uploadId });
      },
      addEvidenceChunk: ({ uploadId, base64 }) => {
        uploads.get(uploadId)?.parts.push(Buffer.from(base64, 'base64'));
        return uploads.has(uploadId)
          ? ok({})
          : failed('not-found', 'This file is not being copied any more.');
      },
      finishEvidence: ({ uploadId }) => {
        const upload = uploads.get(uploadId);
        uploads.delete(uploadId);
        const content = Buffer.concat(upload?.parts ?? []);
        if (upload === undefined || content.length !== upload.bytes) {
          return failed('invalid-input', 'The file did not arrive whole.');
        }
        const before = statusOf(anEvidenceFile(content).sha256);
        return ok({ file: put(content, upload.fileName), isRepaired: before === 'changed' });
      },
      cancelEvidence: ({ uploadId }) => {
        if (uploadId === null) uploads.clear();
        else uploads.delete(uploadId);
        return ok({});
      },
      readEvidence: ({ sha256, mediaType }) => {
        const content = contents.get(sha256);
        return content === undefined
          ? failed('not-found', 'Missing.')
          : ok({ mediaType, base64: content.toString('base64') });
      },
      openEvidence: () => ok({}),
      showEvidence: () => ok({}),
      statEvidence: ({ files }) =>
        ok({ statuses: Object.fromEntries(files.map(({ sha256 }) => [sha256, statusOf(sha256)])) }),
      listDetachedEvidence: () => {
        const total = { files: detached.length, bytes: bytesOf(detached) };
        return ok({ files: [...detached], total, waiting: 0, missingFrom: {}, ...rest });
      },
      clearDetachedEvidence: ({ sha256s }) => {
        const gone = detached.filter(({ sha256 }) => sha256s.includes(sha256));
        detached = detached.filter((file) => !gone.includes(file));
        for (const { sha256 } of gone) contents.delete(sha256);
        const backup = {
          id: 'plan-20261122T120000Z-0007.db',
          madeAt: `${TODAY}T12:00:00.000Z`,
          number: 7,
        };
        return ok({ files: gone.length, bytes: bytesOf(gone), backup });
      },
    },
  };
}

function bytesOf(files: readonly FakeDetached[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

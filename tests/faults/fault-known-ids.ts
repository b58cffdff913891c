import type { Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { Message } from '../support/strange-payloads.ts';
import type { Random } from './random.ts';

/** What a page has been told and could send back: without it, later messages would all be about things long gone. */
export interface KnownIds {
  /** The message, now and then with what the application really waits for in it. */
  readonly fill: (message: Message, random: Random) => Message;
  readonly learn: (message: Message, answer: Result<unknown>) => void;
}

/** Which key of which message can be filled, and one time in how many. Replacing the plan is slow, so it is rarer. */
const FILLED: readonly [channel: Channel, key: string, oneIn: number][] = [
  ['addEvidenceChunk', 'uploadId', 2],
  ['finishEvidence', 'uploadId', 1],
  ['cancelEvidence', 'uploadId', 3],
  ['saveRecord', 'id', 3],
  ['archiveRecord', 'id', 3],
  ['undoRecord', 'id', 3],
  ['restoreAnswer', 'seq', 2],
  ['importArchive', 'archiveId', 2],
  ['restoreBackup', 'id', 30],
  ['revealFile', 'fileId', 2],
  ['clearDetachedEvidence', 'sha256s', 2],
];

interface Upload {
  readonly uploadId: string;
  readonly bytes: number;
}

/** Remembers nothing yet. */
export function noteKnownIds(): KnownIds {
  const last = new Map<string, unknown>();
  const uploads: Upload[] = [];

  const known = (channel: Channel, key: string): unknown => {
    if (key === 'uploadId') return uploads[0]?.uploadId;
    if (key === 'id') return last.get(channel === 'restoreBackup' ? 'backup' : 'record');
    return last.get(key);
  };

  return {
    fill: ([channel, payload], random) => {
      const filled = FILLED.find(([of]) => of === channel);
      if (filled === undefined || typeof payload !== 'object' || payload === null) return [channel, payload];
      const [, key, oneIn] = filled;
      const value = known(channel, key);
      if (value === undefined || random.below(oneIn) > 0) return [channel, payload];
      const piece = channel === 'addEvidenceChunk' ? wholePiece(uploads[0], random) : {};
      return [channel, { ...payload, [key]: value, ...piece }];
    },
    learn: ([channel, payload], answer) => {
      const asked = (payload ?? {}) as Readonly<Record<string, unknown>>;
      if (channel === 'finishEvidence' || channel === 'cancelEvidence') {
        const { uploadId } = asked;
        const kept = uploads.filter((upload) => uploadId !== null && upload.uploadId !== uploadId);
        uploads.splice(0, uploads.length, ...kept);
      }
      if (!answer.ok) return;
      const value = answer.value as Readonly<Record<string, unknown>>;
      if (channel === 'beginEvidence') {
        uploads.push({ uploadId: String(value.uploadId), bytes: Number(asked.bytes) });
      }
      for (const key of ['archiveId', 'fileId'] as const) if (key in value) last.set(key, value[key]);
      if (channel === 'saveRecord') last.set('record', idOf(value.record));
      if (channel === 'loadHistory') last.set('seq', firstOf(value.entries)?.seq);
      if (channel === 'listDetachedEvidence') {
        const file = firstOf(value.files);
        last.set('sha256s', file === undefined ? undefined : [file.sha256]);
      }
      if (channel === 'listBackups') last.set('backup', firstOf(value.backups)?.id);
    },
  };
}

/** All of a small file at once, most of the time. */
function wholePiece(upload: Upload | undefined, random: Random): object {
  if (upload === undefined || random.below(4) === 0) return {};
  return { at: 0, base64: Buffer.alloc(upload.bytes, random.below(256)).toString('base64') };
}

function idOf(value: unknown): unknown {
  return (value as { readonly id?: unknown } | undefined)?.id;
}

function firstOf(list: unknown): Readonly<Record<string, unknown>> | undefined {
  return Array.isArray(list) ? (list[0] as Readonly<Record<string, unknown>> | undefined) : undefined;
}

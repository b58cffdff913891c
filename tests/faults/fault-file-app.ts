import { type Application, createApplication } from '../../electron/application/create-application.ts';
import { evidence, text } from '../../shared/catalog/field-builders.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { must } from './fault-plan.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const PAGE = 7;
const item = anItem({ fields: [text('answer', 'Answer'), evidence('proof', 'Proof')] });

/** A small application around one item with files: everything else is as it ships. */
export interface FileApplication {
  readonly application: Application;
  readonly ask: <C extends Channel>(channel: C, input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
  /** Attaches a file as a page does: in pieces of this many bytes. `onPiece` is called before each. */
  readonly attach: (
    content: Buffer,
    fileName: string,
    pieceBytes: number,
    onPiece?: (at: number) => void,
  ) => Promise<Result<EvidenceFile>>;
  /** Answers the item with a text and these files. */
  readonly answer: (
    answer: string,
    files: readonly EvidenceFile[],
    note?: string,
  ) => Promise<Result<unknown>>;
  readonly plan: () => Promise<Plan>;
}

/** What the item of a plan was answered, and with which files. */
export function answeredIn(plan: Plan): { readonly answer: string; readonly files: readonly EvidenceFile[] } {
  const { answer = '', proof = [] } = plan.items[item.id]?.answers ?? {};
  const notes = Array.isArray(proof) ? (proof as readonly { readonly file?: EvidenceFile }[]) : [];
  return { answer: String(answer), files: notes.flatMap(({ file }) => file ?? []) };
}

/** What goes on around the application. */
export interface Surroundings {
  /** Where its user saves. */
  readonly saveAs?: () => string;
  readonly openFrom?: () => string;
  readonly onArchiveProgress?: (progress: ArchiveProgress) => void;
}

/** Opens it; a failure comes back as it is. */
export function openFileApplication(
  dataFolder: string,
  { saveAs, openFrom, onArchiveProgress = () => {} }: Surroundings = {},
): Result<FileApplication> {
  let ids = 0;
  const opened = createApplication(aCatalog([item]), () => EMPTY_PLAN, {
    dataFolder,
    shell: aFakeShell(saveAs, {
      chooseOpenFile: async () => ({ ok: true, value: openFrom?.() ?? null }),
      archiveProgress: onArchiveProgress,
    }),
    clock: { today: () => NOW.slice(0, 10), now: () => NOW },
    newId: () => `id-${++ids}`,
    version: '1.2.3',
    notice: null,
    sample: false,
    log: () => {},
    // No program is started to look at this computer.
    checks: { platform: null },
  });
  if (!opened.ok) return opened;
  const application = opened.value;
  const ask = ((channel: Channel, input: unknown) =>
    application.invoke(channel, input, { senderId: PAGE })) as FileApplication['ask'];
  return {
    ok: true,
    value: {
      application,
      ask,
      attach: (content, fileName, pieceBytes, onPiece = () => {}) =>
        attach(ask, content, fileName, pieceBytes, onPiece),
      answer: (answer, files, note = '') => {
        const proof = files.map((file) => ({ name: 'Letter', location: '', file }));
        return ask('answerItem', { itemId: item.id, patch: { answer, proof, note } });
      },
      plan: async () => must(await ask('loadPlan', {})).plan,
    },
  };
}

async function attach(
  ask: FileApplication['ask'],
  content: Buffer,
  fileName: string,
  pieceBytes: number,
  onPiece: (at: number) => void,
): Promise<Result<EvidenceFile>> {
  const begun = await ask('beginEvidence', { fileName, bytes: content.length });
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let at = 0; at < content.length; at += pieceBytes) {
    onPiece(at);
    const base64 = content.subarray(at, at + pieceBytes).toString('base64');
    const added = await ask('addEvidenceChunk', { uploadId, at, base64 });
    if (!added.ok) return added;
  }
  const finished = await ask('finishEvidence', { uploadId });
  return finished.ok ? { ok: true, value: finished.value.file } : finished;
}

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openPlanKeeper, type PlanKeeper } from '../../electron/application/plan-keeper.ts';
import { ARCHIVE_FORMAT, type Manifest } from '../../electron/archive/archive-format.ts';
import { type Exported, exportArchive } from '../../electron/archive/export-archive.ts';
import { importArchive } from '../../electron/archive/import-archive.ts';
import { inspectArchive } from '../../electron/archive/inspect-archive.ts';
import { takeSnapshot } from '../../electron/archive/plan-snapshot.ts';
import { clearLeftovers } from '../../electron/archive/staging.ts';
import { openEvidence } from '../../electron/store/evidence-store.ts';
import { openPlanStore } from '../../electron/store/plan-store.ts';
import { evidence as evidenceField, text } from '../../shared/catalog/field-builders.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { anEvidenceFile } from './an-evidence-file.ts';
import { anItem, aRecord } from './an-item.ts';
import type { CraftedEntry } from './crafted-zip.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const VERSION = '1.2.3';
const item = anItem({ fields: [text('answer', 'Answer'), evidenceField('proof', 'Proof')] });

/** A plan with files, open in a data folder of its own. Needs no test around it: crash tests run it in a child. */
export interface ArchiveWorld {
  readonly dataFolder: string;
  readonly keeper: PlanKeeper;
  /** Answers with a text and these files, which are put where the application keeps them. */
  readonly answer: (answer: string, contents: readonly (Uint8Array | string)[]) => readonly EvidenceFile[];
  /** Everything the plan holds, and what its files hold; missing ones as null. */
  readonly holds: () => string;
  readonly exportTo: (
    path: string,
    signal?: AbortSignal,
    onProgress?: () => void,
  ) => Promise<Result<Exported>>;
  readonly inspect: (path: string) => ReturnType<typeof inspectArchive>;
  /** Looks into an archive and imports it. */
  readonly importFrom: (path: string) => Promise<Result<unknown>>;
}

/** Opens a plan and clears what a crash left, as the application does. */
export function openArchiveWorld(dataFolder: string): ArchiveWorld {
  const keeper = unwrapped(
    openPlanKeeper({
      dataFolder,
      clock: { now: () => NOW, today: () => NOW.slice(0, 10) },
      nameOf: (subject) => subject,
      openStore: (db, watch) =>
        openPlanStore(
          db,
          (id) => (id === item.id ? fieldsOf(item) : null),
          recordFields,
          () => {},
          watch,
        ),
      prepare: () => ok(null),
      onRestored: () => {},
      onTrouble: () => {},
      every: () => () => {},
    }),
  );
  clearLeftovers(dataFolder);
  const quiet = { onProgress: () => {} };
  const inspect = (path: string): ReturnType<typeof inspectArchive> => inspectArchive(path, dataFolder);
  return {
    dataFolder,
    keeper,
    answer: (answer, contents) => {
      const files = contents.map((content) => storeQuietly(dataFolder, content));
      const proof = files.map((file) => ({ name: 'Letter', location: '', file }));
      unwrapped(
        keeper.store.change((draft) => {
          draft.saveItem(aRecord(item, { answer, proof }), 'answer');
          return ok(null);
        }),
      );
      return files;
    },
    holds: () => holdings(dataFolder, keeper),
    exportTo: (path, signal = new AbortController().signal, onProgress = () => {}) => {
      const evidence = openEvidence(dataFolder, { now: () => NOW, newId: () => 'id' });
      return exportArchive(
        path,
        { dataFolder, now: () => NOW, version: VERSION, evidence },
        { onProgress, signal },
      );
    },
    inspect,
    importFrom: async (path) => {
      const inspected = await inspect(path);
      if (!inspected.ok) return inspected;
      const ports = { dataFolder, now: () => NOW, backUp: keeper.backUp, restore: keeper.restore };
      return importArchive(inspected.value, ports, { ...quiet, signal: new AbortController().signal });
    },
  };
}

// Not from the other builders: a child that is killed again and again should not load the whole test runner first.
function unwrapped<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function storeQuietly(dataFolder: string, content: Uint8Array | string): EvidenceFile {
  const file = anEvidenceFile(content, 'a.bin');
  mkdirSync(join(dataFolder, 'evidence'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataFolder, 'evidence', file.sha256), content, { mode: 0o600 });
  return file;
}

function holdings(dataFolder: string, keeper: PlanKeeper): string {
  const { plan, unreadable } = unwrapped(keeper.store.read());
  const proof = plan.items[item.id]?.answers.proof;
  const files = Array.isArray(proof) ? (proof as readonly { readonly file?: EvidenceFile }[]) : [];
  const contents = files.map(({ file }) => {
    const path = join(dataFolder, 'evidence', file?.sha256 ?? '');
    return file === undefined || !existsSync(path) ? null : hashOf(readFileSync(path));
  });
  return JSON.stringify({ plan, unreadable, contents });
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The parts of a valid archive, to put together otherwise. */
export interface ArchiveParts {
  readonly manifest: Manifest;
  readonly plan: Buffer;
  readonly evidence: readonly Buffer[];
}

/** Takes the plan of a world as the parts of an archive. */
export function partsOf(
  { dataFolder }: ArchiveWorld,
  contents: readonly (Uint8Array | string)[],
): ArchiveParts {
  const staging = join(dataFolder, 'parts');
  mkdirSync(staging);
  const { digest, schemaVersion, path } = takeSnapshot(dataFolder, staging);
  const plan = readFileSync(path);
  rmSync(staging, { recursive: true });
  const files = contents.map((content) => anEvidenceFile(content, 'a.bin'));
  return {
    plan,
    evidence: contents.map((content) => Buffer.from(content)),
    manifest: {
      format: ARCHIVE_FORMAT,
      formatVersion: 1,
      app: VERSION,
      createdAt: NOW,
      plan: { sha256: digest.sha256, bytes: digest.bytes, schemaVersion },
      evidence: files.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType })),
      absent: [],
    },
  };
}

/** The entries of an archive; `manifest` may be anything. */
export function entriesOf(
  { manifest, plan, evidence }: ArchiveParts,
  said: unknown = manifest,
): CraftedEntry[] {
  return [
    { name: 'manifest.json', content: Buffer.from(JSON.stringify(said)) },
    { name: 'plan.db', content: plan },
    ...evidence.map((content) => ({ name: `evidence/${hashOf(content)}`, content })),
  ];
}

/** Every file and folder below a folder with its size and content, to tell whether anything changed. */
export function listing(folder: string, leaveOut: RegExp = /^$/): string {
  const lines: string[] = [];
  const walk = (path: string): void => {
    const name = relative(folder, path);
    if (leaveOut.test(name)) return;
    const stats = lstatSync(path);
    if (stats.isDirectory()) {
      lines.push(`${name}/`);
      for (const each of readdirSync(path).sort()) walk(join(path, each));
    } else lines.push(`${name} ${stats.isFile() ? hashOf(readFileSync(path)) : 'special'}`);
  };
  walk(folder);
  return lines.join('\n');
}

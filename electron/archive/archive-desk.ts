import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { ArchiveDescription, ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import { type Exported, type ExportPorts, exportArchive } from './export-archive.ts';
import { type Imported, type ImportPorts, importArchive } from './import-archive.ts';
import { type InspectedArchive, inspectArchive } from './inspect-archive.ts';
import type { TakeProgress } from './unpack-archive.ts';

/** Archives of one data folder, one at a time. */
export interface ArchiveDesk {
  readonly exportTo: (path: string) => Promise<Result<Exported>>;
  /** Looks into an archive and remembers it under an id. */
  readonly inspect: (
    path: string,
  ) => Promise<Result<{ readonly archiveId: string; readonly description: ArchiveDescription }>>;
  /** Imports an archive that was looked into. */
  readonly importChosen: (archiveId: string) => Promise<Result<Imported>>;
  /** Ends what is under way, unless the plan is being replaced already. */
  readonly cancel: () => void;
  /** True while one is being written or read. */
  readonly isBusy: () => boolean;
}

export interface ArchiveDeskPorts extends ExportPorts, ImportPorts {
  readonly newId: () => string;
  /** Told how far it is, and null when it is over. */
  readonly onProgress: (progress: ArchiveProgress) => void;
}

/** A window need not be told of less. */
const STEPS_TOLD = 200;

/** Opens the desk. Nothing is read until somebody asks. */
export function openArchiveDesk(ports: ArchiveDeskPorts): ArchiveDesk {
  let underWay: AbortController | null = null;
  // Only the last one chosen can be imported: it is the one the user was shown.
  let chosen: { readonly archiveId: string; readonly archive: InspectedArchive } | null = null;

  // A window that cannot be told any more does not end the work.
  const tell: ArchiveDeskPorts['onProgress'] = (progress) => {
    try {
      ports.onProgress(progress);
    } catch {
      // It reads the plan again when it comes back.
    }
  };

  async function alone<T>(
    task: 'export' | 'import',
    work: (options: {
      readonly signal: AbortSignal;
      readonly onProgress: TakeProgress;
    }) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (underWay !== null)
      return failed('busy', 'An archive is being worked on already. Wait until it is done.');
    const controller = new AbortController();
    underWay = controller;
    try {
      return await work({ signal: controller.signal, onProgress: inSteps(task, tell) });
    } finally {
      underWay = null;
      tell(null);
    }
  }

  return {
    exportTo: (path) => alone('export', (options) => exportArchive(path, ports, options)),
    inspect: (path) =>
      alone('import', async () => {
        const inspected = await inspectArchive(path, ports.dataFolder);
        if (!inspected.ok) return inspected;
        chosen = { archiveId: ports.newId(), archive: inspected.value };
        return ok({ archiveId: chosen.archiveId, description: inspected.value.description });
      }),
    importChosen: async (archiveId) => {
      if (chosen?.archiveId !== archiveId) {
        return failed('not-found', 'This archive is not chosen any more. Choose it again.');
      }
      const { archive } = chosen;
      const imported = await alone('import', (options) => importArchive(archive, ports, options));
      if (imported.ok) chosen = null;
      return imported;
    },
    cancel: () => underWay?.abort(),
    isBusy: () => underWay !== null,
  };
}

function inSteps(task: 'export' | 'import', tell: ArchiveDeskPorts['onProgress']): TakeProgress {
  let told = -1;
  return (done, total) => {
    const step = Math.floor((done / total) * STEPS_TOLD);
    if (step === told) return;
    told = step;
    tell({ task, done, total });
  };
}

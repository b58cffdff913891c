import { type QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import {
  type EvidenceStatus,
  type EvidenceStatuses,
  evidenceType,
  filesOfPlan,
  MAX_LOOKED_FOR,
  MAX_PREVIEW_BYTES,
} from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { bridge } from './bridge.ts';

const STATUS_KEY = 'evidence-status';

/** How a kept file is found; null while it is looked for. Looked for anew whenever it comes on screen. */
export function useEvidenceStatus(file: EvidenceFile): EvidenceStatus | null {
  const { sha256, bytes } = file;
  const { data } = useQuery({
    queryKey: [STATUS_KEY, sha256, bytes],
    queryFn: async () => (await lookFor([file]))[sha256] ?? null,
    staleTime: 0,
  });
  return data ?? null;
}

/** A picture as an address for `<img>`; null while it is read, and for everything that is not shown. */
export function useEvidencePicture(
  { sha256, bytes, mediaType }: EvidenceFile,
  status: EvidenceStatus | null,
): string | null {
  const { data } = useQuery({
    queryKey: ['evidence-picture', sha256, mediaType],
    queryFn: async () => {
      const picture = await bridge.readEvidence({ sha256, mediaType });
      return `data:${picture.mediaType};base64,${picture.base64}`;
    },
    enabled: status === 'present' && evidenceType(mediaType).isPicture && bytes <= MAX_PREVIEW_BYTES,
    // Megabytes: not kept longer than they are on screen.
    gcTime: 0,
  });
  return status === 'present' ? (data ?? null) : null;
}

/** How all files of the plan are found. Suspends while they are read, so that no report is shown that does not know. */
export function useEvidenceStatuses(plan: Plan): EvidenceStatuses {
  const files = filesOfPlan(plan);
  return useSuspenseQuery({
    queryKey: [STATUS_KEY, 'all', ...files.map(({ sha256 }) => sha256)],
    queryFn: () => lookFor(files),
    // Nothing to look for, nothing to wait for.
    ...(files.length === 0 ? { initialData: {} } : {}),
    staleTime: 0,
  }).data;
}

/** How all files of the plan are found. */
export function loadEvidenceStatuses(plan: Plan): Promise<EvidenceStatuses> {
  return lookFor(filesOfPlan(plan));
}

/** Has every file on screen looked for again. */
export function lookAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: [STATUS_KEY] });
}

async function lookFor(files: readonly EvidenceFile[]): Promise<EvidenceStatuses> {
  const found: Record<string, EvidenceStatus> = {};
  for (let start = 0; start < files.length; start += MAX_LOOKED_FOR) {
    const some = files.slice(start, start + MAX_LOOKED_FOR).map(({ sha256, bytes }) => ({ sha256, bytes }));
    Object.assign(found, (await bridge.statEvidence({ files: some, withHash: true })).statuses);
  }
  return found;
}

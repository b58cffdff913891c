import { useEffect, useState } from 'react';
import type { ArchiveProgress } from '../../../shared/ipc/archive-contract.ts';
import { onArchiveProgress } from '../../app/bridge.ts';

/** How far work on an archive is; null while none is under way. */
export function useArchiveProgress(): ArchiveProgress {
  const [progress, setProgress] = useState<ArchiveProgress>(null);
  useEffect(() => onArchiveProgress(setProgress), []);
  return progress;
}

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { bridge } from '../../app/bridge.ts';
import { useReadAgain } from '../history/history-query.ts';
import type { Detached } from './detached-words.ts';

/** Kept files without an answer. Looked for each time they are shown, and after every change. */
export function useDetached(): UseQueryResult<Detached> {
  useReadAgain('detached-evidence');
  return useQuery({
    queryKey: ['detached-evidence'],
    queryFn: () => bridge.listDetachedEvidence({}),
    gcTime: 0,
  });
}

import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { bridge, onPlanChanged } from '../../app/bridge.ts';

type HistoryPage = OutputOf<'loadHistory'>;

/** The history page by page, newest first. Read afresh each time it is shown, and after every change. */
export function useHistory(
  subject: string | null,
  search: string,
): UseInfiniteQueryResult<InfiniteData<HistoryPage>> {
  useReadAgain('history');
  return useInfiniteQuery({
    queryKey: ['history', subject, search],
    queryFn: ({ pageParam, signal }) => nextFound(subject, search, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBeforeSeq }) => nextBeforeSeq,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Reads a query again after every change in the store. */
export function useReadAgain(key: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onPlanChanged(() => {
        void client.invalidateQueries({ queryKey: [key] });
      }),
    [client, key],
  );
}

// A search looks at so many lines in one request; where it found nothing in them, it goes on by itself.
async function nextFound(
  subject: string | null,
  search: string,
  from: number | null,
  signal: AbortSignal,
): Promise<HistoryPage> {
  let page = await bridge.loadHistory({ subject, search, beforeSeq: from });
  while (page.entries.length === 0 && page.nextBeforeSeq !== null && !signal.aborted) {
    page = await bridge.loadHistory({ subject, search, beforeSeq: page.nextBeforeSeq });
  }
  return page;
}

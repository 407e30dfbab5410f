import { queryOptions } from '@tanstack/react-query';
import { readKeeping } from './kept-storage.ts';

/** Keys of the reads of the shell. */
export const storageKeys = { keeping: ['storage'] } as const;

/** Whether the browser keeps the history when storage runs low. */
export function keepingQuery() {
  return queryOptions({ queryKey: storageKeys.keeping, queryFn: readKeeping, staleTime: 0 });
}

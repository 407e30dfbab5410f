import { queryOptions } from '@tanstack/react-query';
import { readKeeping } from './kept-storage.ts';
import { readRecents } from './palette/recents.ts';

/** Keys of the reads of the shell. */
export const storageKeys = {
  keeping: ['storage'],
  recents: (account: string) => ['recents', account],
} as const;

/** Whether the browser keeps the history when storage runs low. */
export function keepingQuery() {
  return queryOptions({ queryKey: storageKeys.keeping, queryFn: readKeeping, staleTime: 0 });
}

/** What the account chose in the palette lately, as this browser keeps it. */
export function recentsQuery(accountKey: string) {
  return queryOptions({
    queryKey: storageKeys.recents(accountKey),
    queryFn: () => readRecents(accountKey),
    staleTime: 0,
  });
}

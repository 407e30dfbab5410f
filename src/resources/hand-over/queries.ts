import { queryOptions } from '@tanstack/react-query';
import { handOverNotesName, type NotesOwner } from './notes.ts';

/** Keys of what the hand-over reads. */
export const handOverKeys = {
  notesName: ({ key, tenantId }: NotesOwner) => ['hand-over', 'notes-name', tenantId, key],
} as const;

/** What stands for an account in the key of its notes. */
export function handOverNotesNameQuery(owner: NotesOwner) {
  return queryOptions({
    queryKey: handOverKeys.notesName(owner),
    queryFn: () => handOverNotesName(owner),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
}

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { createStore } from '../../lib/store.ts';
import { sharedByTabs } from '../../ui/kept-store.ts';
import { notesNameQuery } from './queries.ts';
import { createReviewNotes, type ReviewNotes, type ReviewNotesStore } from './review-notes.ts';
import { notesPrefix } from './review-notes-name.ts';
import type { SnapshotOwner } from './snapshot-database.ts';

const notesOf = sharedByTabs(notesPrefix, createReviewNotes);

/** Until the name of the account's notes is known. */
const noNotes: ReviewNotesStore = {
  ...createStore<ReviewNotes>({ parked: [], reviewed: [] }),
  change: () => undefined,
  reload: () => undefined,
};

/** What an account has parked and decided, and how to change that. Tabs share it. */
export function useReviewNotes(
  owner: SnapshotOwner,
): readonly [ReviewNotes, (edit: (notes: ReviewNotes) => ReviewNotes) => void] {
  const name = useQuery(notesNameQuery(owner)).data;
  const store = name === undefined ? noNotes : notesOf(name);
  return [useSyncExternalStore(store.subscribe, store.get), store.change];
}

import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { createStore } from '../../lib/store.ts';
import { sharedByTabs } from '../../ui/kept-store.ts';
import {
  createHandOverNotes,
  type HandOverNotes,
  type HandOverNotesStore,
  type NotesOwner,
  notesPrefix,
} from './notes.ts';
import { handOverNotesNameQuery } from './queries.ts';

const storeOf = sharedByTabs(notesPrefix, createHandOverNotes);

/** Until the name of the account's notes is known. */
const noNotes: HandOverNotesStore = {
  ...createStore<HandOverNotes>({ notes: [] }),
  write: () => undefined,
  reload: () => undefined,
};

/** What a person wrote for the next shift. */
export interface Notes {
  /** By incident. */
  readonly all: ReadonlyMap<string, string>;
  /** '' where there is none. */
  readonly noteOf: (incidentId: string) => string;
  /** Keeps a note with each letter that is typed; '' removes the note. */
  readonly write: (incidentId: string, text: string) => void;
}

/**
 * The notes that this browser keeps for the next shift, one for an incident. Tabs share them.
 *
 * @param owner the signed-in account
 */
export function useHandOverNotes(owner: NotesOwner): Notes {
  const name = useQuery(handOverNotesNameQuery(owner)).data;
  const store = name === undefined ? noNotes : storeOf(name);
  const { notes } = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => {
    const all = new Map(notes.map(({ incidentId, text }) => [incidentId, text]));
    return { all, noteOf: (incidentId) => all.get(incidentId) ?? '', write: store.write };
  }, [notes, store]);
}

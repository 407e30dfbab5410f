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
const none: HandOverNotes = { notes: [] };
const noNotes: HandOverNotesStore = {
  ...createStore(none),
  kept: () => none,
  write: () => undefined,
  reload: () => undefined,
};

/** What a person wrote for the next shift. */
export interface Notes {
  /** By incident. */
  readonly all: ReadonlyMap<string, string>;
  /** '' where there is none. */
  readonly noteOf: (incidentId: string) => string;
  /** False for a note that this browser's storage didn't take: it is lost with this page. */
  readonly isKept: (incidentId: string) => boolean;
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
  const kept = useSyncExternalStore(store.subscribe, store.kept).notes;
  return useMemo(() => {
    const [all, stored] = [byIncident(notes), byIncident(kept)];
    return {
      all,
      noteOf: (incidentId) => all.get(incidentId) ?? '',
      isKept: (incidentId) => all.get(incidentId) === stored.get(incidentId),
      write: store.write,
    };
  }, [notes, kept, store]);
}

function byIncident(notes: HandOverNotes['notes']): ReadonlyMap<string, string> {
  return new Map(notes.map(({ incidentId, text }) => [incidentId, text]));
}

/** What a person must know of a note that is not kept. */
export const notKeptText = 'Not kept: this browser’s storage is full or blocked. Copy the note.';

import * as v from 'valibot';
import { accountHash } from '../../lib/account-hash.ts';
import { createKeptStore, type KeptStore } from '../../ui/kept-store.ts';

/** Of the key in local storage; the rest is the name of the account's notes. */
export const notesPrefix = 'actiondesk.handOver.';

/** In characters. */
export const longestNote = 10_000;

/** So many are kept; the one that was changed the longest ago goes first. */
const mostKept = 500;

/** Whose notes they are: an account in its tenant. */
export interface NotesOwner {
  readonly key: string;
  readonly tenantId: string;
}

const noteSchema = v.object({
  incidentId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)),
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestNote)),
});

type Note = v.InferOutput<typeof noteSchema>;

/** A note that can't be read is left out, and the others stay. */
const schema = v.object({
  notes: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((stored): readonly Note[] =>
        stored.flatMap((entry) => {
          const read = v.safeParse(noteSchema, entry);
          return read.success ? [read.output] : [];
        }),
      ),
    ),
    [],
  ),
});

/** The notes of an account, the one that was changed last at the end. */
export type HandOverNotes = v.InferOutput<typeof schema>;

/** Notes are never set from what a page shows: another tab may have kept more meanwhile. */
export interface HandOverNotesStore extends Omit<KeptStore<HandOverNotes>, 'set' | 'change'> {
  /** Replaces the note of one incident; an empty text removes the note. @param text cut after `longestNote` characters */
  write(incidentId: string, text: string): void;
}

/** The notes of one account, kept in this browser. @param name of `handOverNotesName` */
export function createHandOverNotes(name: string): HandOverNotesStore {
  const { get, kept, change, subscribe, reload } = createKeptStore(notesPrefix + name, schema);
  return {
    get,
    kept,
    subscribe,
    reload,
    write(incidentId, text) {
      const own = text === '' ? [] : [{ incidentId, text: text.slice(0, longestNote) }];
      change(({ notes }) => {
        const others = notes.filter((note) => note.incidentId !== incidentId);
        return { notes: [...others, ...own].slice(-mostKept) };
      });
    },
  };
}

/** What stands for an account in the key of its notes: the key names no person, and other tenants have other notes. */
export function handOverNotesName({ key, tenantId }: NotesOwner): Promise<string> {
  return accountHash('hand-over', `${tenantId} ${key}`);
}

/** Deletes the notes of an account from this browser. */
export async function forgetHandOverNotes(owner: NotesOwner): Promise<void> {
  const name = await handOverNotesName(owner);
  try {
    localStorage.removeItem(notesPrefix + name);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

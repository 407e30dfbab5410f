import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { nextPatchTuesday } from '../../lib/patch-tuesday.ts';
import { createKeptStore, type KeptStore } from '../../ui/kept-store.ts';
import { notesPrefix } from './review-notes-name.ts';

/** So many are kept of each kind. */
const mostKept = 2_000;
const longestText = 512;

const text = v.pipe(v.string(), v.maxLength(longestText));
const id = v.pipe(text, v.nonEmpty());
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

const parkedSchema = v.object({
  /** Of the driver update. */
  id,
  /** As its row was called, for the list of the parked. */
  name: text,
  /** The day on which it comes back: "2026-12-08" */
  until: day,
});

const reviewedSchema = v.object({
  id,
  /** The day of the decision. */
  on: day,
});

/** A driver update that is put off until a day. */
export type ParkedUpdate = v.InferOutput<typeof parkedSchema>;

const listOf = <Entry>(schema: v.GenericSchema<unknown, Entry>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((stored): readonly Entry[] =>
        stored
          .flatMap((entry) => {
            const read = v.safeParse(schema, entry);
            return read.success ? [read.output] : [];
          })
          .slice(-mostKept),
      ),
    ),
    [],
  );

const schema = v.object({ parked: listOf(parkedSchema), reviewed: listOf(reviewedSchema) });

/** What a person has put off, and what they have decided today. */
export type ReviewNotes = v.InferOutput<typeof schema>;

/** The notes of an account. They are never set from what a page shows: another tab may have kept more meanwhile. */
export interface ReviewNotesStore extends Omit<KeptStore<ReviewNotes>, 'set' | 'kept'> {
  /** Changes the notes as they are kept now. */
  change(edit: (notes: ReviewNotes) => ReviewNotes): void;
}

/** The notes of one account, kept in this browser. @param name of `reviewNotesName` */
export function createReviewNotes(name: string): ReviewNotesStore {
  return createKeptStore(notesPrefix + name, schema);
}

/** Those that are still put off. One whose day has come is back by itself. @param today "2026-12-08" */
export function parkedOn({ parked }: ReviewNotes, today: string): readonly ParkedUpdate[] {
  return parked.filter(({ until }) => today < until).toSorted((a, b) => (a.until < b.until ? -1 : 1));
}

/** Puts a driver update off; what has come back meanwhile is forgotten. */
export function park(notes: ReviewNotes, update: ParkedUpdate, today: string): ReviewNotes {
  const others = parkedOn(notes, today).filter((other) => other.id !== update.id);
  return { ...notes, parked: [...others, update] };
}

/** Brings a driver update back. */
export function unpark(notes: ReviewNotes, updateId: string): ReviewNotes {
  return { ...notes, parked: notes.parked.filter((other) => other.id !== updateId) };
}

/** The ids of what was decided on a day. */
export function reviewedOn({ reviewed }: ReviewNotes, today: string): ReadonlySet<string> {
  return new Set(reviewed.filter(({ on }) => on === today).map((entry) => entry.id));
}

/** Notes a decision; those of earlier days are forgotten. */
export function noteReviewed(notes: ReviewNotes, updateId: string, today: string): ReviewNotes {
  const others = notes.reviewed.filter((entry) => entry.on === today && entry.id !== updateId);
  return { ...notes, reviewed: [...others, { id: updateId, on: today }] };
}

/** A day on which many want to be asked again. */
export interface ParkChoice {
  readonly label: string;
  readonly until: string;
}

/** The days on offer: tomorrow, the next Monday, and the next Patch Tuesday. */
export function parkChoices(today: string): readonly ParkChoice[] {
  const from = Temporal.PlainDate.from(today);
  const monday = from.add({ days: 8 - from.dayOfWeek });
  return [
    { label: 'Tomorrow', until: from.add({ days: 1 }).toString() },
    { label: 'Next week', until: monday.toString() },
    { label: 'Patch Tuesday', until: nextPatchTuesday(from).toString() },
  ];
}

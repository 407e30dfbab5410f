import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { createKeptStore, type KeptStore } from '../../ui/kept-store.ts';

/** Of the key in local storage; the rest is the name of the account's freezes. */
export const freezesPrefix = 'actiondesk.freezes.';
/** So many are kept. */
export const mostFreezes = 100;
const longestText = 512;

const idSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestText));
const daySchema = v.pipe(v.string(), v.check(isDay));

const whenSchema = v.variant('kind', [
  v.pipe(
    /** Both days belong to it: "2026-12-18" */
    v.object({ kind: v.literal('range'), from: daySchema, to: daySchema }),
    v.check(({ from, to }) => from <= to),
  ),
  v.object({
    kind: v.literal('weekly'),
    /** From 1, Monday, to 7, Sunday. */
    weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.nonEmpty()),
  }),
]);

const freezeSchema = v.object({
  id: idSchema,
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestText)),
  when: whenSchema,
  /** The profiles that it concerns; null: all of them. */
  profileIds: v.nullable(v.array(idSchema)),
});

/** Days on which no driver is to become available. */
export type Freeze = v.InferOutput<typeof freezeSchema>;

const schema = v.object({
  freezes: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((stored): readonly Freeze[] => stored.flatMap(readFreeze).slice(0, mostFreezes)),
    ),
    [],
  ),
});

/**
 * The freezes that this browser keeps for an account. What is stored and is none is left out.
 *
 * @param name of `freezesNameQuery`
 */
export function createFreezes(name: string): KeptStore<{ readonly freezes: readonly Freeze[] }> {
  return createKeptStore(freezesPrefix + name, schema);
}

/** The freeze in what is stored, or none. */
function readFreeze(stored: unknown): readonly Freeze[] {
  const read = v.safeParse(freezeSchema, stored);
  return read.success ? [read.output] : [];
}

/** The first freeze that a day falls into for a profile. @param day "2026-12-24" */
export function freezeOn(freezes: readonly Freeze[], profileId: string, day: string): Freeze | undefined {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return freezes.find(({ when, profileIds }) => {
    if (profileIds && !profileIds.includes(profileId)) return false;
    return when.kind === 'range' ? when.from <= day && day <= when.to : when.weekdays.includes(dayOfWeek);
  });
}

/** A day that a freeze may have moved. */
export interface FreeDay {
  /** "2027-01-05" */
  readonly day: string;
  /** The freezes that stood in the way, each once. */
  readonly after: readonly Freeze[];
}

/** In days: no one plans further ahead, and some freezes never end. */
const farthest = 366;

/**
 * The first day from this one on that no freeze of a profile covers.
 *
 * @param day "2026-12-24"
 * @returns undefined where there is none within a year
 */
export function freeDay(freezes: readonly Freeze[], profileId: string, day: string): FreeDay | undefined {
  const after = new Set<Freeze>();
  let date = Temporal.PlainDate.from(day);
  for (let days = 0; days < farthest; days += 1) {
    const freeze = freezeOn(freezes, profileId, date.toString());
    if (!freeze) return { day: date.toString(), after: [...after] };
    after.add(freeze);
    date = date.add({ days: 1 });
  }
  return undefined;
}

/** Whether a text is a day as freezes have it: days of four-digit years compare as texts. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

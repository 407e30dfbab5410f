import type { Instant } from '../../lib/instant.ts';
import { containsWords, searchWords } from '../../ui/data-grid/row-model.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import { isFirmware } from '../driver-profiles/firmware.ts';
import { type Standing, standingOf, standings } from '../driver-profiles/standing.ts';
import type { Conflict } from './conflicts.ts';
import { type Columns, type DriverUpdate, driversIn } from './driver-update.ts';

/** What driver updates are filtered by, beside themselves. */
export interface FilterFacts {
  readonly conflictsOf: (update: DriverUpdate) => readonly Conflict[];
  /** The ids of those that are new. */
  readonly newIds: ReadonlySet<string>;
  /** The profiles whose states count; all of them where absent. */
  readonly within?: { readonly columns: Columns; readonly profileIds: readonly string[] };
  /** Epoch ms. */
  readonly now: Instant;
}

export type UpdateFilter = Filter<
  DriverUpdate,
  'state' | 'conflict' | 'firmware' | 'new' | 'class' | 'manufacturer'
>;

/** Where a driver update without a class or a manufacturer is found. */
export const noValue = '(none)';

const yes = ['yes'] as const;
const no = [] as const;
const labels = new Map<string, string>(standings.map(({ of, label }) => [of, label]));

/** The filters of driver updates. Keep them while the facts are the same. A state passes where the driver update stands so in at least one profile. */
export function updateFilters(facts: FilterFacts): readonly UpdateFilter[] {
  const { conflictsOf, newIds } = facts;
  return [
    {
      id: 'state',
      label: 'State',
      known: standings.map(({ of }) => of),
      valuesOf: createStates(facts),
      labelOf: (state) => labels.get(state) ?? state,
    },
    {
      id: 'conflict',
      label: 'Conflicts',
      quick: 'yes',
      valuesOf: (update) => (conflictsOf(update).length > 0 ? yes : no),
    },
    {
      id: 'firmware',
      label: 'Firmware',
      quick: 'yes',
      valuesOf: (update) => (isFirmware(update) ? yes : no),
    },
    { id: 'new', label: 'New', quick: 'yes', valuesOf: ({ id }) => (newIds.has(id) ? yes : no) },
    { id: 'class', label: 'Driver class', valuesOf: ({ driverClass }) => [driverClass || noValue] },
    { id: 'manufacturer', label: 'Manufacturer', valuesOf: ({ manufacturer }) => [manufacturer || noValue] },
  ];
}

/** The states of a driver update, each once; found once for as long as it stays the same object. */
function createStates({ within, now }: FilterFacts): (update: DriverUpdate) => readonly Standing[] {
  const found = new WeakMap<DriverUpdate, readonly Standing[]>();
  return (update) => {
    const known = found.get(update);
    if (known) return known;
    const states: Standing[] = [];
    for (const driver of driversIn(update, within)) {
      const standing = standingOf(driver, now);
      if (!states.includes(standing)) states.push(standing);
    }
    found.set(update, states);
    return states;
  };
}

const texts = new WeakMap<DriverUpdate, string>();

/**
 * Searches as the lists do: all words, in any case, anywhere in name, version, manufacturer, class or catalog id.
 *
 * @returns undefined where nothing is searched for: all pass
 */
export function searchUpdates(search: string): ((update: DriverUpdate) => boolean) | undefined {
  const words = searchWords(search);
  return words.length === 0 ? undefined : (update) => containsWords(textOf(update), words);
}

/** The separator keeps a word from matching across two texts. */
function textOf(update: DriverUpdate): string {
  const known = texts.get(update);
  if (known !== undefined) return known;
  const { name, version, manufacturer, driverClass, key = '' } = update;
  const text = [name, version, manufacturer, driverClass, key].join('\n').toLowerCase();
  texts.set(update, text);
  return text;
}

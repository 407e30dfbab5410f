import type { LeftOut } from '../model.ts';
import { schemaVersion } from './records.ts';

/** How what one version wrote becomes what the next one would have written. Both are given damaged records too. */
export interface Upgrade {
  readonly run: (record: unknown) => unknown;
  readonly event: (record: unknown) => unknown;
}

/** For each older version, the way from it to the next one. */
export type Upgrades = Readonly<Record<number, Upgrade>>;

/**
 * Version 2 tells of each event which version wrote it, of a run what it follows and whether its number was typed, and of
 * what was left out a code for what version 1 told by its words.
 */
const from1To2: Upgrade = {
  run: (record) => ({
    ...object(record),
    follows: null,
    mustType: false,
    steps: mapList(field(record, 'steps'), (step) => ({
      ...object(step),
      items: mapList(field(step, 'items'), (item) => ({ ...object(item), left: leftOf(item) ?? null })),
    })),
  }),
  event: (record) =>
    field(record, 'kind') === 'items'
      ? { ...object(record), results: mapList(field(record, 'results'), withLeft) }
      : record,
};

function withLeft(result: unknown): unknown {
  const left = leftOf(result);
  return left ? { ...object(result), left } : result;
}

const leftByReason: ReadonlyMap<unknown, LeftOut> = new Map([
  ['It was so already', 'alreadySo'],
  ['Left to a later run', 'later'],
  ['Refused for now; read again: nothing was changed', 'refusedForNow'],
]);

function leftOf(item: unknown): LeftOut | undefined {
  return leftByReason.get(field(item, 'reason'));
}

/** Records may be damaged: whatever is no object has nothing, and records.ts will say so. */
function object(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** What is no list stays as it is, so that it is refused. */
function mapList(value: unknown, change: (entry: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function field(value: unknown, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object(value), name)?.value;
}

export const upgrades: Upgrades = { 1: from1To2 };

/**
 * A record in the shape of this version.
 *
 * @param from the version that wrote it
 * @returns undefined when it is of a newer version, of one that nobody knows, or too damaged to be brought up
 */
export function upgrade(
  kind: keyof Upgrade,
  record: unknown,
  from: number,
  table = upgrades,
  to = schemaVersion,
): unknown {
  if (!Number.isInteger(from) || from < 1 || from > to) return undefined;
  let current = record;
  for (let version = from; version < to; version += 1) {
    const step = table[version];
    if (!step) return undefined;
    try {
      current = step[kind](current);
    } catch {
      // One damaged record must not keep all others from being read.
      return undefined;
    }
  }
  return current;
}

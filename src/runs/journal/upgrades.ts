import { schemaVersion } from './records.ts';

/** How what one version wrote becomes what the next one would have written. Both are given damaged records too. */
export interface Upgrade {
  readonly run: (record: unknown) => unknown;
  readonly event: (record: unknown) => unknown;
}

/** For each older version, the way from it to the next one. */
export type Upgrades = Readonly<Record<number, Upgrade>>;

/**
 * Version 2 tells of each event which version wrote it: a run that one version began may be taken over by the next. A
 * field that version 2 adds gets its value for older records here, before records.ts asks for it.
 */
const from1To2: Upgrade = {
  run: (record) => record,
  event: (record) => record,
};

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

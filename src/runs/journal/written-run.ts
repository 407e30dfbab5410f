import { reduceRun } from '../reducer.ts';
import type { EventRecord, RunRecord } from './database.ts';
import type { KeptRun } from './journal.ts';
import { readEvent, readRun, schemaVersion } from './records.ts';
import { type Upgrades, upgrade } from './upgrades.ts';

/** What is written of one run: its plan, and what happened to it, in order. */
export interface WrittenRun {
  readonly record: RunRecord | undefined;
  readonly events: readonly EventRecord[];
}

/** @returns undefined where this version cannot read all of it */
export function assemble({ record, events }: WrittenRun, table: Upgrades): KeptRun | undefined {
  if (!record) return undefined;
  let run = readRun(upgrade('run', record.run, record.schema, table));
  for (const { event, schema = 1 } of events) {
    const known = readEvent(upgrade('event', event, schema, table));
    // What comes after an event that nobody can read would be told of a run that never was.
    run = run && known && reduceRun(run, known);
  }
  return run && { run, next: events.length };
}

/** What a newer version wrote of it may be more than this one can see: only that version knows what it is worth. */
export function isNewer({ record, events }: WrittenRun): boolean {
  return [record, ...events].some((written) => (written?.schema ?? 1) > schemaVersion);
}

/** True of what this version cannot read, and no newer one wrote: nobody can look after such a run. */
export function isUnreadable(written: WrittenRun, table: Upgrades): boolean {
  return !isNewer(written) && !assemble(written, table);
}

import { reduceRun } from '../model/reducer.ts';
import type { EventRecord, RunRecord } from './database.ts';
import type { KeptRun } from './journal.ts';
import { readEvent, readRun, schemaVersion } from './records.ts';

/** What is written of one run: its plan, and what happened to it, in order. */
export interface WrittenRun {
  readonly record: RunRecord | undefined;
  readonly events: readonly EventRecord[];
}

/** @returns undefined where this version cannot read all of it */
export function assemble({ record, events }: WrittenRun): KeptRun | undefined {
  if (record?.schema !== schemaVersion) return undefined;
  let run = readRun(record.run);
  for (const { event, schema } of events) {
    const known = schema === schemaVersion ? readEvent(event) : undefined;
    // What comes after an event that nobody can read would be told of a run that never was.
    run = run && known && reduceRun(run, known);
  }
  return run && { run, next: events.length };
}

/** What a newer version wrote of it may be more than this one can see: only that version knows what it is worth. */
export function isNewer({ record, events }: WrittenRun): boolean {
  return [record, ...events].some((written) => written !== undefined && written.schema > schemaVersion);
}

/** True of what this version cannot read, and no newer one wrote: nobody can look after such a run. */
export function isUnreadable(written: WrittenRun): boolean {
  return !isNewer(written) && !assemble(written);
}

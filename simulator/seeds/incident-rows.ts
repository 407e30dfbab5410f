import type { DefenderSeed } from '../graph/defender.ts';
import type { EvidenceRecord } from '../graph/evidence.ts';
import { minute } from '../tenants/clock.ts';
import { evidenceOf } from './evidence.ts';
import { type IncidentSketch, type TaskSketch, toIncident, toTask } from './incident-records.ts';

/** Before the tenant's creation; below zero of what comes later. */
type Minutes = number;

export type IncidentRow = Omit<IncidentSketch, 'createdAt'> & {
  readonly age: Minutes;
  /** Beside what its tasks name. */
  readonly evidence?: readonly EvidenceRecord[];
};
export type TaskRow = Omit<TaskSketch, 'id' | 'incidentId' | 'createdAt'> & { readonly age: Minutes };
export type Rows = readonly (readonly [IncidentRow, readonly TaskRow[]])[];

/** Incidents and their tasks, with dates relative to `now`. Tasks are numbered in the order of the rows. */
export function toDefender(rows: Rows, now: number): DefenderSeed {
  const at = (age: Minutes) => now - age * minute;
  let id = 213_212;
  const tasks = rows.flatMap(([incident, sketches]) =>
    sketches.map(({ age, ...sketch }) => {
      id += 1;
      const task = { ...sketch, id: `${id}`, incidentId: incident.id, createdAt: at(age) };
      return toTask(age < 0 ? { ...task, changedAt: at(age) } : task);
    }),
  );
  const incidents = rows.map(([{ age, evidence = [], ...sketch }, sketches]) =>
    toIncident({ ...sketch, createdAt: at(age) }, [...evidenceOf(sketches), ...evidence]),
  );
  return { incidents, tasks };
}

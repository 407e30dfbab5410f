import { type Item, itemsOf, type Run } from '../../../runs/model/run.ts';

/** A run, and those of its items that concern an incident. */
export interface IncidentRun {
  readonly run: Run;
  readonly items: readonly Item[];
}

/**
 * The runs that touched an incident: its tasks, those that are gone since among them, or the incident itself.
 *
 * @param runs newest first, and so is the answer
 */
export function runsOfIncident(
  runs: readonly Run[],
  incidentId: string,
  taskIds: ReadonlySet<string>,
): readonly IncidentRun[] {
  const concerns = ({ id, incident }: Item) =>
    taskIds.has(id) || (incidentId !== '' && (incident === incidentId || id === incidentId));
  return runs
    .map((run) => ({ run, items: itemsOf(run).filter(concerns) }))
    .filter(({ items }) => items.length > 0);
}

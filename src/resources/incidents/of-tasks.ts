import type { Graph } from '../../graph/client.ts';
import { getIncident, type Incident, listIncidents } from '../../graph/incidents.ts';
import { toProblem } from '../../lib/problem.ts';

/** The incidents that tasks belong to, as far as they have been read. */
export interface IncidentsOfTasks {
  readonly byId: ReadonlyMap<string, Incident>;
  /** Every incident was read, or could not be: what is missing now stays missing until the next read. */
  readonly isComplete: boolean;
}

export const noIncidents: IncidentsOfTasks = { byId: new Map(), isComplete: false };

/** Tasks belong to incidents that are open, nearly always: their lists bring many incidents in one answer. */
const openStatuses = ['active', 'inProgress', 'awaitingAction'] as const;

/**
 * Reads the incidents with these ids: from the lists of open ones, then one by one; each yield holds all that were found.
 *
 * @throws ProblemError when one can't be read; an incident that is gone is left out
 */
export async function* readIncidents(
  graph: Graph,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<IncidentsOfTasks> {
  const missing = new Set(ids);
  const found = new Map<string, Incident>();
  const soFar = (): IncidentsOfTasks => ({ byId: new Map(found), isComplete: missing.size === 0 });

  for (const status of openStatuses) {
    for await (const { rows } of listIncidents(graph, status, signal)) {
      for (const incident of rows) if (missing.delete(incident.id)) found.set(incident.id, incident);
      yield soFar();
      if (missing.size === 0) return;
    }
  }
  for (const id of [...missing]) {
    try {
      found.set(id, await getIncident(graph, id, signal));
    } catch (error) {
      // Deleted, or merged into another one: the task stands without its incident.
      if (toProblem(error).kind !== 'notFound') throw error;
    }
    missing.delete(id);
    yield soFar();
  }
}

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

/** So many incidents are read by their ids side by side, and no more than so many in all: each takes a request. */
const atOnce = 4;
const mostSingle = 40;

/**
 * Reads the incidents with these ids: from the lists of open ones, then a few at once by their ids; each yield holds all
 * that were found.
 *
 * @throws ProblemError when one can't be read; an incident that is gone is left out, and so is one more too many
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
  const left = [...missing].slice(0, mostSingle);
  while (left.length > 0) {
    const some = left.splice(0, atOnce);
    for (const incident of await Promise.all(some.map((id) => getUnlessGone(graph, id, signal))))
      if (incident) found.set(incident.id, incident);
    for (const id of some) missing.delete(id);
    yield soFar();
  }
}

/** Deleted, or merged into another one: the task stands without its incident. */
async function getUnlessGone(graph: Graph, id: string, signal: AbortSignal): Promise<Incident | undefined> {
  try {
    return await getIncident(graph, id, signal);
  } catch (error) {
    if (toProblem(error).kind === 'notFound') return undefined;
    throw error;
  }
}

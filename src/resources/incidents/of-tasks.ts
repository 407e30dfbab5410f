import type { Graph } from '../../graph/client.ts';
import { getIncident, type Incident, listIncidents } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { toProblem } from '../../lib/problem.ts';
import type { TasksOfIncident } from '../incident-tasks/by-incident.ts';

/** The incidents that tasks belong to, as far as they have been read. */
export interface IncidentsOfTasks {
  readonly byId: ReadonlyMap<string, Incident>;
  /** Every incident was read, or could not be: what is missing now stays missing until the next read. */
  readonly isComplete: boolean;
  /** The ids of those that are deleted, or merged into others. */
  readonly gone: ReadonlySet<string>;
  /** When the read began: epoch ms; 0 before. */
  readonly readAt: Instant;
}

export const noIncidents: IncidentsOfTasks = {
  byId: new Map(),
  isComplete: false,
  gone: new Set(),
  readAt: 0,
};

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
  const gone = new Set<string>();
  const readAt = Date.now();
  const soFar = (): IncidentsOfTasks => ({
    byId: new Map(found),
    isComplete: missing.size === 0,
    gone: new Set(gone),
    readAt,
  });

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
    const read = await Promise.all(some.map((id) => getUnlessGone(graph, id, signal)));
    for (const [at, id] of some.entries()) {
      const incident = read[at];
      if (incident) found.set(incident.id, incident);
      else gone.add(id);
      missing.delete(id);
    }
    yield soFar();
  }
}

/** How many incidents with something left to do have not been read; those that are gone are read. */
export function unreadAmong(
  groups: readonly Pick<TasksOfIncident, 'incidentId' | 'incident' | 'isOpen'>[],
  gone: ReadonlySet<string>,
): number {
  return groups.filter(
    ({ incidentId, incident, isOpen }) => isOpen && incidentId !== '' && !incident && !gone.has(incidentId),
  ).length;
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

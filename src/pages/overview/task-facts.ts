import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { isDone } from '../../resources/incident-tasks/states.ts';
import { type Deadline, deadlineOf } from '../../resources/incidents/deadline.ts';
import { compareUrgency, readerTimeZone, urgencyOf } from '../../resources/incidents/urgency.ts';
import type { TaskCounts } from '../../run-panel/task-counts.ts';
import { needsAttention } from '../../runs/model/attention.ts';
import { itemsOf, type Run } from '../../runs/model/run.ts';

/** The tasks of one incident that need a person, with what is known of the incident. */
export interface IncidentLoad {
  readonly incidentId: string;
  /** Undefined until the incident has been read, and where it could not be. */
  readonly incident: Incident | undefined;
  readonly tasks: number;
  readonly done: number;
  readonly notStarted: number;
  /** Sent from here, and without a reliable response yet. */
  readonly unknown: number;
  /** Done in part among them. */
  readonly failed: number;
  readonly deadline: Deadline | undefined;
}

/**
 * Incidents with tasks that nobody has started, as far as is known: by severity, then those with a deadline near, then by
 * age; those not read yet come last.
 *
 * @param countsOf as `countTasks` counts
 */
export function incidentLoads(
  tasks: readonly IncidentTask[],
  incidents: ReadonlyMap<string, Incident>,
  countsOf: (tasks: readonly IncidentTask[]) => TaskCounts,
  now: Instant,
): readonly IncidentLoad[] {
  const byIncident = new Map<string, IncidentTask[]>();
  for (const task of tasks) {
    const id = task.incident?.id;
    if (id !== undefined) byIncident.set(id, [...(byIncident.get(id) ?? []), task]);
  }
  return [...byIncident]
    .map(([incidentId, own]) => {
      const incident = incidents.get(incidentId);
      const { notStarted, unknown, failed, partiallyCompleted } = countsOf(own);
      return {
        incidentId,
        incident,
        urgency: urgencyOf(incident, now),
        tasks: own.length,
        done: own.filter(isDone).length,
        notStarted,
        unknown,
        failed: failed + partiallyCompleted,
        deadline: incident && deadlineOf(incident.comments, readerTimeZone),
      };
    })
    .filter(({ notStarted, unknown }) => notStarted + unknown > 0)
    .sort((a, b) => compareUrgency(a.urgency, b.urgency));
}

/** The tasks whose failure no run tells that is shown beside them. */
export function withoutRuns<Open extends { readonly task: Pick<IncidentTask, 'id'> }>(
  open: readonly Open[],
  openRuns: readonly { readonly run: Run }[],
): readonly Open[] {
  const needing = openRuns.flatMap(({ run }) => itemsOf(run).filter((item) => needsAttention({ run, item })));
  const told = new Set(needing.map(({ id }) => id));
  return open.filter(({ task }) => !told.has(task.id));
}

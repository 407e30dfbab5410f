import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { isDone } from '../../resources/incident-tasks/states.ts';
import { type Deadline, deadlineOf } from '../../resources/incidents/deadline.ts';
import { isOnDesk } from '../../resources/incidents/desk.ts';
import { compareUrgency, readerTimeZone, urgencyOf } from '../../resources/incidents/urgency.ts';
import type { TaskCounts } from '../../run-panel/task-counts.ts';
import { needsAttention } from '../../runs/model/attention.ts';
import { itemsOf, type Run } from '../../runs/model/run.ts';

/** Tasks that came to an incident long after its first one. */
export interface Growth {
  readonly count: number;
  /** When the latest came. */
  readonly at: Instant;
}

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
  readonly failed: number;
  readonly partiallyCompleted: number;
  readonly growth: Growth | undefined;
  readonly deadline: Deadline | undefined;
}

/**
 * Open incidents with tasks that nobody has started, as far as is known: by severity, then those with a deadline near, then
 * by age; those not read yet come last.
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
        failed,
        partiallyCompleted,
        growth: growthOf(own, now),
        deadline: incident && deadlineOf(incident.comments, readerTimeZone),
      };
    })
    .filter(({ incident, notStarted, unknown }) => isOnDesk({ incident, isOpen: notStarted + unknown > 0 }))
    .sort((a, b) => compareUrgency(a.urgency, b.urgency));
}

/** In ms: later than this, a task wasn’t among the first; and so long, a task is new. */
const { later, fresh } = { later: 15 * 60_000, fresh: 60 * 60_000 };

/** The tasks that an incident grew by within the last hour; undefined where it didn’t. */
function growthOf(tasks: readonly IncidentTask[], now: Instant): Growth | undefined {
  const times = tasks.flatMap(({ createdDateTime }) => createdDateTime ?? []);
  const first = Math.min(...times);
  const grown = times.filter((at) => at - first > later && now - at < fresh);
  return grown.length === 0 ? undefined : { count: grown.length, at: Math.max(...grown) };
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

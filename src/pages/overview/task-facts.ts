import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import { isDone, isWaiting } from '../../resources/incident-tasks/states.ts';
import { compareUrgency } from '../../resources/incidents/urgency.ts';

/** The tasks of one incident that need a person, with what is known of the incident. */
export interface IncidentLoad {
  readonly incidentId: string;
  /** Undefined until the incident has been read, and where it could not be. */
  readonly incident: Incident | undefined;
  readonly tasks: number;
  readonly done: number;
  readonly notStarted: number;
  readonly failed: number;
}

/** Incidents with tasks that nobody has started: by severity, then by age; those not read yet come last. */
export function incidentLoads(
  tasks: readonly IncidentTask[],
  incidents: ReadonlyMap<string, Incident>,
): readonly IncidentLoad[] {
  const byIncident = new Map<string, IncidentTask[]>();
  for (const task of tasks) {
    const id = task.incident?.id;
    if (id !== undefined) byIncident.set(id, [...(byIncident.get(id) ?? []), task]);
  }
  return [...byIncident]
    .map(([incidentId, own]) => ({
      incidentId,
      incident: incidents.get(incidentId),
      tasks: own.length,
      done: own.filter(isDone).length,
      notStarted: own.filter(isWaiting).length,
      failed: own.filter(({ actionStatus }) => actionStatus === 'failed').length,
    }))
    .filter(({ notStarted }) => notStarted > 0)
    .sort((a, b) => compareUrgency(a.incident, b.incident));
}

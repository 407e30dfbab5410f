import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { type TasksOfIncident, withoutTasks } from '../../resources/incident-tasks/by-incident.ts';

/** What a read gave, and when: epoch ms. */
interface Given<Data> {
  readonly data: Data | undefined;
  readonly at: Instant;
}

/**
 * The incident that is open: its tasks as the list knows them, and the incident as the newer of both reads gives it, with
 * the time of that read. One read may fail for long while the other one goes on, and a later read may come from a copy that
 * lags behind: so the later change of the incident decides, or else the later read.
 *
 * @param listed without data for an incident without tasks
 * @param details the incident's own read
 */
export function openedGroup(
  incidentId: string,
  listed: Given<TasksOfIncident>,
  details: Given<IncidentDetails>,
): { readonly group: TasksOfIncident; readonly loadedAt: Instant } {
  const group = listed.data ?? withoutTasks(incidentId);
  const { data } = details;
  if (!data) return { group, loadedAt: listed.at };
  const lead = group.incident && (changedLater(group.incident, data) || listed.at - details.at);
  if (lead !== undefined && lead > 0) return { group, loadedAt: listed.at };
  const incident = incidentIn(data);
  return {
    group: { ...group, incident, since: incident.createdDateTime ?? group.since },
    loadedAt: details.at,
  };
}

/** The incident of its own read, as lists have it. */
export function incidentIn(details: IncidentDetails): Incident {
  return { ...details, ...details.comments };
}

type Changed = Pick<Incident, 'lastUpdateDateTime'>;

/** In ms, above 0 where the one was changed after the other; 0 where Graph doesn’t tell. */
export function changedLater(one: Changed, other: Changed): number {
  const [a, b] = [one.lastUpdateDateTime, other.lastUpdateDateTime];
  return a === null || b === null ? 0 : a - b;
}

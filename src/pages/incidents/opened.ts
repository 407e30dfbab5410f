import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { Instant } from '../../lib/instant.ts';
import { type TasksOfIncident, withoutTasks } from '../../resources/incident-tasks/by-incident.ts';

/** What a read gave, and when: epoch ms. */
interface Given<Data> {
  readonly data: Data | undefined;
  readonly at: Instant;
}

/**
 * The incident that is open: its tasks as the list knows them, and the incident as the newer of both reads gives it, with
 * the time of that read. One read may fail for long while the other one goes on.
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
  const isListNewer = group.incident !== undefined && listed.at > details.at;
  if (!details.data || isListNewer) return { group, loadedAt: listed.at };
  const { items: comments, leftOut: commentsLeftOut } = details.data.comments;
  const incident = { ...details.data, comments, commentsLeftOut };
  return {
    group: { ...group, incident, since: incident.createdDateTime ?? group.since },
    loadedAt: details.at,
  };
}

import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';

/**
 * The incident that is open: its tasks as the list knows them, and the incident as its own read gives it, where that is here.
 *
 * @param listed undefined for an incident without tasks
 */
export function openedGroup(
  incidentId: string,
  listed: TasksOfIncident | undefined,
  details: IncidentDetails | undefined,
): TasksOfIncident {
  const group = listed ?? {
    incidentId,
    incident: undefined,
    tasks: [],
    isOpen: false,
    since: null,
    devices: 0,
    users: 0,
  };
  if (!details) return group;
  const incident = { ...details, comments: [...details.comments.items] };
  return { ...group, incident, since: incident.createdDateTime ?? group.since };
}

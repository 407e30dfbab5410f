import type { Incident } from '../../graph/incidents.ts';
import { showName } from '../../lib/visible-text.ts';
import type { TasksOfIncident } from '../incident-tasks/by-incident.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { isOwnName } from './own-name.ts';

/** Which incidents of the desk are shown. */
export type DeskFilter = 'open' | 'mine' | 'noOwner';

/** An incident of the desk is open while a task is left to do, and its status doesn't say that it is resolved. */
export function isOnDesk({ incident, isOpen }: Pick<TasksOfIncident, 'incident' | 'isOpen'>): boolean {
  return isOpen && incident?.status !== 'resolved' && incident?.status !== 'redirected';
}

/** Those who hand incidents round, and own none themselves. */
const noOwners = ['', 'customer', 'defender experts'];

/** True of an incident that no person has taken. "Customer" is what Defender Experts write when they hand one over. */
export function hasNoOwner({ assignedTo }: Pick<Incident, 'assignedTo'>): boolean {
  return noOwners.includes(assignedTo.trim().toLowerCase());
}

/** "assigned to Priya Nair", "no owner", "no owner, handed to Customer": who has an incident, wherever all of it is told. */
export function assignedText({ assignedTo }: Pick<Incident, 'assignedTo'>): string {
  if (!hasNoOwner({ assignedTo })) return `assigned to ${showName(assignedTo)}`;
  return assignedTo.trim() === '' ? 'no owner' : `no owner, handed to ${showName(assignedTo)}`;
}

/**
 * True of an incident of the desk that passes a filter.
 *
 * @param ownNames sign-in name and display name of who looks: `assignedTo` is free text
 */
export function isListed(group: TasksOfIncident, filter: DeskFilter, ownNames: readonly string[]): boolean {
  if (!isOnDesk(group)) return false;
  const { incident } = group;
  switch (filter) {
    case 'open':
      return true;
    case 'mine':
      return incident !== undefined && isMine(incident, ownNames);
    case 'noOwner':
      return incident !== undefined && hasNoOwner(incident);
  }
}

export function isMine({ assignedTo }: Pick<Incident, 'assignedTo'>, ownNames: readonly string[]): boolean {
  return isOwnName(assignedTo, ownNames);
}

/** How many incidents each filter has. */
export function deskCounts(
  groups: readonly TasksOfIncident[],
  ownNames: readonly string[],
): Readonly<Record<DeskFilter, number>> {
  const count = (filter: DeskFilter) => groups.filter((group) => isListed(group, filter, ownNames)).length;
  return { open: count('open'), mine: count('mine'), noOwner: count('noOwner') };
}

/** The deadline of an incident while something is left to do; undefined where no comment names one. */
export function deskDeadline(
  group: Pick<TasksOfIncident, 'incident' | 'isOpen'>,
  timeZone: string,
): Deadline | undefined {
  return group.incident && isOnDesk(group) ? deadlineOf(group.incident.comments, timeZone) : undefined;
}

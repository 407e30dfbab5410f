import type { TasksOfIncident } from '../incident-tasks/by-incident.ts';
import { hasNoOwner, isOnDesk } from '../incidents/desk.ts';

/** What a hand-over of now would lack, in numbers of incidents. */
export interface OpenGaps {
  readonly open: number;
  readonly noOwner: number;
  /** Nobody knows whether a person owns them: deleted, merged, or not read. */
  readonly unknownOwner: number;
  readonly noNextStep: number;
}

/**
 * The same numbers as `gapsOf` has, without a hand-over: open incidents have lines in every one.
 *
 * @param noteOf the person's note for the next shift, by incident; '' where there is none
 */
export function openGaps(
  groups: readonly TasksOfIncident[],
  noteOf: (incidentId: string) => string,
): OpenGaps {
  const open = groups.filter((group) => group.incidentId !== '' && isOnDesk(group));
  return {
    open: open.length,
    noOwner: open.filter(({ incident }) => incident && hasNoOwner(incident)).length,
    unknownOwner: open.filter(({ incident }) => !incident).length,
    noNextStep: open.filter(({ incidentId }) => noteOf(incidentId).trim() === '').length,
  };
}

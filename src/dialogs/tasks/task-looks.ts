import { useMemo } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { groupBy } from '../../lib/group-by.ts';
import { lookAlikesAmong } from '../../lib/look-alikes.ts';

/** Which tasks look like one about something else: their IDs must stand beside them in a dialog. */
export function useLookAlikes(all: readonly IncidentTask[]): (task: IncidentTask) => boolean {
  return useMemo(() => lookAlikesOf(all), [all]);
}

/** Two incidents may ask for the same action on the same device: such tasks are no look-alikes. */
export function lookAlikesOf(all: readonly IncidentTask[]): (task: IncidentTask) => boolean {
  const looks = [...groupBy(all, lookOf)].flatMap(([look, tasks]) =>
    new Set(tasks.map(targetOf)).size > 1 ? [look, look] : [look],
  );
  const isLikeAnother = lookAlikesAmong(looks);
  return (task) => isLikeAnother(lookOf(task));
}

/** What a task is about, as Graph knows it: two devices may have one name. A task about nothing is only like itself. */
function targetOf({ id, responseAction }: IncidentTask): string {
  if (!responseAction?.identifierValue) return id;
  return (responseAction.deviceId || responseAction.identifierValue).toLowerCase();
}

/** By what a person knows a task. */
function lookOf({ displayName, responseAction }: IncidentTask): string {
  const target = responseAction?.identifierValue;
  return target ? `${displayName} ${target}` : displayName;
}

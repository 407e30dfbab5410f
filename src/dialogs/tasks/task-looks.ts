import { useMemo } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { lookAlikesAmong } from '../../lib/look-alikes.ts';

/** Which tasks look like another one of the list: their IDs must stand beside them in a dialog. */
export function useLookAlikes(all: readonly IncidentTask[]): (task: IncidentTask) => boolean {
  return useMemo(() => {
    const isLikeAnother = lookAlikesAmong(all.map(lookOf));
    return (task) => isLikeAnother(lookOf(task));
  }, [all]);
}

/** By what a person knows a task. */
function lookOf({ displayName, responseAction }: IncidentTask): string {
  const target = responseAction?.identifierValue;
  return target ? `${displayName} ${target}` : displayName;
}

import type { IncidentTask } from '../../graph/incident-tasks.ts';

/** True where Graph names Microsoft's own service: it reports how an action ended, and so hides who started it. */
export function isByService({
  lastModifiedByDisplayName,
}: Pick<IncidentTask, 'lastModifiedByDisplayName'>): boolean {
  return /^microsoft (?:365 )?defender(?: xdr| for endpoint)?$/iu.test(lastModifiedByDisplayName.trim());
}

import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';

const portal = 'security.microsoft.com';

/**
 * The address of an incident in the Defender portal; undefined when what Graph sent is not an address there. It is
 * foreign text: a link must not lead anywhere else, nor run a script.
 */
export function portalLink({ incidentWebUrl }: Pick<Incident, 'incidentWebUrl'>): string | undefined {
  if (!URL.canParse(incidentWebUrl)) return undefined;
  const url = new URL(incidentWebUrl);
  // The origin of a blob: address is that of the address inside it.
  return url.protocol === 'https:' && url.host === portal ? url.href : undefined;
}

/** The page of a task's incident in the Defender portal, where its tasks are; '' where Graph names no incident. */
export function incidentPage({ incident }: Pick<IncidentTask, 'incident'>): string {
  return incident && /^\d+$/.test(incident.id) ? `https://${portal}/incidents/${incident.id}` : '';
}

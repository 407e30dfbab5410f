import type { Incident } from '../graph/incidents.ts';

/**
 * The address of an incident in the Defender portal; undefined when what Graph sent is not an address there. It is
 * foreign text: a link must not lead anywhere else, nor run a script.
 */
export function portalLink({ incidentWebUrl }: Pick<Incident, 'incidentWebUrl'>): string | undefined {
  if (!URL.canParse(incidentWebUrl)) return undefined;
  const url = new URL(incidentWebUrl);
  // The origin of a blob: address is that of the address inside it.
  return url.protocol === 'https:' && url.host === 'security.microsoft.com' ? url.href : undefined;
}

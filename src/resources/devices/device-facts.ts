import type { EvidenceOf } from '../../graph/evidence.ts';
import type { Instant } from '../../lib/instant.ts';

/** What a device is for. `unknown` where nothing says it. */
export type DeviceRole = 'domainController' | 'server' | 'client' | 'unknown';

/** A device as the evidence of alerts tells it, put together from all of its pieces. */
export interface DeviceFacts {
  /** In lower case: its ids and names, whichever evidence has. The first one is the best. */
  readonly keys: readonly string[];
  /** As evidence names it; an id where it has no name. */
  readonly name: string;
  /** Of Defender for Endpoint; '' where no evidence has it. */
  readonly mdeDeviceId: string;
  readonly azureAdDeviceId: string;
  /** "Windows 11", as Graph spells it; '' where unknown. */
  readonly os: string;
  /** Graph's member: `high`; '' where unknown. */
  readonly risk: string;
  readonly health: string;
  /** Names of accounts, each once. */
  readonly users: readonly string[];
  readonly role: DeviceRole;
  /** Why it is taken for what it is: an operating system, a name, a tag; '' for unknown. */
  readonly roleWhy: string;
}

type DeviceEvidence = EvidenceOf<'device'>;

/** Puts the device evidence of alerts together: evidence that shares an id or a name is about one device. */
export function deviceFactsOf(evidence: readonly DeviceEvidence[]): readonly DeviceFacts[] {
  const groups: { keys: Set<string>; pieces: DeviceEvidence[] }[] = [];
  for (const piece of evidence) {
    const keys = keysOf(piece);
    const same = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const [first, ...others] = same;
    if (!first) {
      groups.push({ keys: new Set(keys), pieces: [piece] });
      continue;
    }
    // A piece with two ids can show that what looked like two devices is one.
    for (const group of [{ keys: new Set(keys), pieces: [piece] }, ...others]) {
      for (const key of group.keys) first.keys.add(key);
      first.pieces.push(...group.pieces);
    }
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups.map(({ keys, pieces }) => factsOf([...keys], pieces));
}

/** The device that a name or an id means; undefined where none or more than one does. */
export function deviceBy(nameOrId: string, devices: readonly DeviceFacts[]): DeviceFacts | undefined {
  const wanted = nameOrId.trim().toLowerCase();
  if (wanted === '') return undefined;
  const exact = devices.filter(({ keys }) => keys.includes(wanted));
  // A task may use the short name where evidence has the full one, and the other way round.
  const found =
    exact.length > 0 ? exact : devices.filter(({ keys }) => keys.some((key) => isSameHost(key, wanted)));
  return found.length === 1 ? found[0] : undefined;
}

function isSameHost(a: string, b: string): boolean {
  const isShort = a.includes('.') !== b.includes('.');
  return isShort && a.split('.', 1)[0] === b.split('.', 1)[0];
}

function keysOf({ mdeDeviceId, azureAdDeviceId, deviceDnsName, hostName }: DeviceEvidence): string[] {
  const keys = [mdeDeviceId, azureAdDeviceId, deviceDnsName, hostName];
  return keys.map((key) => key.trim().toLowerCase()).filter((key) => key !== '');
}

function factsOf(keys: readonly string[], pieces: readonly DeviceEvidence[]): DeviceFacts {
  const latestFirst = pieces.toSorted((a, b) => timeOf(b) - timeOf(a));
  const latest = (textOf: (piece: DeviceEvidence) => string) =>
    latestFirst.map(textOf).find((text) => text !== '') ?? '';
  const name = latest(({ hostName }) => hostName) || latest(({ deviceDnsName }) => deviceDnsName);
  const users = pieces.flatMap(({ loggedOnUsers }) => loggedOnUsers.map(({ accountName }) => accountName));
  const os = latest(({ osPlatform }) => osPlatform);
  const tags = pieces.flatMap((piece) => [...piece.tags, ...piece.detailedRoles]);
  return {
    keys,
    name: name || (keys[0] ?? ''),
    mdeDeviceId: latest(({ mdeDeviceId }) => mdeDeviceId),
    azureAdDeviceId: latest(({ azureAdDeviceId }) => azureAdDeviceId),
    os,
    risk: latest(({ riskScore }) => riskScore),
    health: latest(({ healthStatus }) => healthStatus),
    users: uniqueIgnoringCase(users),
    ...roleOf(name, os, tags),
  };
}

function timeOf({ createdDateTime }: DeviceEvidence): Instant {
  return createdDateTime ?? 0;
}

function uniqueIgnoringCase(texts: readonly string[]): readonly string[] {
  const byKey = new Map(texts.filter((text) => text !== '').map((text) => [text.toLowerCase(), text]));
  return [...byKey.values()];
}

const domainControllerTag = /domain[\s_-]?controller/i;
const domainControllerName = /(?:^|[-_])dc\d*(?=$|[-_.])/i;
const serverName = /(?:^|[-_])(?:srv|svr|server|sql|exch|adfs|pki)\d*(?=$|[-_.])/i;

/**
 * What a device is for: by a tag of Defender, by its operating system, or else by how its name begins or is made up, which
 * is only a guess and says so.
 */
export function roleOf(
  name: string,
  os: string,
  tags: readonly string[],
): { readonly role: DeviceRole; readonly roleWhy: string } {
  const tag = tags.find((each) => domainControllerTag.test(each));
  if (tag !== undefined) return { role: 'domainController', roleWhy: `Tagged “${tag}” in Defender` };
  const isServer = /server/i.test(os);
  if (domainControllerName.test(name) && (isServer || os === '')) {
    return { role: 'domainController', roleWhy: 'Named like a domain controller' };
  }
  if (isServer) return { role: 'server', roleWhy: `Runs ${os}` };
  if (os !== '') return { role: 'client', roleWhy: `Runs ${os}` };
  return serverName.test(name)
    ? { role: 'server', roleWhy: 'Named like a server' }
    : { role: 'unknown', roleWhy: '' };
}

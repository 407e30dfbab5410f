import type { Evidence } from '../../graph/evidence.ts';
import type { Alert } from '../../graph/incident-details.ts';
import type { Instant } from '../../lib/instant.ts';
import { evidenceKeys } from '../incident-tasks/join.ts';

/** One thing that alerts found, however many of them found it. */
export interface EvidenceItem {
  readonly key: string;
  /** The latest piece: its remediation state is the current one. */
  readonly evidence: Evidence;
  /** The gravest verdict of all alerts. */
  readonly verdict: string;
  /** How many alerts have it. */
  readonly alerts: number;
}

/** From the gravest down; what this version doesn't know stands between suspicion and nothing. */
const gravity = ['malicious', 'suspicious', '?', 'unknown', '', 'noThreatsFound'];

/** All evidence of alerts, each thing once: the gravest first, then in the order in which alerts have it. */
export function evidenceOf(alerts: readonly Alert[]): readonly EvidenceItem[] {
  const found = new Map<string, { pieces: Evidence[]; alerts: Set<string> }>();
  alerts.forEach(({ id, evidence }) => {
    evidence.items.forEach((piece, at) => {
      const key = keyOf(piece) ?? `${id} ${at}`;
      const same = found.get(key) ?? { pieces: [], alerts: new Set() };
      same.pieces.push(piece);
      same.alerts.add(id);
      found.set(key, same);
    });
  });
  return [...found]
    .map(([key, { pieces, alerts: ids }]): EvidenceItem => {
      const [latest] = pieces.toSorted((a, b) => timeOf(b) - timeOf(a));
      const [gravest = ''] = pieces.map(({ verdict }) => verdict).sort(compareVerdicts);
      return { key, evidence: latest as Evidence, verdict: gravest, alerts: ids.size };
    })
    .toSorted((a, b) => compareVerdicts(a.verdict, b.verdict));
}

/** Undefined where nothing tells a piece from others. */
function keyOf(piece: Evidence): string | undefined {
  const [best] = evidenceKeys(piece);
  if (best === undefined) return undefined;
  const device = 'mdeDeviceId' in piece && piece.kind !== 'device' ? piece.mdeDeviceId.toLowerCase() : '';
  // A command tells two runs of one program apart.
  const command = piece.kind === 'process' ? piece.processCommandLine : '';
  const type = piece.kind === 'other' ? piece.type : piece.kind;
  return [type, best, device, command].join('\n');
}

function timeOf({ createdDateTime }: Evidence): Instant {
  return createdDateTime ?? 0;
}

function compareVerdicts(a: string, b: string): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(verdict: string): number {
  const rank = gravity.indexOf(verdict);
  return rank === -1 ? gravity.indexOf('?') : rank;
}

/** How a piece of evidence is called: a host, a file, a sign-in name; foreign text, '' where it has no name. */
export function evidenceName(piece: Evidence): string {
  switch (piece.kind) {
    case 'device':
      return piece.hostName || piece.deviceDnsName || piece.mdeDeviceId;
    case 'file':
      return piece.fileDetails.fileName || piece.fileDetails.sha1 || piece.fileDetails.sha256;
    case 'process':
      return piece.imageFile.fileName || piece.processCommandLine;
    case 'user':
      return piece.userAccount.userPrincipalName || piece.userAccount.accountName;
    case 'mailbox':
      return piece.primaryAddress || piece.displayName;
    case 'analyzedMessage':
      return piece.subject || piece.networkMessageId;
    case 'mailCluster':
      return piece.clusterByValue;
    case 'ip':
      return piece.ipAddress;
    case 'url':
      return piece.url;
    case 'registryKey':
      return piece.registryKey;
    case 'registryValue':
      return piece.registryValueName || piece.registryKey;
    case 'oauthApplication':
    case 'cloudApplication':
      return piece.displayName;
    case 'other':
      return '';
  }
}

import type { Evidence } from '../../graph/evidence.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { targetKind } from './words.ts';

/** A piece of evidence that is about the target of a task, and how it was found. */
export interface Join {
  readonly evidence: Evidence;
  /** `target`: Graph names the target. `title`, `description`: only the text of the task does, so nothing is sent by it. */
  readonly by: 'target' | 'title' | 'description';
}

/**
 * The evidence that a task is about. Where Graph gives no target, the one piece of a fitting kind that the title names, or
 * else the description. Several different ones are none: a guess would name the wrong device.
 */
export function joinOf(task: IncidentTask, evidence: readonly Evidence[]): Join | undefined {
  const kind = targetKind(task);
  if (kind === undefined) return undefined;
  const fitting = evidence.filter((piece) => kinds[kind]?.includes(piece.kind));
  const { identifierValue = '', deviceId = '' } = task.responseAction ?? {};
  const targets = (kind === 'Device' ? [deviceId, identifierValue] : [identifierValue])
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text !== '');
  if (targets.length > 0) {
    const named = fitting.filter((piece) => evidenceKeys(piece).some((key) => targets.includes(key)));
    const here = named.filter((piece) => 'mdeDeviceId' in piece && isAt(piece.mdeDeviceId, deviceId));
    const found = here[0] ?? named[0];
    return found && { evidence: found, by: 'target' };
  }
  return namedIn(task.displayName, 'title', fitting) ?? namedIn(task.description, 'description', fitting);
}

const kinds: Readonly<Record<string, readonly Evidence['kind'][]>> = {
  Device: ['device'],
  File: ['file', 'process'],
  User: ['user', 'mailbox'],
  Email: ['analyzedMessage', 'mailCluster'],
};

function isAt(mdeDeviceId: string, deviceId: string): boolean {
  return deviceId !== '' && mdeDeviceId.toLowerCase() === deviceId.trim().toLowerCase();
}

/** What a piece of evidence goes by, in lower case, the best first: ids, hashes, sign-in names, host names. */
export function evidenceKeys(piece: Evidence): readonly string[] {
  return namesOf(piece)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

function namesOf(piece: Evidence): readonly string[] {
  switch (piece.kind) {
    case 'device':
      return [piece.mdeDeviceId, piece.azureAdDeviceId, piece.deviceDnsName, piece.hostName];
    case 'file':
      return [piece.fileDetails.sha1, piece.fileDetails.sha256, piece.fileDetails.fileName];
    case 'process':
      return [piece.imageFile.sha1, piece.imageFile.sha256, piece.imageFile.fileName];
    case 'user': {
      const { userPrincipalName, azureAdUserId, userSid, accountName } = piece.userAccount;
      return [userPrincipalName, azureAdUserId, userSid, accountName];
    }
    case 'mailbox':
      return [piece.primaryAddress];
    case 'analyzedMessage':
      return [piece.networkMessageId];
    case 'mailCluster':
      return piece.networkMessageIds;
    case 'ip':
      return [piece.ipAddress];
    case 'url':
      return [piece.url];
    case 'oauthApplication':
      return [piece.appId];
    case 'cloudApplication':
      return [piece.displayName];
    case 'registryKey':
      return [`${piece.registryHive}\\${piece.registryKey}`];
    case 'registryValue':
      return [`${piece.registryHive}\\${piece.registryKey}\\${piece.registryValueName}`];
    case 'other':
      return [];
  }
}

/** A name shorter than this stands in a text by chance. */
const shortest = 4;

function namedIn(text: string, by: Join['by'], fitting: readonly Evidence[]): Join | undefined {
  const lower = text.toLowerCase();
  const named = fitting.filter((piece) =>
    evidenceKeys(piece).some((key) => key.length >= shortest && hasWord(lower, key)),
  );
  const [first, ...others] = named;
  if (!first) return undefined;
  const keys = evidenceKeys(first);
  const isSame = (other: Evidence) => evidenceKeys(other).some((key) => keys.includes(key));
  return others.every(isSame) ? { evidence: first, by } : undefined;
}

/** "FIN-LT-02" is no word of "FIN-LT-0231". @param text and word in lower case */
export function hasWord(text: string, word: string): boolean {
  let at = text.indexOf(word);
  while (at !== -1) {
    if (!isPart(text[at - 1]) && !isPart(text[at + word.length], text[at + word.length + 1])) return true;
    at = text.indexOf(word, at + 1);
  }
  return false;
}

/** A point ends a sentence as well as it stands inside a name. */
function isPart(character: string | undefined, next?: string): boolean {
  if (character === undefined) return false;
  if (character === '.') return next !== undefined && /[\p{L}\p{N}]/u.test(next);
  return /[\p{L}\p{N}@_-]/u.test(character);
}

import type { Evidence } from '../../graph/evidence.ts';
import { countOf } from '../../ui/format.ts';
import { deviceLine, riskText } from '../devices/words.ts';
import { evidenceName } from './evidence-summary.ts';

/** What else is known of a piece of evidence beside its name, the most telling first; foreign text. */
export function evidenceFacts(piece: Evidence): readonly string[] {
  const name = evidenceName(piece);
  return factsOf(piece).filter((fact) => fact !== '' && fact !== name);
}

function factsOf(piece: Evidence): readonly string[] {
  switch (piece.kind) {
    case 'device': {
      const { riskScore, osPlatform, healthStatus, loggedOnUsers } = piece;
      const users = loggedOnUsers.map(({ accountName }) => accountName).filter((user) => user !== '');
      const health = healthStatus === 'active' ? '' : healthStatus;
      return [riskText({ risk: riskScore }), deviceLine({ os: osPlatform, users }), health];
    }
    case 'file':
      return [hashOf(piece.fileDetails), piece.fileDetails.filePath];
    case 'process':
      return [piece.processCommandLine, hashOf(piece.imageFile)];
    case 'user': {
      const { displayName, domainName, accountName } = piece.userAccount;
      return [displayName, domainName && accountName ? `${domainName}\\${accountName}` : accountName];
    }
    case 'mailbox':
      return [piece.displayName];
    case 'analyzedMessage': {
      const { p2Sender, recipientEmailAddress } = piece;
      const sender = p2Sender.emailAddress || p2Sender.displayName;
      return [sender && `from ${sender}`, recipientEmailAddress && `to ${recipientEmailAddress}`];
    }
    case 'mailCluster':
      return [piece.networkMessageIds.length === 0 ? '' : countOf(piece.networkMessageIds.length, 'message')];
    case 'ip':
      return [piece.countryLetterCode];
    case 'registryKey':
      return [piece.registryHive];
    case 'registryValue':
      return [`${piece.registryHive}\\${piece.registryKey}`, piece.registryValue];
    case 'oauthApplication':
      return [piece.publisher, piece.appId && `app ID ${piece.appId}`];
    case 'url':
    case 'cloudApplication':
    case 'other':
      return [];
  }
}

function hashOf({ sha1, sha256 }: { readonly sha1: string; readonly sha256: string }): string {
  if (sha1 !== '') return `SHA1 ${sha1}`;
  return sha256 === '' ? '' : `SHA256 ${sha256}`;
}

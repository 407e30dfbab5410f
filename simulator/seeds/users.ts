import type { UserRecord } from '../graph/users.ts';
import { day, toGraphTime } from '../tenants/clock.ts';
import { sidOf } from './evidence.ts';
import { guidOf } from './random.ts';

/** A user of Entra ID and Active Directory, with an identity account. */
export const hybridUser = 'megan.bowen@contoso.example';
/** A user of Entra ID alone, with an identity account. */
export const cloudUser = 'adele.vance@contoso.example';
/** Disabled in both directories: a task asks to enable this one again. */
export const disabledUser = 'lee.gu@contoso.example';
/** An account of Active Directory alone: Entra ID does not know it. */
export const serviceAccount = 'svc-backup@contoso.example';
/** Has an Entra role: nobody but a Global Administrator may act on this one. */
export const administrator = 'grady.archie@contoso.example';
/** A guest, whose sessions cannot be revoked here. */
export const guest = 'alex_fabrikam.example#EXT#@contoso.example';

interface Sketch {
  readonly upn: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle?: string;
  readonly isIn: readonly ('entra' | 'activeDirectory')[];
  readonly isDisabled?: true;
  readonly isGuest?: true;
  readonly isAdministrator?: true;
  readonly isAtRisk?: true;
  /** Defender for Identity has never seen it. */
  readonly isUnseen?: true;
}

const both = ['entra', 'activeDirectory'] as const;

const sketches: readonly Sketch[] = [
  {
    upn: hybridUser,
    givenName: 'Megan',
    surname: 'Bowen',
    jobTitle: 'Controller',
    isIn: both,
    isAtRisk: true,
  },
  { upn: cloudUser, givenName: 'Adele', surname: 'Vance', jobTitle: 'Buyer', isIn: ['entra'] },
  { upn: disabledUser, givenName: 'Lee', surname: 'Gu', jobTitle: 'Recruiter', isIn: both, isDisabled: true },
  { upn: 'diego.siciliani@contoso.example', givenName: 'Diego', surname: 'Siciliani', isIn: both },
  {
    upn: 'isaiah.langer@contoso.example',
    givenName: 'Isaiah',
    surname: 'Langer',
    isIn: ['entra'],
    isUnseen: true,
  },
  { upn: serviceAccount, givenName: 'Backup', surname: 'Service', isIn: ['activeDirectory'] },
  {
    upn: administrator,
    givenName: 'Grady',
    surname: 'Archie',
    jobTitle: 'Exchange Administrator',
    isIn: both,
    isAdministrator: true,
  },
  { upn: guest, givenName: 'Alex', surname: 'Wilber', isIn: ['entra'], isGuest: true, isUnseen: true },
];

function toUser(sketch: Sketch, index: number, now: number): UserRecord {
  const { upn, givenName, surname } = sketch;
  const created = toGraphTime(now - 700 * day);
  const isEnabled = sketch.isDisabled !== true;
  return {
    id: guidOf(`user ${upn}`),
    userPrincipalName: upn,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    jobTitle: sketch.jobTitle ?? null,
    mail: sketch.isGuest ? 'alex@fabrikam.example' : upn,
    userType: sketch.isGuest ? 'Guest' : 'Member',
    accountEnabled: isEnabled,
    createdDateTime: created,
    lastPasswordChangeDateTime: toGraphTime(now - 90 * day),
    signInSessionsValidFromDateTime: created,
    mustChangePassword: false,
    sessionsRevoked: false,
    isAdministrator: sketch.isAdministrator ?? false,
    risk: sketch.isAtRisk
      ? {
          riskState: 'atRisk',
          riskLevel: 'medium',
          riskDetail: 'none',
          riskLastUpdatedDateTime: toGraphTime(now - day / 4),
        }
      : null,
    isInEntra: sketch.isIn.includes('entra'),
    activeDirectory: sketch.isIn.includes('activeDirectory')
      ? {
          objectId: guidOf(`directory object ${upn}`),
          domain: 'contoso.example',
          securityIdentifier: sidOf(upn),
          isEnabled,
          mustChangePassword: false,
        }
      : null,
    identityId: sketch.isUnseen ? null : guidOf(`identity ${upn}`),
    cloudSecurityIdentifier: `S-1-12-1-1943430372-1249052806-2496021943-${3_034_400_218 + index}`,
  };
}

/** The users whom incidents name, and more. Ids are the same in every such tenant. */
export function contosoUsers(now: number): readonly UserRecord[] {
  return sketches.map((sketch, index) => toUser(sketch, index, now));
}

export const noUsers = (): readonly UserRecord[] => [];

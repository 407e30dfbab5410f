import type { User as GraphUser, RiskyUser } from '@microsoft/microsoft-graph-types-beta';

/** What Entra ID Protection holds against a user. */
export type RiskRecord = Required<
  Pick<RiskyUser, 'riskState' | 'riskLevel' | 'riskDetail' | 'riskLastUpdatedDateTime'>
>;

/** A user as it is stored. Each change replaces whole members. */
export type UserRecord = Required<
  Pick<
    GraphUser,
    | 'displayName'
    | 'givenName'
    | 'surname'
    | 'jobTitle'
    | 'mail'
    | 'userType'
    | 'createdDateTime'
    | 'lastPasswordChangeDateTime'
    | 'signInSessionsValidFromDateTime'
  >
> & {
  /** The object id in Entra ID. */
  readonly id: string;
  readonly userPrincipalName: string;
  accountEnabled: boolean;
  /** The password must be changed at the next sign-in to Entra ID. */
  mustChangePassword: boolean;
  /** Somebody has revoked the sessions since the tenant was created. */
  sessionsRevoked: boolean;
  /** Has an Entra role, so that not every administrator may act on it. */
  readonly isAdministrator: boolean;
  /** Null for a user whom nothing is held against. */
  risk: RiskRecord | null;
  /** False for an account of Active Directory alone, which is never synchronized. */
  readonly isInEntra: boolean;
  /** Null for a user of Entra ID alone. */
  activeDirectory: ActiveDirectoryAccount | null;
  /** What Defender for Identity knows the user by; null where it knows nothing. */
  readonly identityId: string | null;
  readonly cloudSecurityIdentifier: string;
};

export interface ActiveDirectoryAccount {
  /** The object's GUID in Active Directory. */
  readonly objectId: string;
  readonly domain: string;
  readonly securityIdentifier: string;
  readonly isEnabled: boolean;
  readonly mustChangePassword: boolean;
}

/** Its record is the tenant's own, and changes. */
export interface User {
  readonly record: UserRecord;
}

/** The users of one tenant. */
export interface Users {
  list(): readonly User[];
  /** By object id, sign-in name or identity account, in any letter case. */
  find(id: string): User | undefined;
}

/** @param seed given the time of the tenant's creation, epoch ms; called on first use */
export function createUsers(createdAt: number, seed: (now: number) => readonly UserRecord[]): Users {
  let built: readonly User[] | undefined;
  const users = () => {
    built ??= seed(createdAt).map((record) => ({ record: { ...record } }));
    return built;
  };
  return {
    list: users,
    find: (id) => {
      const wanted = id.toLowerCase();
      return users().find(({ record }) =>
        [record.id, record.userPrincipalName, record.identityId].some(
          (name) => name?.toLowerCase() === wanted,
        ),
      );
    },
  };
}

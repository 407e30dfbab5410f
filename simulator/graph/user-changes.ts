import { minute, toGraphTime } from '../tenants/clock.ts';
import { role } from '../tenants/personas.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { idsOf } from './message.ts';
import { userKey } from './past.ts';
import { directoryRefusal } from './permissions.ts';
import type { Call } from './route.ts';
import type { RiskRecord, User, UserRecord } from './users.ts';

/** How often Microsoft Entra Connect synchronizes: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler */
export const directorySync = 30 * minute;

/** What can change of a user, in the words of `effects`. */
export interface UserFacts {
  readonly accountEnabled: boolean;
  readonly mustChangePassword: boolean;
  readonly sessionsRevoked: boolean;
  readonly riskState: string;
  readonly activeDirectoryEnabled: boolean | null;
  readonly activeDirectoryMustChangePassword: boolean | null;
}

export function factsOf({ record }: User): UserFacts {
  const { activeDirectory } = record;
  return {
    accountEnabled: record.accountEnabled,
    mustChangePassword: record.mustChangePassword,
    sessionsRevoked: record.sessionsRevoked,
    riskState: record.risk?.riskState ?? 'none',
    activeDirectoryEnabled: activeDirectory?.isEnabled ?? null,
    activeDirectoryMustChangePassword: activeDirectory?.mustChangePassword ?? null,
  };
}

/** Nobody but a Global Administrator may do sensitive things to those who have a role themselves; an app may not. */
export function assertMayActOn({ request: { token } }: Call, { record }: User): void {
  if (record.isAdministrator && !token.roles.includes(role.globalAdministrator)) throw directoryRefusal();
}

/**
 * Changes a user, and logs what of it changed.
 *
 * @param userId as the request named it
 * @param names the facts that the action is about
 */
export function changeUser(
  { tenant, request }: Call,
  user: User,
  userId: string,
  action: string,
  names: readonly (keyof UserFacts)[],
  change: Partial<UserRecord>,
): void {
  const pickFacts = () => {
    const facts = factsOf(user);
    return Object.fromEntries(names.map((name) => [name, facts[name]]));
  };
  // Sessions are revoked anew each time.
  const before = { ...pickFacts(), ...('sessionsRevoked' in change && { sessionsRevoked: false }) };
  remember(tenant, user);
  Object.assign(user.record, change);
  tenant.log.addEffect({
    ...idsOf(request),
    kind: 'userAction',
    profileId: null,
    taskId: null,
    driverId: null,
    userId,
    action,
    before,
    after: pickFacts(),
  });
}

export function remember({ past, clock }: Tenant, { record }: User): void {
  past.keep(userKey(record.id), record, clock.now());
}

/** What revoking does. Guests sign in at home, so that nothing happens to them. */
export function revokedSessions({ record }: User, now: number): Partial<UserRecord> {
  if (record.userType === 'Guest') return {};
  return { sessionsRevoked: true, signInSessionsValidFromDateTime: toGraphTime(now) };
}

export const confirmedRisk = (now: number): RiskRecord => ({
  riskState: 'confirmedCompromised',
  riskLevel: 'high',
  riskDetail: 'adminConfirmedUserCompromised',
  riskLastUpdatedDateTime: toGraphTime(now),
});

export const dismissedRisk = (now: number): RiskRecord => ({
  riskState: 'dismissed',
  riskLevel: 'none',
  riskDetail: 'adminDismissedAllRiskForUser',
  riskLastUpdatedDateTime: toGraphTime(now),
});

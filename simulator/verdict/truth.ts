import { describeTarget } from '../graph/assignments.ts';
import { factsOf } from '../graph/user-changes.ts';
import type { Effect, RequestLog } from '../request-log.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Claim } from './claims.ts';

/** The state of one item: what of it an action changes. */
export type ItemState = Readonly<Record<string, unknown>>;

/** What a verdict holds claims against. */
export interface Truth {
  readonly log: Pick<RequestLog, 'requests' | 'effects' | 'noChanges'>;
  /** As it is now; undefined when there is no such item. */
  stateOf(claim: Pick<Claim, 'kind' | 'targetId' | 'itemId'>): ItemState | undefined;
}

/** What really is, and happened, in a tenant. */
export function truthOf(tenant: Pick<Tenant, 'log' | 'intune' | 'defender' | 'users'>): Truth {
  return {
    log: tenant.log,
    stateOf: ({ kind, targetId, itemId }) => {
      if (kind === 'responseAction') {
        const task = tenant.defender.task(itemId);
        return task && { actionStatus: task.record.actionStatus };
      }
      if (kind === 'taskUpdate') {
        const task = tenant.defender.task(itemId);
        return task && { status: task.record.status };
      }
      if (kind === 'incidentUpdate' || kind === 'incidentComment')
        return incidentState(tenant.defender, itemId);
      if (kind === 'userAction') {
        const user = tenant.users.find(itemId);
        return user && { ...factsOf(user) };
      }
      if (kind === 'profileChange') return profileState(tenant.intune, itemId);
      const profile = tenant.intune.profile(targetId);
      if (kind === 'profileAssignment')
        return profile && { targets: profile.assignments.map(({ target }) => describeTarget(target)).sort() };
      if (kind === 'syncInventory') return profile && { driverInventorySyncState: profile.syncState };
      const record = profile?.drivers.get(itemId.toLowerCase())?.record;
      return record && { approvalStatus: record.approvalStatus, deployDateTime: record.deployDateTime };
    },
  };
}

function incidentState({ incident }: Tenant['defender'], itemId: string): ItemState | undefined {
  const found = incident(itemId);
  if (!found) return undefined;
  const { assignedTo, classification, comments, customTags, determination, resolvingComment, status } =
    found.record;
  const texts = (comments ?? []).map(({ comment }) => comment);
  return { assignedTo, classification, comments: texts, customTags, determination, resolvingComment, status };
}

/** A profile by its id; a new one by its name, of several that have it the last. */
function profileState({ profile, profiles }: Tenant['intune'], itemId: string): ItemState {
  const found = profile(itemId) ?? profiles().findLast(({ record }) => record.displayName === itemId);
  if (!found) return { exists: false };
  const { displayName, description, approvalType, deploymentDeferralInDays, roleScopeTagIds } = found.record;
  return { exists: true, displayName, description, approvalType, deploymentDeferralInDays, roleScopeTagIds };
}

/** One name for an item, whatever the letter case of its ids. */
export function keyOf({ kind, targetId, itemId }: Pick<Claim, 'kind' | 'targetId' | 'itemId'>): string {
  return `${kind} ${kind === 'driverAction' ? targetId : ''} ${itemId}`.toLowerCase();
}

/** The item that an effect is about. */
export function keyOfEffect({
  kind,
  profileId,
  driverId,
  taskId,
  action,
  after,
  incidentId = '',
  userId = '',
}: Effect): string {
  switch (kind) {
    case 'driverAction':
      return keyOf({ kind, targetId: profileId ?? '', itemId: driverId ?? '' });
    case 'responseAction':
    case 'taskUpdate':
      return keyOf({ kind, targetId: taskId ?? '', itemId: taskId ?? '' });
    case 'syncInventory':
      return keyOf({ kind, targetId: profileId ?? '', itemId: profileId ?? '' });
    case 'profileChange':
      return keyOf({
        kind,
        targetId: '',
        itemId: String(action === 'create' ? after.displayName : profileId),
      });
    case 'profileAssignment':
      return keyOf({ kind, targetId: profileId ?? '', itemId: profileId ?? '' });
    case 'incidentUpdate':
    case 'incidentComment':
      return keyOf({ kind, targetId: incidentId, itemId: incidentId });
    case 'userAction':
      return keyOf({ kind, targetId: userId, itemId: userId });
  }
}

/** The items that a request asks to act on, by its path and body. */
export function keysOfRequest({
  path,
  body,
}: {
  readonly path: string;
  readonly body: unknown;
}): readonly string[] {
  const [, , , targetId = '', action = ''] = decodeURIComponent(path).split('/');
  const name = action.toLowerCase();
  if (name.endsWith('executeresponseaction')) {
    return [keyOf({ kind: 'responseAction', targetId, itemId: targetId })];
  }
  const [kind, itemId] = ofDefenderOrUser(path) ?? [];
  if (kind !== undefined && itemId !== undefined) return [keyOf({ kind, targetId: itemId, itemId })];
  if (/\/riskyUsers\/[^/]+$/i.test(path)) {
    const ids = textsIn(body, 'userIds');
    return ids.map((id) => keyOf({ kind: 'userAction', targetId: id, itemId: id }));
  }
  if (isTaskUpdate(path)) return [keyOf({ kind: 'taskUpdate', targetId, itemId: targetId })];
  if (name.endsWith('syncinventory')) return [keyOf({ kind: 'syncInventory', targetId, itemId: targetId })];
  if (name === 'assign' || name.endsWith('.assign'))
    return [keyOf({ kind: 'profileAssignment', targetId, itemId: targetId })];
  if (isOfProfile(path)) {
    const created: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'displayName');
    return [keyOf({ kind: 'profileChange', targetId, itemId: targetId || String(created) })];
  }
  if (!name.endsWith('executeaction')) return [];
  return textsIn(body, 'driverIds').map((id) => keyOf({ kind: 'driverAction', targetId, itemId: id }));
}

/** The texts of a list in a body. */
function textsIn(body: unknown, name: string): readonly string[] {
  const list: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
}

/** What a write to an incident, a user or an identity account is about. */
function ofDefenderOrUser(path: string): readonly [kind: Claim['kind'], itemId: string] | undefined {
  const ways: readonly (readonly [Claim['kind'], RegExp])[] = [
    ['incidentUpdate', /^\/security\/incidents\/([^/]+)$/i],
    ['incidentComment', /^\/security\/incidents\/([^/]+)\/comments$/i],
    ['userAction', /^\/users\/([^/]+)(?:\/[^/]+)?$/i],
    ['userAction', /^\/security\/identities\/identityAccounts\/([^/]+)\/[^/]+$/i],
  ];
  for (const [kind, pattern] of ways) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return [kind, decodeURIComponent(id)];
  }
  return undefined;
}

/** The collection of profiles, and the address of one itself, take no other writes than those that change profiles. */
function isOfProfile(path: string): boolean {
  return /^\/deviceManagement\/windowsDriverUpdateProfiles(?:\/[^/]+)?$/i.test(path);
}

/** The address of a task itself takes no other write. */
function isTaskUpdate(path: string): boolean {
  return /^\/[^/]+\/incidentTasks\/[^/]+$/i.test(path);
}

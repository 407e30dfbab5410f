import { randomUUID } from 'node:crypto';
import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { Tenant } from '../tenants/tenant.ts';
import { badRequest, contextOf, guarded, notFound, readBody, toCollection } from './defender-answers.ts';
import type { GraphAnswer } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, pick, readOption, readShape } from './odata/query.ts';
import type { Call, Route } from './route.ts';
import { seenUser } from './seen.ts';
import { changeUser, confirmedRisk, directorySync, remember, revokedSessions } from './user-changes.ts';
import type { User } from './users.ts';

const accountsPerPage = 100;

type Provider = Extract<Security.IdentityProvider, 'entraID' | 'activeDirectory'>;

/** Which provider takes which action: https://learn.microsoft.com/graph/api/resources/security-account */
const actions = {
  activeDirectory: ['disable', 'enable', 'forcePasswordReset'],
  entraID: ['disable', 'enable', 'revokeAllSessions', 'requireUserToSignInAgain', 'markUserAsCompromised'],
} as const;
type Action = (typeof actions)[Provider][number];

const properties = [
  'id',
  'accounts',
  'cloudSecurityIdentifier',
  'displayName',
  'domain',
  'emailAddress',
  'isEnabled',
  'onPremisesSecurityIdentifier',
  'userPrincipalName',
] as const;

const text = (read: (user: User) => string | null | undefined) =>
  ({ read, operators: ['eq'], kind: 'text', caseless: true }) as const;

const filters: FilterFields<User> = {
  id: text(({ record }) => record.identityId),
  displayname: text(({ record }) => record.displayName),
  userprincipalname: text(({ record }) => record.userPrincipalName),
  onpremisessecurityidentifier: text(({ record }) => record.activeDirectory?.securityIdentifier),
  cloudsecurityidentifier: text(({ record }) => record.cloudSecurityIdentifier),
};

/** The accounts of a user, each with the actions that its provider takes. */
function accountsOf({ record }: User) {
  const { activeDirectory, isInEntra, id } = record;
  const of = (identityProvider: Provider, identifier: string) => ({
    '@odata.type': '#microsoft.graph.security.account',
    identityProvider,
    identifier,
    actions: actions[identityProvider],
  });
  return [
    ...(activeDirectory ? [of('activeDirectory', activeDirectory.objectId)] : []),
    ...(isInEntra ? [of('entraID', id)] : []),
  ];
}

function present({ tenant, request }: Call, user: User): object {
  const { record } = user;
  const { activeDirectory } = record;
  const json = {
    '@odata.type': '#microsoft.graph.security.user',
    id: record.identityId,
    displayName: record.displayName,
    domain: activeDirectory?.domain ?? null,
    isEnabled: activeDirectory?.isEnabled ?? record.accountEnabled,
    cloudSecurityIdentifier: record.isInEntra ? record.cloudSecurityIdentifier : null,
    onPremisesSecurityIdentifier: activeDirectory?.securityIdentifier ?? null,
    emailAddress: record.mail,
    userPrincipalName: record.userPrincipalName,
    accounts: accountsOf(user),
  };
  const sent = pick(json, readShape(request.query, properties, []));
  return tenant.overrides.apply('identityAccount', record.identityId ?? '', sent);
}

const known = (tenant: Tenant) => tenant.users.list().filter(({ record }) => record.identityId !== null);

function findAccount({ tenant, params }: Call): User {
  const id = params.accountId ?? '';
  const user = known(tenant).find(({ record }) => record.identityId?.toLowerCase() === id.toLowerCase());
  if (!user) throw notFound('Identity account', id);
  return user;
}

function listAccounts(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const filter = readOption(request.query, 'filter');
  const isWanted = filter === undefined ? () => true : compileFilter(filter, filters);
  const users = known(tenant).filter(isWanted);
  const page = paginate(users, request.query, request.root + request.path, accountsPerPage);
  const value = page.items.map((user) => present(call, seenUser(call, user)));
  return toCollection(request, 'identities/identityAccounts', users.length, {
    value,
    nextLink: page.nextLink,
  });
}

function getAccount(call: Call): GraphAnswer {
  const context = contextOf(call.request, 'identities/identityAccounts/$entity');
  return {
    status: 200,
    body: { '@odata.context': context, ...present(call, seenUser(call, findAccount(call))) },
  };
}

function readMember<T extends string>(name: string, value: unknown, members: readonly T[]): T {
  const wanted = typeof value === 'string' ? value.toLowerCase() : undefined;
  const found = members.find((member) => member.toLowerCase() === wanted);
  if (!found) throw badRequest(`The value '${value}' of '${name}' is not a known one.`);
  return found;
}

/**
 * https://learn.microsoft.com/graph/api/security-identityaccounts-invokeaction: its table says `identityProvider`, and
 * its example sends `provider` with a capital letter. Both are taken.
 */
function invokeAction(call: Call): GraphAnswer {
  const { request, params } = call;
  const user = findAccount(call);
  const body = readBody(request);
  const provider = readMember<Provider>(
    'identityProvider',
    body.get('identityProvider') ?? body.get('provider'),
    ['activeDirectory', 'entraID'],
  );
  const action = readMember<Action>('action', body.get('action'), actions[provider]);
  const accountId = body.get('accountId');
  const account = accountsOf(user).find(
    ({ identityProvider, identifier }) => identityProvider === provider && identifier === accountId,
  );
  if (!account) throw badRequest(`The account '${accountId}' is none of this identity's in ${provider}.`);
  if (provider === 'activeDirectory') actOnPremises(call, user, params.accountId ?? '', action);
  else actInEntra(call, user, params.accountId ?? '', action);
  return {
    status: 200,
    body: {
      '@odata.context': `${request.root}/$metadata#microsoft.graph.security.invokeActionResult`,
      accountId,
      action,
      identityProvider: provider,
      correlationId: randomUUID(),
    },
  };
}

function actOnPremises(call: Call, user: User, userId: string, action: Action): void {
  const { activeDirectory } = user.record;
  if (!activeDirectory) return;
  if (action === 'forcePasswordReset') {
    changeUser(call, user, userId, action, ['activeDirectoryMustChangePassword'], {
      activeDirectory: { ...activeDirectory, mustChangePassword: true },
    });
    return;
  }
  const isEnabled = action === 'enable';
  changeUser(call, user, userId, action, ['activeDirectoryEnabled'], {
    activeDirectory: { ...activeDirectory, isEnabled },
  });
  synchronize(call.tenant, user);
}

/** What Active Directory says reaches Entra ID with the next synchronization. */
function synchronize(tenant: Tenant, user: User): void {
  if (!user.record.isInEntra) return;
  tenant.clock.at(tenant.clock.now() + directorySync, () => {
    remember(tenant, user);
    user.record.accountEnabled = user.record.activeDirectory?.isEnabled ?? user.record.accountEnabled;
  });
}

function actInEntra(call: Call, user: User, userId: string, action: Action): void {
  const now = call.tenant.clock.now();
  switch (action) {
    case 'disable':
    case 'enable':
      changeUser(call, user, userId, action, ['accountEnabled'], { accountEnabled: action === 'enable' });
      return;
    case 'markUserAsCompromised':
      changeUser(call, user, userId, action, ['riskState'], { risk: confirmedRisk(now) });
      return;
    default:
      changeUser(call, user, userId, action, ['sessionsRevoked'], revokedSessions(user, now));
  }
}

const accounts = '/security/identities/identityAccounts';
const one = `${accounts}/{accountId}`;
const spellings = ['invokeAction', 'invokeActions'];

const routes: readonly Route[] = [
  { method: 'GET', paths: [accounts], access: 'identitiesRead', handle: listAccounts },
  { method: 'GET', paths: [one], access: 'identitiesRead', handle: getAccount },
  {
    method: 'POST',
    // The reference says `invokeAction`, Microsoft's list of permissions `invokeActions`.
    paths: spellings.flatMap((name) => [`${one}/${name}`, `${one}/microsoft.graph.security.${name}`]),
    access: 'identitiesAct',
    handle: invokeAction,
  },
];

/** https://learn.microsoft.com/graph/api/resources/security-identityaccounts: the same in both versions. */
export const identityAccountRoutes: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: guarded(route.handle),
}));

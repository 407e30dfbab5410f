import {
  badDirectoryRequest,
  guardedDirectory,
  noSuchResource,
  readMembers,
  toDirectoryCollection,
} from './directory-answers.ts';
import type { GraphAnswer } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, pick, readOption, readShape } from './odata/query.ts';
import { assertAllowed, directoryRefusal } from './permissions.ts';
import type { Call, Route } from './route.ts';
import { seenUser } from './seen.ts';
import { assertMayActOn, changeUser, revokedSessions } from './user-changes.ts';
import type { User } from './users.ts';

const usualPage = 100;
const largestPage = 999;

/** What is sent without `$select`: https://learn.microsoft.com/graph/api/resources/user#properties */
const usual = ['id', 'displayName', 'givenName', 'surname', 'jobTitle', 'mail', 'userPrincipalName'] as const;
const onRequest = [
  'accountEnabled',
  'createdDateTime',
  'lastPasswordChangeDateTime',
  'onPremisesDomainName',
  'onPremisesSecurityIdentifier',
  'onPremisesSyncEnabled',
  'passwordProfile',
  'securityIdentifier',
  'signInSessionsValidFromDateTime',
  'userType',
] as const;

const filters: FilterFields<User> = {
  id: { read: ({ record }) => record.id, operators: ['eq'], kind: 'text', caseless: true },
  userprincipalname: {
    read: ({ record }) => record.userPrincipalName,
    operators: ['eq', 'startswith'],
    kind: 'text',
    caseless: true,
  },
  displayname: {
    read: ({ record }) => record.displayName,
    operators: ['eq', 'startswith'],
    kind: 'text',
    caseless: true,
  },
};

function present({ tenant, request }: Call, { record }: User): object {
  const { select = usual, expand } = readShape(request.query, [...usual, ...onRequest], []);
  const { activeDirectory, mustChangePassword, ...rest } = record;
  const json = {
    ...rest,
    onPremisesDomainName: activeDirectory?.domain ?? null,
    onPremisesSecurityIdentifier: activeDirectory?.securityIdentifier ?? null,
    onPremisesSyncEnabled: activeDirectory === null ? null : true,
    securityIdentifier: record.cloudSecurityIdentifier,
    passwordProfile: {
      password: null,
      forceChangePasswordNextSignIn: mustChangePassword,
      forceChangePasswordNextSignInWithMfa: false,
    },
  };
  return tenant.overrides.apply('user', record.id, pick(json, { select, expand }));
}

function findUser({ tenant, params }: Call): User {
  const id = params.userId ?? '';
  const user = tenant.users.find(id);
  if (!user?.record.isInEntra || user.record.identityId?.toLowerCase() === id.toLowerCase())
    throw noSuchResource(id);
  return user;
}

function getUser(call: Call): GraphAnswer {
  const { request } = call;
  const context = `${request.root}/$metadata#users/$entity`;
  return {
    status: 200,
    body: { '@odata.context': context, ...present(call, seenUser(call, findUser(call))) },
  };
}

function listUsers(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const top = readOption(request.query, 'top') ?? `${usualPage}`;
  if (!(Number(top) >= 1 && Number(top) <= largestPage)) {
    throw badDirectoryRequest(
      `Invalid page size specified: '${top}'. Must be between 1 and ${largestPage} inclusive.`,
    );
  }
  const filter = readOption(request.query, 'filter');
  const isWanted = filter === undefined ? () => true : compileFilter(filter, filters);
  const users = tenant.users.list().filter((user) => user.record.isInEntra && isWanted(user));
  const page = paginate(users, request.query, request.root + request.path, Number(top));
  const value = page.items.map((user) => present(call, seenUser(call, user)));
  return toDirectoryCollection(request, 'users', value, page.nextLink);
}

/** https://learn.microsoft.com/graph/api/user-revokesigninsessions: 200 with `true`. */
function revokeSignInSessions(call: Call): GraphAnswer {
  const { tenant, request, params } = call;
  const user = findUser(call);
  assertMayActOn(call, user);
  const change = revokedSessions(user, tenant.clock.now());
  changeUser(call, user, params.userId ?? '', 'revokeSignInSessions', ['sessionsRevoked'], change);
  return { status: 200, body: { '@odata.context': `${request.root}/$metadata#Edm.Boolean`, value: true } };
}

const invalidValue = (name: string) =>
  badDirectoryRequest(`Invalid value specified for property '${name}' of resource 'User'.`);

function readForced(value: unknown): boolean {
  const forced: unknown =
    typeof value === 'object' && value !== null
      ? Reflect.get(value, 'forceChangePasswordNextSignIn')
      : undefined;
  if (typeof forced !== 'boolean') throw invalidValue('passwordProfile');
  return forced;
}

/** https://learn.microsoft.com/graph/api/user-update: 204. Each property needs a permission of its own. */
function updateUser(call: Call): GraphAnswer {
  const { request, params } = call;
  const user = findUser(call);
  const members = readMembers(request);
  const enabled = members.get('accountEnabled');
  if (members.has('accountEnabled')) {
    assertAllowed(request, 'usersRead');
    assertAllowed(request, 'usersEnable');
    if (typeof enabled !== 'boolean') throw invalidValue('accountEnabled');
  }
  if (members.has('passwordProfile')) assertAllowed(request, 'usersPassword');
  const forced = members.has('passwordProfile') ? readForced(members.get('passwordProfile')) : undefined;
  const others = [...members.keys()].filter(
    (name) => name !== 'accountEnabled' && name !== 'passwordProfile',
  );
  if (others.length > 0) throw directoryRefusal();
  assertMayActOn(call, user);
  if (forced !== undefined && user.record.activeDirectory) {
    throw badDirectoryRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    );
  }
  const id = params.userId ?? '';
  if (typeof enabled === 'boolean') {
    const action = enabled ? 'enable' : 'disable';
    changeUser(call, user, id, action, ['accountEnabled'], { accountEnabled: enabled });
  }
  if (forced !== undefined)
    changeUser(call, user, id, 'forcePasswordReset', ['mustChangePassword'], { mustChangePassword: forced });
  return { status: 204 };
}

const one = '/users/{userId}';

const routes: readonly Route[] = [
  { method: 'GET', paths: ['/users'], access: 'usersRead', handle: listUsers },
  { method: 'GET', paths: [one], access: 'usersRead', handle: getUser },
  { method: 'PATCH', paths: [one], access: 'usersChange', handle: updateUser },
  {
    method: 'POST',
    paths: [`${one}/revokeSignInSessions`, `${one}/microsoft.graph.revokeSignInSessions`],
    access: 'usersRevoke',
    handle: revokeSignInSessions,
  },
];

/** https://learn.microsoft.com/graph/api/resources/user: the same in both versions. */
export const userRoutes: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: guardedDirectory(route.handle),
}));

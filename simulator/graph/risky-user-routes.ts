import {
  badDirectoryRequest,
  guardedDirectory,
  noSuchResource,
  readMembers,
  toDirectoryCollection,
} from './directory-answers.ts';
import { type GraphAnswer, GraphRefusal } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, pick, readOption, readShape } from './odata/query.ts';
import type { Call, Route } from './route.ts';
import { seenUser } from './seen.ts';
import { changeUser, confirmedRisk, dismissedRisk } from './user-changes.ts';
import type { RiskRecord, User } from './users.ts';

const usersPerPage = 100;
/** In one request, as the portal has it; that Graph refuses more is a guess. */
const mostAtOnce = 60;

const properties = [
  'id',
  'isDeleted',
  'isProcessing',
  'riskDetail',
  'riskLastUpdatedDateTime',
  'riskLevel',
  'riskState',
  'userDisplayName',
  'userPrincipalName',
] as const;

interface RiskyUser {
  readonly user: User;
  readonly risk: RiskRecord;
}

const filters: FilterFields<RiskyUser> = {
  id: { read: ({ user }) => user.record.id, operators: ['eq'], kind: 'text', caseless: true },
  risklevel: { read: ({ risk }) => risk.riskLevel, operators: ['eq'], kind: 'text' },
  riskstate: { read: ({ risk }) => risk.riskState, operators: ['eq'], kind: 'text' },
  userprincipalname: {
    read: ({ user }) => user.record.userPrincipalName,
    operators: ['eq'],
    kind: 'text',
    caseless: true,
  },
};

function present({ request }: Call, { user, risk }: RiskyUser): object {
  const json = {
    id: user.record.id,
    isDeleted: false,
    isProcessing: false,
    ...risk,
    userDisplayName: user.record.displayName,
    userPrincipalName: user.record.userPrincipalName,
  };
  return pick(json, readShape(request.query, properties, []));
}

/** Those that something is, or was, held against. */
function riskyOf(call: Call, user: User): readonly RiskyUser[] {
  const seen = seenUser(call, user);
  const { risk, isInEntra } = seen.record;
  return risk && isInEntra ? [{ user: seen, risk }] : [];
}

function listRiskyUsers(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const filter = readOption(request.query, 'filter');
  const isWanted = filter === undefined ? () => true : compileFilter(filter, filters);
  const risky = tenant.users
    .list()
    .flatMap((user) => riskyOf(call, user))
    .filter(isWanted);
  const page = paginate(risky, request.query, request.root + request.path, usersPerPage);
  const value = page.items.map((one) => present(call, one));
  return toDirectoryCollection(request, 'identityProtection/riskyUsers', value, page.nextLink);
}

function getRiskyUser(call: Call): GraphAnswer {
  const { tenant, request, params } = call;
  const id = params.userId ?? '';
  const user = tenant.users.list().find(({ record }) => record.id.toLowerCase() === id.toLowerCase());
  const [risky] = user ? riskyOf(call, user) : [];
  if (!risky) throw new GraphRefusal(404, 'NotFound', `Risky user '${id}' was not found.`);
  const context = `${request.root}/$metadata#identityProtection/riskyUsers/$entity`;
  return { status: 200, body: { '@odata.context': context, ...present(call, risky) } };
}

/** The users of a body, by their object ids: sign-in names are none. */
function readUsers({ tenant, request }: Call): readonly User[] {
  const ids = readMembers(request).get('userIds');
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === 'string'))
    throw badDirectoryRequest("The value of 'userIds' must be a list of object ids.");
  if (ids.length > mostAtOnce) throw badDirectoryRequest(`At most ${mostAtOnce} users can be named at once.`);
  return ids.map((id: string) => {
    const user = tenant.users.list().find(({ record }) => record.id.toLowerCase() === id.toLowerCase());
    if (!user?.record.isInEntra) throw noSuchResource(id);
    return user;
  });
}

/** One of the three verdicts of an administrator: 204. */
function judge(action: string, verdict: (now: number) => RiskRecord): Route['handle'] {
  return (call) => {
    for (const user of readUsers(call)) {
      const risk = verdict(call.tenant.clock.now());
      changeUser(call, user, user.record.id, action, ['riskState'], { risk });
    }
    return { status: 204 };
  };
}

const riskyUsers = '/identityProtection/riskyUsers';
const action = (name: string) => [`${riskyUsers}/${name}`, `${riskyUsers}/microsoft.graph.${name}`];

const routes: readonly Route[] = [
  { method: 'GET', paths: [riskyUsers], access: 'riskyUsersRead', handle: listRiskyUsers },
  { method: 'GET', paths: [`${riskyUsers}/{userId}`], access: 'riskyUsersRead', handle: getRiskyUser },
  {
    method: 'POST',
    paths: action('confirmCompromised'),
    access: 'riskyUsersWrite',
    handle: judge('confirmCompromised', confirmedRisk),
  },
  {
    method: 'POST',
    paths: action('dismiss'),
    access: 'riskyUsersWrite',
    handle: judge('dismissRisk', dismissedRisk),
  },
];

/** https://learn.microsoft.com/graph/api/resources/riskyuser: these are the same in both versions. */
export const riskyUserRoutes: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: guardedDirectory(route.handle),
}));

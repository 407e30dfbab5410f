import { badDirectoryRequest, guardedDirectory, noSuchResource } from './directory-answers.ts';
import type { GroupRecord } from './groups.ts';
import { type GraphAnswer, GraphRefusal, type GraphRequest } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, pick, readOption, readShape } from './odata/query.ts';
import { compileSearch, type SearchFields } from './odata/search.ts';
import type { Call, Route } from './route.ts';

/** https://learn.microsoft.com/graph/api/group-list: `$top` may be 999 at most. */
const usualPage = 100;
const largestPage = 999;

const properties = [
  'id',
  'displayName',
  'description',
  'groupTypes',
  'mailEnabled',
  'securityEnabled',
  'membershipRule',
  'createdDateTime',
] as const satisfies readonly (keyof GroupRecord)[];

const filters: FilterFields<GroupRecord> = {
  displayname: {
    read: ({ displayName }) => displayName,
    operators: ['eq', 'startswith'],
    kind: 'text',
    caseless: true,
  },
};

/** The two that https://learn.microsoft.com/graph/search-query-parameter lists for groups. */
const searched: SearchFields<GroupRecord> = {
  displayname: ({ displayName }) => displayName,
  description: ({ description }) => description,
};

const unsupported = (text: string) => new GraphRefusal(400, 'Request_UnsupportedQuery', text);

/** Whether the caller takes a slightly older index for `$search` and `$count`. */
const takesEventual = ({ headers }: GraphRequest) =>
  headers.get('consistencylevel')?.toLowerCase() === 'eventual';

function present({ tenant, request }: Call, group: GroupRecord): object {
  const shape = readShape(request.query, properties, []);
  return tenant.overrides.apply('group', group.id, pick(group, shape));
}

/** What matches `$search` and `$filter`. */
function findMatching({ tenant, request }: Call): readonly GroupRecord[] {
  const search = readOption(request.query, 'search');
  const filter = readOption(request.query, 'filter');
  if (search !== undefined && !takesEventual(request)) {
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const isFound = search === undefined ? () => true : compileSearch(search, searched);
  const isWanted = filter === undefined ? () => true : compileFilter(filter, filters);
  return tenant.groups.list().filter((group) => isFound(group) && isWanted(group));
}

/** In the order of `$orderby`, which goes with `$search` and `$filter` in advanced queries alone. */
function inOrder(request: GraphRequest, groups: readonly GroupRecord[]): readonly GroupRecord[] {
  const order = readOption(request.query, 'orderby');
  if (order === undefined) return groups;
  const known = /^displayName(?: (asc|desc))?$/i.exec(order.trim());
  const isNarrowed = ['search', 'filter'].some((name) => readOption(request.query, name) !== undefined);
  const isAdvanced = takesEventual(request) && readOption(request.query, 'count') === 'true';
  if (!known || (isNarrowed && !isAdvanced)) throw unsupported('Sorting not supported for current query.');
  const sign = known[1]?.toLowerCase() === 'desc' ? -1 : 1;
  return [...groups].sort((a, b) => sign * (a.displayName ?? '').localeCompare(b.displayName ?? '', 'en'));
}

function listGroups(call: Call): GraphAnswer {
  const { request } = call;
  const top = Number(readOption(request.query, 'top') ?? usualPage);
  if (!(top >= 1 && top <= largestPage)) {
    throw badDirectoryRequest(
      `Invalid page size specified: '${readOption(request.query, 'top')}'. Must be between 1 and ${largestPage} inclusive.`,
    );
  }
  if (readOption(request.query, 'skip') !== undefined)
    throw badDirectoryRequest("'$skip' is not supported by the service.");
  const groups = inOrder(request, findMatching(call));
  const isCounted = takesEventual(request) && readOption(request.query, 'count') === 'true';
  const page = paginate(groups, request.query, request.root + request.path, top);
  return {
    status: 200,
    body: {
      '@odata.context': `${request.root}/$metadata#groups`,
      ...(isCounted ? { '@odata.count': groups.length } : {}),
      ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
      value: page.items.map((group) => present(call, group)),
    },
  };
}

function getGroup(call: Call): GraphAnswer {
  const { tenant, request, params } = call;
  const id = params.groupId ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw badDirectoryRequest(`Invalid object identifier '${id}'.`);
  const group = tenant.groups.find(id);
  if (!group) throw noSuchResource(id);
  const context = `${request.root}/$metadata#groups/$entity`;
  return { status: 200, body: { '@odata.context': context, ...present(call, group) } };
}

/** https://learn.microsoft.com/graph/api/resources/group: the same in both versions. */
export const groupRoutes: readonly Route[] = [
  { method: 'GET', paths: ['/groups'], access: 'groupsRead', handle: guardedDirectory(listGroups) },
  { method: 'GET', paths: ['/groups/{groupId}'], access: 'groupsRead', handle: guardedDirectory(getGroup) },
];

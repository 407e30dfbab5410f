import { executeAction, parseDriverCommand } from './execute-action.ts';
import type { Driver, Profile } from './intune.ts';
import {
  findProfile,
  findProfileOfDrivers,
  guarded,
  notFound,
  parseJson,
  profilePath,
  profilesPath,
} from './intune-answers.ts';
import {
  contextOf,
  driverSet,
  presentAssignments,
  presentDriver,
  presentProfile,
  profileSet,
  toCollection,
} from './intune-json.ts';
import { startSync } from './inventory-sync.ts';
import { type GraphAnswer, idsOf } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, readOption } from './odata/query.ts';
import { driverKey } from './past.ts';
import { profileWrites } from './profile-routes.ts';
import type { Call, Route } from './route.ts';
import { rememberProfile, seenProfile, seenProfiles } from './seen.ts';

/** A public script's comment says that paging of drivers starts above 200; the size for profiles is a guess. */
const driversPerPage = 200;
const profilesPerPage = 100;

const profileFilters: FilterFields<Profile> = {
  displayname: { read: (profile) => profile.record.displayName, operators: ['eq'], kind: 'text' },
  approvaltype: {
    read: (profile) => profile.record.approvalType,
    operators: ['eq'],
    kind: ['manual', 'automatic'],
  },
};
const driverFilters: FilterFields<Driver> = {
  category: {
    read: (driver) => driver.record.category,
    operators: ['eq'],
    kind: ['recommended', 'previouslyApproved', 'other'],
  },
  approvalstatus: {
    read: (driver) => driver.record.approvalStatus,
    operators: ['eq'],
    kind: ['needsReview', 'declined', 'approved', 'suspended'],
  },
};

function listProfiles(call: Call): GraphAnswer {
  const { request } = call;
  const filter = readOption(request.query, 'filter');
  const all = seenProfiles(call);
  const matching = filter === undefined ? all : all.filter(compileFilter(filter, profileFilters));
  const page = paginate(matching, request.query, request.root + request.path, profilesPerPage);
  const value = page.items.map((profile) => presentProfile(call, profile));
  return toCollection(request, profileSet, matching.length, { value, nextLink: page.nextLink });
}

function getProfile(call: Call): GraphAnswer {
  const json = presentProfile(call, seenProfile(call, findProfile(call)));
  return {
    status: 200,
    body: { '@odata.context': contextOf(call.request, `${profileSet}/$entity`), ...json },
  };
}

function listDrivers(call: Call): GraphAnswer {
  const { request } = call;
  const profile = seenProfile(call, findProfileOfDrivers(call));
  const filter = readOption(request.query, 'filter');
  const all = [...profile.drivers.values()];
  const matching = filter === undefined ? all : all.filter(compileFilter(filter, driverFilters));
  const page = paginate(matching, request.query, request.root + request.path, driversPerPage);
  const value = page.items.map((driver) => presentDriver(call, driver));
  return toCollection(request, driverSet(profile), matching.length, { value, nextLink: page.nextLink });
}

function getDriver(call: Call): GraphAnswer {
  const profile = seenProfile(call, findProfileOfDrivers(call));
  const driver = profile.drivers.get((call.params.driverId ?? '').toLowerCase());
  if (!driver) throw notFound(call.request);
  const context = contextOf(call.request, `${driverSet(profile)}/$entity`);
  return { status: 200, body: { '@odata.context': context, ...presentDriver(call, driver) } };
}

function listAssignments(call: Call): GraphAnswer {
  const profile = seenProfile(call, findProfile(call));
  const fragment = `${profileSet}('${profile.record.id}')/assignments`;
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call.request, fragment),
      value: presentAssignments(call.tenant, profile),
    },
  };
}

function runAction(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const profile = findProfileOfDrivers(call);
  const command = parseDriverCommand(parseJson(request));
  const outcome = executeAction(profile, command, tenant.clock.now());
  for (const { driverId, before } of outcome.changes) {
    tenant.past.keep(driverKey(profile.record.id, driverId), before, tenant.clock.now());
  }
  for (const { driverId, before, after } of [...outcome.changes, ...outcome.unchanged]) {
    tenant.log.addEffect({
      ...idsOf(request),
      kind: 'driverAction',
      profileId: profile.record.id,
      taskId: null,
      driverId,
      action: command.action,
      before,
      after,
    });
  }
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, 'microsoft.graph.bulkDriverActionResult'),
      successfulDriverIds: outcome.successful,
      failedDriverIds: outcome.failed,
      notFoundDriverIds: outcome.notFound,
    },
  };
}

function syncInventory(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const profile = findProfile(call);
  const before = { driverInventorySyncState: profile.syncState };
  if (profile.syncEndsAt === undefined) rememberProfile(tenant, profile);
  const started = startSync(profile, tenant.clock.now());
  tenant.log.addEffect({
    ...idsOf(request),
    kind: 'syncInventory',
    profileId: profile.record.id,
    taskId: null,
    driverId: null,
    action: 'syncInventory',
    before: { ...before, syncing: !started },
    after: { driverInventorySyncState: profile.syncState, syncing: true },
  });
  return { status: 204 };
}

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-windowsdriverupdateprofile?view=graph-rest-beta */
const routes: readonly Route[] = [
  { method: 'GET', paths: [profilesPath], access: 'driversRead', handle: listProfiles },
  { method: 'GET', paths: [profilePath], access: 'driversRead', handle: getProfile },
  { method: 'GET', paths: [`${profilePath}/assignments`], access: 'driversRead', handle: listAssignments },
  { method: 'GET', paths: [`${profilePath}/driverInventories`], access: 'driversRead', handle: listDrivers },
  {
    method: 'GET',
    paths: [`${profilePath}/driverInventories/{driverId}`],
    access: 'driversRead',
    handle: getDriver,
  },
  {
    method: 'POST',
    paths: [`${profilePath}/executeAction`, `${profilePath}/microsoft.graph.executeAction`],
    access: 'driversWrite',
    handle: runAction,
  },
  {
    method: 'POST',
    paths: [`${profilePath}/syncInventory`, `${profilePath}/microsoft.graph.syncInventory`],
    access: 'driversSync',
    handle: syncInventory,
  },
];

export const intuneRoutes: readonly Route[] = [...routes, ...profileWrites].map((route) => ({
  ...route,
  handle: guarded(route.handle),
}));

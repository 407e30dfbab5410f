import { randomUUID } from 'node:crypto';
import { toGraphTime } from '../tenants/clock.ts';
import { parseTargets } from './assign-body.ts';
import { describeTarget, toAssignment } from './assignments.ts';
import type { Profile, ProfileRecord } from './intune.ts';
import { findProfile, parseJson, profilePath, profilesPath } from './intune-answers.ts';
import { contextOf, presentProfile, profileSet } from './intune-json.ts';
import { type GraphAnswer, idsOf } from './message.ts';
import { parseNewProfile, parseProfileChange } from './profile-body.ts';
import type { Call, Route } from './route.ts';
import { rememberProfile } from './seen.ts';

type Facts = Readonly<Record<string, unknown>>;

function note(
  { tenant, request }: Call,
  profileId: string,
  action: 'create' | 'update' | 'delete' | 'assign',
  before: Facts,
  after: Facts,
): void {
  tenant.log.addEffect({
    ...idsOf(request),
    kind: action === 'assign' ? 'profileAssignment' : 'profileChange',
    profileId,
    taskId: null,
    driverId: null,
    action,
    before,
    after,
  });
}

function toAnswer(call: Call, profile: Profile, status: number): GraphAnswer {
  const context = contextOf(call.request, `${profileSet}/$entity`);
  return { status, body: { '@odata.context': context, ...presentProfile(call, profile) } };
}

function createProfile(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const fields = parseNewProfile(parseJson(request));
  const now = toGraphTime(tenant.clock.now());
  const record: ProfileRecord = {
    id: randomUUID(),
    ...fields,
    deviceReporting: 0,
    createdDateTime: now,
    lastModifiedDateTime: now,
  };
  const profile = tenant.intune.add(record);
  note(call, record.id, 'create', { exists: false }, { exists: true, ...fields });
  return toAnswer(call, profile, 201);
}

function updateProfile(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const profile = findProfile(call);
  const after = parseProfileChange(parseJson(request), profile.record);
  const before = Object.fromEntries(Object.entries(profile.record).filter(([name]) => name in after));
  const isChange = JSON.stringify(before) !== JSON.stringify({ ...before, ...after });
  if (isChange) {
    rememberProfile(tenant, profile);
    const lastModifiedDateTime = toGraphTime(tenant.clock.now());
    profile.record = { ...profile.record, ...after, lastModifiedDateTime };
  }
  note(call, profile.record.id, 'update', before, after);
  return toAnswer(call, profile, 200);
}

function deleteProfile(call: Call): GraphAnswer {
  const profile = findProfile(call);
  call.tenant.intune.remove(profile);
  const { displayName } = profile.record;
  note(call, profile.record.id, 'delete', { exists: true, displayName }, { exists: false });
  return { status: 204 };
}

/** Replaces all assignments, as the assign actions of Intune do. */
function assign(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const profile = findProfile(call);
  const targetsOf = () => profile.assignments.map(({ target }) => describeTarget(target)).sort();
  const targets = parseTargets(parseJson(request));
  const before = targetsOf();
  rememberProfile(tenant, profile);
  profile.assignments = targets.map((target) => toAssignment(profile.record.id, target));
  note(call, profile.record.id, 'assign', { targets: before }, { targets: targetsOf() });
  return { status: 204 };
}

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-windowsdriverupdateprofile?view=graph-rest-beta */
export const profileWrites: readonly Route[] = [
  { method: 'POST', paths: [profilesPath], access: 'driversWrite', handle: createProfile },
  { method: 'PATCH', paths: [profilePath], access: 'driversWrite', handle: updateProfile },
  { method: 'DELETE', paths: [profilePath], access: 'driversWrite', handle: deleteProfile },
  {
    method: 'POST',
    paths: [`${profilePath}/assign`, `${profilePath}/microsoft.graph.assign`],
    access: 'driversWrite',
    handle: assign,
  },
];

import type { Tenant } from '../tenants/tenant.ts';
import { type Driver, type Profile, toProfileJson } from './intune.ts';
import type { GraphAnswer, GraphRequest } from './message.ts';
import { pick, readOption, readShape } from './odata/query.ts';
import type { Call } from './route.ts';

const profileProperties = [
  'id',
  'displayName',
  'description',
  'approvalType',
  'deviceReporting',
  'newUpdates',
  'deploymentDeferralInDays',
  'createdDateTime',
  'lastModifiedDateTime',
  'roleScopeTagIds',
  'inventorySyncStatus',
] as const;
const driverProperties = [
  'id',
  'name',
  'version',
  'manufacturer',
  'releaseDateTime',
  'driverClass',
  'applicableDeviceCount',
  'approvalStatus',
  'category',
  'deployDateTime',
] as const;

export const profileSet = 'deviceManagement/windowsDriverUpdateProfiles';

export const driverSet = (profile: Profile) => `${profileSet}('${profile.record.id}')/driverInventories`;

export const contextOf = (request: GraphRequest, fragment: string) => `${request.root}/$metadata#${fragment}`;

/** A profile as it is sent, in the shape that the query asks for. */
export function presentProfile({ tenant, request }: Call, profile: Profile): object {
  const shape = readShape(request.query, profileProperties, ['assignments']);
  const json = {
    ...toProfileJson(profile),
    ...(shape.expand.includes('assignments') ? { assignments: presentAssignments(tenant, profile) } : {}),
  };
  return tenant.overrides.apply('profile', profile.record.id, pick(json, shape));
}

/** What a profile is assigned to, as it is sent. */
export function presentAssignments({ overrides }: Tenant, { assignments }: Profile): readonly object[] {
  return assignments.map((assignment) => overrides.apply('assignment', assignment.id, assignment));
}

/** A driver as it is sent, in the shape that the query asks for. */
export function presentDriver({ tenant, request }: Call, driver: Driver): object {
  const shape = readShape(request.query, driverProperties, []);
  return tenant.overrides.apply('driver', driver.record.id, pick(driver.record, shape));
}

/**
 * Intune was seen to count without being asked: that it counts the page then is a guess. Asked for `$count`, it counts
 * all that match, as OData says.
 */
export function toCollection(
  request: GraphRequest,
  fragment: string,
  count: number,
  page: { readonly value: readonly object[]; readonly nextLink: string | undefined },
): GraphAnswer {
  const { value, nextLink } = page;
  const counted = readOption(request.query, 'count') === 'true';
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, fragment),
      '@odata.count': counted ? count : value.length,
      ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }),
      value,
    },
  };
}

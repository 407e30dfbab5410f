import type { GroupRecord } from '../graph/groups.ts';
import { day, toGraphTime } from '../tenants/clock.ts';
import { contosoGroupId, contosoProfileId, rings } from './contoso-rings.ts';
import { fleetGroupId, fleetRings } from './fleet.ts';
import { guidOf } from './random.ts';
import { deletedGroupId, ringsGroupId, ringsProfiles } from './rings-profiles.ts';

/** A security group; with a rule its members are found by the directory itself. */
export function toGroup(
  now: number,
  id: string,
  displayName: string,
  more: { readonly description?: string; readonly rule?: string } = {},
): GroupRecord {
  return {
    id,
    displayName,
    description: more.description ?? null,
    groupTypes: more.rule === undefined ? [] : ['DynamicMembership'],
    mailEnabled: false,
    securityEnabled: true,
    membershipRule: more.rule ?? null,
    createdDateTime: toGraphTime(now - 600 * day),
  };
}

/** Groups that no profile is assigned to, two of them of one name: a search finds more than what is wanted. */
function bystanders(now: number, tenant: string): readonly GroupRecord[] {
  const named = (displayName: string, more: Parameters<typeof toGroup>[3] = {}, key = displayName) =>
    toGroup(now, guidOf(`${tenant} bystander ${key}`), displayName, more);
  return [
    named('All employees', { rule: '(user.userType -eq "Member")' }),
    named('Warehouse laptops', { description: 'Laptops of the warehouses in Gera and Ulm' }),
    named('Windows 11 devices', { rule: '(device.deviceOSVersion -startsWith "10.0.2")' }),
    named('Sales laptops', { description: 'North' }, 'Sales north'),
    named('Sales laptops', { description: 'South' }, 'Sales south'),
    named('Research & "Labs" <devices>'),
    ...['Berlin', 'Dresden', 'Leipzig', 'Hamburg', 'Köln', 'Zürich'].map((town) =>
      named(`Office ${town} devices`),
    ),
  ];
}

/** One group for each profile of contoso, and more. */
export function contosoGroups(now: number): readonly GroupRecord[] {
  const ofProfiles = rings.map(({ name }) =>
    toGroup(now, contosoGroupId(contosoProfileId(name)), `${name} devices`, {
      description: `Devices of the profile ${name}`,
    }),
  );
  return [...ofProfiles, ...bystanders(now, 'contoso')];
}

/** The groups that the profiles of rings name, without the deleted one, and more. */
export function ringsGroups(now: number): readonly GroupRecord[] {
  const names = ringsProfiles.flatMap(({ includes, excludes = [] }) => [...includes, ...excludes]);
  const ofProfiles = [...new Set(names)]
    .filter((name) => name !== deletedGroupId)
    .map((name) => toGroup(now, ringsGroupId(name), name));
  return [...ofProfiles, ...bystanders(now, 'rings')];
}

/** The groups that the profiles of the fleet are assigned to. */
export function fleetGroups(now: number): readonly GroupRecord[] {
  const names = new Set(fleetRings.flatMap(({ groups }) => groups));
  return [...names].map((name) => toGroup(now, fleetGroupId(name), name));
}

export const noGroups = (): readonly GroupRecord[] => [];

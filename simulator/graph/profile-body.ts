import type { DriverUpdateProfileApprovalType } from '@microsoft/microsoft-graph-types-beta';
import type { ProfileRecord } from './intune.ts';
import { InvalidBody, isAnnotation, membersOf, UnknownMember } from './invalid-body.ts';

/** What a caller may say of a profile. */
export type ProfileFields = Pick<
  ProfileRecord,
  'displayName' | 'description' | 'approvalType' | 'deploymentDeferralInDays' | 'roleScopeTagIds'
>;

/** The portal's range; that the API has the same is a guess. */
const longestDeferral = 30;
/** Documented of driver update policies of Windows Update; that profiles of Intune have the same limits is a guess. */
const longest = { displayName: 200, description: 1_500 } as const;

/** Members that a profile has, and that the service alone sets. */
const ofTheService: ReadonlySet<string> = new Set([
  'id',
  'deviceReporting',
  'newUpdates',
  'createdDateTime',
  'lastModifiedDateTime',
  'inventorySyncStatus',
  'assignments',
  'driverInventories',
]);

/** The words that were seen when a profile was to be created, whatever is wrong with it. */
const invalid = () => new InvalidBody('Invalid property values');

function readName(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest.displayName) throw invalid();
  return value;
}

function readDescription(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || value.length > longest.description) throw invalid();
  return value;
}

function readApprovalType(value: unknown): DriverUpdateProfileApprovalType {
  if (value === 'manual' || value === 'automatic') return value;
  throw invalid();
}

/** Only an automatic profile has one; null says that there is none. */
function readDeferral(value: unknown, approvalType: string | undefined): number | null {
  if (value === null) return null;
  const isDays =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= longestDeferral;
  if (!isDays || approvalType !== 'automatic') throw invalid();
  return value;
}

function readScopeTags(value: unknown): string[] {
  if (Array.isArray(value) && value.every((tag) => typeof tag === 'string')) return value;
  throw invalid();
}

/** The members that a body sets, each checked. `approvalType` is the profile's own, where there is one. */
function readFields(body: unknown, known?: ProfileFields['approvalType']): Partial<ProfileFields> {
  const members = membersOf(body);
  const fields: Partial<ProfileFields> = {};
  for (const [name, value] of Object.entries(members)) {
    if (name === 'displayName') fields.displayName = readName(value);
    else if (name === 'description') fields.description = readDescription(value);
    else if (name === 'approvalType') fields.approvalType = readApprovalType(value);
    else if (name === 'roleScopeTagIds') fields.roleScopeTagIds = readScopeTags(value);
    else if (ofTheService.has(name)) throw invalid();
    else if (name !== 'deploymentDeferralInDays' && !isAnnotation(name))
      throw new UnknownMember(name, 'windowsDriverUpdateProfile');
  }
  if ('deploymentDeferralInDays' in members) {
    const approvalType = known ?? fields.approvalType;
    fields.deploymentDeferralInDays = readDeferral(members.deploymentDeferralInDays, approvalType);
  }
  return fields;
}

/** Reads the body that creates a profile. Throws {@link InvalidBody}. */
export function parseNewProfile(body: unknown): ProfileFields {
  const { displayName, approvalType, ...rest } = readFields(body);
  if (displayName === undefined || approvalType === undefined) throw invalid();
  const deferral = rest.deploymentDeferralInDays ?? (approvalType === 'automatic' ? 0 : null);
  return {
    displayName,
    approvalType,
    description: rest.description ?? null,
    deploymentDeferralInDays: deferral,
    roleScopeTagIds: rest.roleScopeTagIds ?? ['0'],
  };
}

/** Reads the body that changes `profile`: the approval type is for good. Throws {@link InvalidBody}. */
export function parseProfileChange(body: unknown, profile: ProfileRecord): Partial<ProfileFields> {
  const fields = readFields(body, profile.approvalType);
  if (fields.approvalType !== undefined && fields.approvalType !== profile.approvalType) throw invalid();
  if (fields.deploymentDeferralInDays === null && profile.approvalType === 'automatic') throw invalid();
  return fields;
}

import { type AssignmentTarget, kindOf, subjectOf, toTarget } from './assignments.ts';
import { InvalidBody, isAnnotation, membersOf, UnknownMember } from './invalid-body.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** https://learn.microsoft.com/intune/intune-service/protect/windows-driver-updates-overview: drivers take no filter. */
function assertUnfiltered(target: Readonly<Record<string, unknown>>): void {
  const { deviceAndAppManagementAssignmentFilterId: id, deviceAndAppManagementAssignmentFilterType: type } =
    target;
  const isNone = (id ?? null) === null && (type ?? 'none') === 'none';
  if (!isNone) throw new InvalidBody('Assignment filters are not supported for this policy type');
}

function readTarget(value: unknown): AssignmentTarget {
  const target = membersOf(value);
  const type = target['@odata.type'];
  const { groupId } = target;
  const kind = kindOf({ '@odata.type': type } as AssignmentTarget); // looked up, whatever it is
  assertUnfiltered(target);
  if (kind === undefined) throw new InvalidBody(`The assignment target '${type}' is not supported`);
  // A client that sends back what it read must not be refused, although only the kinds of groups are documented.
  if (kind === 'allDevices' || kind === 'allLicensedUsers') return toTarget(kind);
  if (typeof groupId !== 'string' || !guid.test(groupId))
    throw new InvalidBody(`Invalid GroupId : ${groupId} provided, a valid AADGroupId is expected.`);
  return toTarget(kind, groupId.toLowerCase());
}

/** Reads the body of assign: the whole list of targets, each about another group. Throws {@link InvalidBody}. */
export function parseTargets(body: unknown): readonly AssignmentTarget[] {
  const { assignments, ...others } = membersOf(body);
  const unknown = Object.keys(others).find((name) => !isAnnotation(name));
  if (unknown !== undefined) throw new UnknownMember(unknown, 'assign');
  if (!Array.isArray(assignments)) throw new InvalidBody('assignments must be a list');
  const targets = assignments.map((assignment) => readTarget(membersOf(assignment).target));
  const subjects = targets.map(subjectOf);
  const twice = subjects.find((subject, index) => subjects.indexOf(subject) !== index);
  if (twice !== undefined) throw new InvalidBody(`'${twice}' is assigned more than once`);
  return targets;
}

/** The kinds of targets, by the derived types of Microsoft's base type. Only those of groups are documented for drivers. */
export const targetKinds = ['group', 'exclusionGroup', 'allDevices', 'allLicensedUsers'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a profile is assigned to, as it is sent. Policies for drivers take no filter. */
export interface AssignmentTarget {
  readonly '@odata.type': `#microsoft.graph.${TargetKind}AssignmentTarget`;
  readonly deviceAndAppManagementAssignmentFilterId: null;
  readonly deviceAndAppManagementAssignmentFilterType: 'none';
  /** Of the two kinds that name a group. */
  readonly groupId?: string;
}

export interface Assignment {
  readonly id: string;
  readonly target: AssignmentTarget;
}

/** A target of one kind; `groupId` belongs to those of groups. */
export function toTarget(kind: TargetKind, groupId?: string): AssignmentTarget {
  return {
    '@odata.type': `#microsoft.graph.${kind}AssignmentTarget`,
    deviceAndAppManagementAssignmentFilterId: null,
    deviceAndAppManagementAssignmentFilterType: 'none',
    ...(groupId !== undefined && { groupId }),
  };
}

export function kindOf(target: Pick<AssignmentTarget, '@odata.type'>): TargetKind | undefined {
  return targetKinds.find((kind) => target['@odata.type'] === `#microsoft.graph.${kind}AssignmentTarget`);
}

/** The ids that Intune gives to everybody in place of a group's. */
const everybody: Partial<Record<TargetKind, string>> = {
  allDevices: 'adadadad-808e-44e2-905a-0b7873a8a531',
  allLicensedUsers: 'acacacac-9df4-4c7d-9d50-4ef0226f57a9',
};

/** Whom a target is about, as an id. */
export function subjectOf(target: AssignmentTarget): string {
  return target.groupId ?? everybody[kindOf(target) ?? 'group'] ?? '';
}

export function toAssignment(profileId: string, target: AssignmentTarget): Assignment {
  return { id: `${profileId}_${subjectOf(target)}`, target };
}

/** For the log: the kind and whom it is about. */
export function describeTarget(target: AssignmentTarget): string {
  return `${kindOf(target)} ${subjectOf(target)}`;
}

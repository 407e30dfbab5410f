import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import { idField, noRows, type Rows, readRows, textField } from './rows.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-windowsdriverupdateprofileassignment */
const assignmentSchema = v.object({
  id: idField,
  target: v.object({
    '@odata.type': v.string(),
    groupId: textField,
    deviceAndAppManagementAssignmentFilterId: textField,
  }),
});

/** What a profile is assigned to: one group, or one that is excluded. Other types are shown as they are. */
export type Assignment = v.InferOutput<typeof assignmentSchema>;

/** The types that Microsoft documents of driver update profiles. */
export const groupTypes = {
  include: '#microsoft.graph.groupAssignmentTarget',
  exclude: '#microsoft.graph.exclusionGroupAssignmentTarget',
} as const;
export type AssignmentMode = keyof typeof groupTypes;

/** A group that gets a profile, or is kept from it. */
export interface GroupAssignment {
  readonly mode: AssignmentMode;
  readonly groupId: string;
}

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** Reads all assignments of a profile. @throws ProblemError `notFound` among others */
export async function readAssignments(
  graph: Graph,
  profileId: string,
  signal?: AbortSignal,
): Promise<Rows<Assignment>> {
  let read: Rows<Assignment> = noRows;
  const path = graphPath(...root, profileId, 'assignments');
  for await (const page of graph.readPages(path, { scopes: scopes.readDrivers, signal }))
    read = readRows(assignmentSchema, page, read);
  return { ...read, isComplete: true };
}

/** What assigns a profile: the whole list, which takes the place of the one before. @throws ProblemError `badInput` */
export function assignRequest(profileId: string, groups: readonly GroupAssignment[]): ActionRequest {
  return {
    method: 'POST',
    path: graphPath(...root, profileId, 'assign'),
    body: {
      assignments: groups.map(({ mode, groupId }) => ({
        target: { '@odata.type': groupTypes[mode], groupId },
      })),
    },
  };
}

/**
 * Assigns a profile to groups.
 * https://learn.microsoft.com/graph/api/intune-softwareupdate-windowsdriverupdateprofile-assign
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function assignProfile(
  graph: Graph,
  profileId: string,
  groups: readonly GroupAssignment[],
  { reread, ...hooks }: SendHooks,
): Promise<Sent> {
  const request = assignRequest(profileId, groups);
  return graph.act('setState', request, scopes.changeDrivers, {
    ...hooks,
    // Sent again, the list is the same.
    ...(reread && { reread: async () => (await reread()) && { body: request.body } }),
  });
}

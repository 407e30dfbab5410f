import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import type { approvalTypes } from './driver-profiles.ts';
import { idField } from './rows.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** What a person may say of a profile that exists. */
export interface ProfileValues {
  readonly displayName: string;
  readonly description: string;
  /** Days of an automatic profile; null for a manual one. */
  readonly deferral: number | null;
}

/** What a person says of a new profile. The approval type is for good. */
export interface NewProfile extends ProfileValues {
  readonly approvalType: (typeof approvalTypes)[number];
}

/**
 * What makes a profile. No scope tags are sent: Intune then gives it those of the person, or its default.
 * https://learn.microsoft.com/graph/api/intune-softwareupdate-windowsdriverupdateprofile-create
 */
export function createProfileRequest({ approvalType, ...values }: NewProfile): ActionRequest {
  return { method: 'POST', path: graphPath(...root), body: { approvalType, ...bodyOf(values) } };
}

/** What changes a profile. @throws ProblemError `badInput` for an id that could not be one */
export function editProfileRequest(id: string, values: ProfileValues): ActionRequest {
  return { method: 'PATCH', path: graphPath(...root, id), body: bodyOf(values) };
}

/** What deletes a profile, its approvals included. @throws ProblemError `badInput` for an id that could not be one */
export function deleteProfileRequest(id: string): ActionRequest {
  return { method: 'DELETE', path: graphPath(...root, id) };
}

function bodyOf({ displayName, description, deferral }: ProfileValues) {
  return { displayName, description, ...(deferral !== null && { deploymentDeferralInDays: deferral }) };
}

/** @param hooks.reread gives undefined where nothing is left to be sent */
export function createProfile(graph: Graph, values: NewProfile, hooks: SendHooks): Promise<Sent> {
  return act(graph, 'create', createProfileRequest(values), hooks);
}

/** @param hooks.reread gives undefined where nothing is left to be sent */
export function editProfile(
  graph: Graph,
  id: string,
  values: ProfileValues,
  hooks: SendHooks,
): Promise<Sent> {
  return act(graph, 'setState', editProfileRequest(id, values), hooks);
}

/** @param hooks.reread gives undefined where nothing is left to be sent */
export function deleteProfile(graph: Graph, id: string, hooks: SendHooks): Promise<Sent> {
  return act(graph, 'remove', deleteProfileRequest(id), hooks);
}

/** Sends a request that is the same when it is sent again. */
function act(
  graph: Graph,
  endpoint: 'create' | 'setState' | 'remove',
  request: ActionRequest,
  { reread, ...hooks }: SendHooks,
): Promise<Sent> {
  return graph.act(endpoint, request, scopes.changeDrivers, {
    ...hooks,
    ...(reread && { reread: async () => (await reread()) && { body: request.body } }),
  });
}

const created = v.union([
  v.object({ id: idField }),
  v.pipe(
    v.object({ value: v.object({ id: idField }) }),
    v.transform(({ value }) => value),
  ),
]);

/** The id that the answer gives a new profile, wrapped in `value` or bare; undefined where it says none. */
export function readCreatedId(body: unknown): string | undefined {
  const parsed = v.safeParse(created, body);
  return parsed.success ? parsed.output.id : undefined;
}

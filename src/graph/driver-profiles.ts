import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph } from './client.ts';
import {
  countField,
  idField,
  instantField,
  memberField,
  noRows,
  type Rows,
  readOne,
  readRows,
  textField,
} from './rows.ts';
import { scopes } from './scopes.ts';

export const approvalTypes = ['manual', 'automatic'] as const;
export const syncStates = ['pending', 'success', 'failure'] as const;

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-windowsdriverupdateprofile */
const profileSchema = v.object({
  id: idField,
  displayName: textField,
  description: textField,
  approvalType: memberField(approvalTypes),
  deviceReporting: countField,
  newUpdates: countField,
  deploymentDeferralInDays: countField,
  createdDateTime: instantField,
  lastModifiedDateTime: instantField,
  inventorySyncStatus: v.nullish(
    v.object({ driverInventorySyncState: memberField(syncStates), lastSuccessfulSyncDateTime: instantField }),
    null,
  ),
});

/** The docs print a single profile wrapped in `value`; the service sends it bare. */
const wrappedOrBare = v.union([
  profileSchema,
  v.pipe(
    v.object({ value: profileSchema }),
    v.transform(({ value }) => value),
  ),
]);

/** A driver update profile: the Intune portal says driver update policy. */
export type DriverProfile = v.InferOutput<typeof profileSchema>;

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** Reads all profiles, page by page; each yield holds everything read so far. @throws ProblemError */
export async function* listDriverProfiles(
  graph: Graph,
  signal?: AbortSignal,
): AsyncGenerator<Rows<DriverProfile>> {
  let read: Rows<DriverProfile> = noRows;
  for await (const page of graph.readPages(graphPath(...root), { scopes: scopes.readDrivers, signal })) {
    read = readRows(profileSchema, page, read);
    yield read;
  }
  yield { ...read, isComplete: true };
}

/** @throws ProblemError `notFound` among others */
export async function getDriverProfile(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<DriverProfile> {
  const body = await graph.read(graphPath(...root, id), { scopes: scopes.readDrivers, signal });
  return readOne(wrappedOrBare, body);
}

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
  readRows,
  textField,
} from './rows.ts';
import { scopes } from './scopes.ts';

export const approvalStatuses = ['needsReview', 'approved', 'declined', 'suspended'] as const;
export const categories = ['recommended', 'previouslyApproved', 'other'] as const;
export const driverActions = ['approve', 'decline', 'suspend'] as const;
export type DriverAction = (typeof driverActions)[number];

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-windowsdriverupdateinventory */
const driverSchema = v.object({
  id: idField,
  name: textField,
  version: textField,
  manufacturer: textField,
  driverClass: textField,
  releaseDateTime: instantField,
  approvalStatus: memberField(approvalStatuses),
  category: memberField(categories),
  applicableDeviceCount: countField,
  deployDateTime: instantField,
});

/** One driver in one profile, with its own id and approval status there. */
export type Driver = v.InferOutput<typeof driverSchema>;

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** Reads the drivers of a profile, page by page; each yield holds everything read so far. @throws ProblemError */
export async function* listDrivers(
  graph: Graph,
  profileId: string,
  signal?: AbortSignal,
): AsyncGenerator<Rows<Driver>> {
  const path = graphPath(...root, profileId, 'driverInventories');
  let read: Rows<Driver> = noRows;
  for await (const page of graph.readPages(path, { scopes: scopes.readDrivers, signal })) {
    read = readRows(driverSchema, page, read);
    yield read;
  }
  yield { ...read, isComplete: true };
}

/** Reads all drivers of a profile and gives them at once. @throws ProblemError */
export async function readDrivers(
  graph: Graph,
  profileId: string,
  signal?: AbortSignal,
): Promise<Rows<Driver>> {
  let read: Rows<Driver> = noRows;
  for await (const rows of listDrivers(graph, profileId, signal)) read = rows;
  return read;
}

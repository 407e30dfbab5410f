import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
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
import type { SendHooks, Sent } from './sender.ts';

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

/** Intune takes at most this many driver ids in one executeAction. */
export const mostDriversInAction = 100;

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

/** What is sent: `deploymentDate` in ISO 8601, UTC, with `approve` only. */
export interface DriverActionBody {
  readonly actionName: DriverAction;
  readonly driverIds: readonly string[];
  readonly deploymentDate?: string;
}

/** What `executeAction` sends. @throws ProblemError `badInput` for an id that could not be one */
export function driverActionRequest(profileId: string, body: DriverActionBody): ActionRequest {
  return { method: 'POST', path: graphPath(...root, profileId, 'executeAction'), body };
}

/** As `SendHooks`, but `reread` gives the ids that are left to be sent. */
export interface DriverSendHooks extends Omit<SendHooks, 'reread'> {
  readonly reread: () => Promise<readonly string[]>;
}

/**
 * Approves, declines or suspends drivers of one profile.
 * https://learn.microsoft.com/graph/api/intune-softwareupdate-windowsdriverupdateprofile-executeaction
 *
 * @param body at most `mostDriversInAction` ids
 */
export function executeAction(
  graph: Graph,
  profileId: string,
  body: DriverActionBody,
  hooks: DriverSendHooks,
): Promise<Sent> {
  return graph.act('setState', driverActionRequest(profileId, body), scopes.changeDrivers, {
    ...hooks,
    async reread() {
      const driverIds = await hooks.reread();
      return driverIds.length === 0 ? undefined : { body: { ...body, driverIds } };
    },
  });
}

const idList = v.nullish(v.array(v.string()), []);
const resultSchema = v.pipe(
  v.union([v.object({ value: v.record(v.string(), v.unknown()) }), v.record(v.string(), v.unknown())]),
  v.transform((body) => ('value' in body ? body.value : body)),
  v.object({ successfulDriverIds: idList, failedDriverIds: idList, notFoundDriverIds: idList }),
);

/** https://learn.microsoft.com/graph/api/resources/intune-softwareupdate-bulkdriveractionresult */
export type BulkDriverActionResult = v.InferOutput<typeof resultSchema>;

/** Reads the result, wrapped in `value` or bare; undefined when it has another shape. */
export function readBulkResult(body: unknown): BulkDriverActionResult | undefined {
  const parsed = v.safeParse(resultSchema, body);
  return parsed.success ? parsed.output : undefined;
}

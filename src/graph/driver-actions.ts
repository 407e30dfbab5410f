import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import type { DriverAction } from './driver-inventories.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

// Apart from the reads: no page needs a write before its first rows.

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** Intune takes at most this many driver ids in one executeAction. */
export const mostDriversInAction = 100;

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

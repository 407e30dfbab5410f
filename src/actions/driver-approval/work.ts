import type { Graph } from '../../graph/client.ts';
import { type DriverActionBody, executeAction, readBulkResult } from '../../graph/driver-actions.ts';
import { type Driver, readDrivers } from '../../graph/driver-inventories.ts';
import { scopes } from '../../graph/scopes.ts';
import { toIso } from '../../lib/instant.ts';
import { observeEach, orGone, seeIn, type Work } from '../../runs/work.ts';
import { accountDrivers } from './accounting.ts';
import { driversAfresh } from './afresh.ts';
import type { DriverIntent } from './intent.ts';
import { judgeAfterSending, judgeBeforeSending, type SeenDriver } from './verdicts.ts';

/** The body that a driver step sends. */
export function driverActionBody(intent: DriverIntent, driverIds: readonly string[]): DriverActionBody {
  return {
    actionName: intent.action,
    driverIds,
    ...(intent.action === 'approve' &&
      intent.deployAt !== null && { deploymentDate: toIso(intent.deployAt) }),
  };
}

/** Approves, declines or suspends the drivers of a step, and reads the profile's inventory before and after. */
export function driverWork(graph: Graph, intent: DriverIntent, now = Date.now): Work {
  /** How to see a driver in a fresh read of its profile. */
  const look = async (profileId: string, signal?: AbortSignal): Promise<(id: string) => SeenDriver> =>
    seeIn<Driver>(await readDrivers(graph, profileId, signal));

  return {
    scopes: scopes.changeDrivers,
    lanes: 6,
    readAt: [2_000, 5_000, 15_000, 30_000, 60_000, 120_000],
    async inspect(step, signal) {
      const see = await look(step.targetId, signal);
      const wasSent = step.attempts.length > 0;
      const planned = step.items.filter((item) => item.phase === 'planned');
      return planned.map((item) => judgeBeforeSending(intent, item, see(item.id), wasSent, now()));
    },
    readAfresh: (targets) => driversAfresh(graph, intent, targets, now()),
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'alreadyRunning' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: (step, ids, hooks) => executeAction(graph, step.targetId, driverActionBody(intent, ids), hooks),
    account: (ids, { status, body }) =>
      accountDrivers(ids, status === 200 ? readBulkResult(body) : undefined),
    observe(steps, elapsed) {
      const profiles = new Map<string, Promise<Awaited<ReturnType<typeof look>> | 'gone'>>();
      return observeEach(steps, async ({ targetId }) => {
        const profile = profiles.get(targetId) ?? orGone(look(targetId));
        profiles.set(targetId, profile);
        const see = await profile;
        return (item) => judgeAfterSending(intent, item, see === 'gone' ? see : see(item.id), elapsed, now());
      });
    },
  };
}

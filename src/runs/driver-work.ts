import type { Graph } from '../graph/client.ts';
import {
  type Driver,
  type DriverActionBody,
  executeAction,
  readBulkResult,
  readDrivers,
} from '../graph/driver-inventories.ts';
import { scopes } from '../graph/scopes.ts';
import { toIso } from '../lib/instant.ts';
import { accountDrivers } from './accounting.ts';
import { judgeAfterSending, judgeBeforeSending } from './driver-verdicts.ts';
import type { DriverIntent, Item, Step } from './model.ts';
import type { ItemResult, StepResults } from './reducer.ts';
import type { Work } from './work.ts';

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
export function driverWork(graph: Graph, intent: DriverIntent): Work {
  async function readById(profileId: string): Promise<ReadonlyMap<string, Driver>> {
    const { rows } = await readDrivers(graph, profileId);
    return new Map(rows.map((driver) => [driver.id, driver]));
  }

  return {
    scopes: scopes.changeDrivers,
    readAt: [2_000, 5_000, 15_000, 30_000, 60_000, 120_000],
    async inspect(step) {
      const drivers = await readById(step.targetId);
      const wasSent = step.attempts.length > 0;
      const planned = step.items.filter((item) => item.phase === 'planned');
      return judge(planned, (item) => judgeBeforeSending(intent, item, drivers.get(item.id), wasSent));
    },
    send: (step, ids, hooks) => executeAction(graph, step.targetId, driverActionBody(intent, ids), hooks),
    account: (ids, { status, body }) =>
      accountDrivers(ids, status === 200 ? readBulkResult(body) : undefined),
    follow: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'alreadyRunning' })),
    async observe(steps, elapsed) {
      const profiles = new Map<string, ReadonlyMap<string, Driver>>();
      const all: StepResults[] = [];
      for (const step of steps) {
        const drivers = profiles.get(step.targetId) ?? (await readById(step.targetId));
        profiles.set(step.targetId, drivers);
        all.push(observeStep(step, drivers, elapsed));
      }
      return all;
    },
  };

  function observeStep(step: Step, drivers: ReadonlyMap<string, Driver>, elapsed: number): StepResults {
    const open = step.items.filter((item) => item.phase === 'answered');
    return {
      stepId: step.id,
      results: judge(open, (item) => judgeAfterSending(intent, item, drivers.get(item.id), elapsed)),
    };
  }
}

function judge(items: readonly Item[], verdict: (item: Item) => ItemResult | undefined): ItemResult[] {
  return items.map(verdict).filter((result) => result !== undefined);
}

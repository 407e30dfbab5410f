import { isDriverIntent } from '../../../actions/driver-approval/intent.ts';
import type { Intent, Plan, Run } from '../../model/run.ts';
import { intentOf } from './test-intent.ts';
import { targetOf, targetsOf } from './test-log.ts';
import type { Sending } from './test-network.ts';

/** For tests: whether what is begun, and what is sent, is what a person asked for. */

interface Target {
  readonly id: string;
  readonly intent: Intent;
  readonly items: readonly { readonly id: string }[];
}

const textOf = (targets: readonly Target[]) =>
  JSON.stringify(targets.flatMap(({ id, intent, items }) => items.map((item) => [intent, id, item.id])));

/** True when a run that has just begun is to do what a plan says, to the same items. */
export function isOf(plan: Plan, { steps }: Run): boolean {
  const targets = steps.map(({ targetId: id, intent, items }) => ({ id, intent, items }));
  return textOf(plan.targets) === textOf(targets);
}

const endpointOf: Readonly<Record<string, string>> = {
  'driver-approval': 'setState',
  'response-action': 'startWork',
  'inventory-sync': 'requestWork',
};

/** @returns what a request asks for that its run does not, if anything */
export function unasked({ steps }: Run, sending: Sending): string | undefined {
  const intent = intentOf({ steps });
  const { endpoint, body } = sending.call;
  if (endpoint !== endpointOf[intent.kind]) return endpoint;
  const at = targetOf(sending);
  const items = steps.filter(({ targetId }) => targetId === at).flatMap((step) => step.items);
  const foreign = targetsOf(sending).filter((id) => !items.some((item) => item.id === id));
  if (foreign.length > 0) return `${foreign} of ${at}`;
  if (!isDriverIntent(intent)) return undefined;
  const { actionName, deploymentDate } = body;
  const date = intent.deployAt === null ? undefined : new Date(intent.deployAt).toISOString();
  return actionName === intent.action && deploymentDate === date
    ? undefined
    : `${actionName} ${deploymentDate}`;
}

import type { Sent } from '../graph/client.ts';
import type { DriverSendHooks } from '../graph/driver-inventories.ts';
import type { Success } from '../graph/transport.ts';
import type { Step } from './model.ts';
import type { ItemResult, StepResults } from './reducer.ts';

/** What the runner is told while a step is sent; `reread` gives the ids that are left after a wait. */
export type WorkHooks = DriverSendHooks;

/** How steps of one kind are carried out. The runner knows the order; this knows the resource. */
export interface Work {
  /** Permissions to send, asked for before anything else. */
  readonly scopes: readonly string[];
  /** When to read after the last answer, in ms since then, ascending. */
  readonly readAt: readonly number[];
  /** Reads the targets before they are sent: results for those that need no sending. @throws ProblemError */
  inspect(step: Step): Promise<readonly ItemResult[]>;
  send(step: Step, ids: readonly string[], hooks: WorkHooks): Promise<Sent>;
  /** What a success says of each id that was sent. */
  account(ids: readonly string[], answer: Success): readonly ItemResult[];
  /** What the refusal "already in progress" means for the ids: something to follow, not a failure. */
  follow(ids: readonly string[]): readonly ItemResult[];
  /**
   * Reads what became of the items that are not settled.
   *
   * @param elapsed ms since the last answer: early on, "still as before" proves nothing
   * @throws ProblemError when nothing can be read
   */
  observe(steps: readonly Step[], elapsed: number): Promise<readonly StepResults[]>;
}

/** The ids of a step that are still to be sent. */
export function plannedIds(step: Step): readonly string[] {
  return step.items.filter((item) => item.phase === 'planned').map((item) => item.id);
}

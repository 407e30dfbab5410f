import type { DriverAction } from '../graph/driver-inventories.ts';
import type { Driven } from './driven.ts';
import type { Journal } from './journal/journal.ts';
import type { Intent, Run } from './model.ts';
import { openItems } from './open-items.ts';

/** Where the runs of this person are found: on this page, and in the journal. */
export interface Beside {
  readonly runs: () => readonly Run[];
  readonly driven: Driven;
  readonly journal: Pick<Journal, 'read' | 'readOpenItems'>;
}

/** Who asks: a run, or a plan that none has begun of yet. */
export interface Asking {
  readonly id?: string;
  readonly tenantId: string;
  readonly accountKey: string;
  readonly intent: Intent;
  readonly follows: string | null;
}

/**
 * What other runs have sent to a target, here or in another tab, and do not know yet what became of: ids.
 *
 * @throws ProblemError when the journal cannot be read
 */
export async function openBeside(
  beside: Beside,
  asking: Asking,
  targetId: string,
): Promise<ReadonlySet<string>> {
  const { runs, driven, journal } = beside;
  const own = [asking.id, await stoppedBy(beside, asking)].filter((id) => id !== undefined);
  const here = runs().filter(({ id }) => driven.has(id) && !own.includes(id));
  const others = await journal.readOpenItems(asking, targetId, new Set([...driven.ids.get(), ...own]));
  return new Set([...openItems(here, targetId), ...others]);
}

/**
 * The run whose approvals this one suspends, itself or for another that it goes on with: nobody has to wait for its last
 * read, since only what reads as approved is suspended.
 */
async function stoppedBy({ runs, journal }: Beside, asking: Asking): Promise<string | undefined> {
  let { intent, follows } = asking;
  while (follows !== null && isOf(intent, 'suspend')) {
    const id = follows;
    const followed = runs().find((run) => run.id === id) ?? (await journal.read(id))?.run;
    if (!followed) return undefined;
    if (isOf(followed.intent, 'approve')) return id;
    ({ intent, follows } = followed);
  }
  return undefined;
}

function isOf(intent: Intent, action: DriverAction): boolean {
  return intent.kind === 'drivers' && intent.action === action;
}

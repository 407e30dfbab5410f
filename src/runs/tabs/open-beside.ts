import { type ActionOf, isSameIntent } from '../action.ts';
import type { Journal } from '../journal/journal.ts';
import { openItems } from '../model/open-items.ts';
import type { Intent, Run, Step } from '../model/run.ts';
import type { HeldRuns } from './held-runs.ts';

/** Where the runs of this person are found: on this page, and in the journal. */
export interface Beside {
  readonly runs: () => readonly Run[];
  readonly held: HeldRuns;
  readonly journal: Pick<Journal, 'read' | 'readOpenItems'>;
  readonly actionOf: ActionOf;
}

/** Who asks: a run, or a plan that none has begun of yet. */
export interface Asking {
  readonly id?: string;
  readonly tenantId: string;
  readonly accountKey: string;
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
  { targetId, intent }: Pick<Step, 'targetId' | 'intent'>,
): Promise<ReadonlySet<string>> {
  const { runs, held, journal } = beside;
  const own = [asking.id, await takenBackBy(beside, asking, intent)].filter((id) => id !== undefined);
  const here = runs().filter(({ id }) => held.has(id) && !own.includes(id));
  const others = await journal.readOpenItems(asking, targetId, new Set([...held.ids.get(), ...own]));
  return new Set([...openItems(here, targetId), ...others]);
}

/**
 * The run that this one takes back, itself or for another that it goes on with: nobody has to wait for its last read,
 * since only what reads as changed is taken back.
 */
async function takenBackBy(
  { runs, journal, actionOf }: Beside,
  { follows }: Asking,
  intent: Intent,
): Promise<string | undefined> {
  let id = follows;
  while (id !== null) {
    const sought = id;
    const followed = runs().find((run) => run.id === sought) ?? (await journal.read(sought))?.run;
    if (!followed) return undefined;
    const isTakenBack = followed.steps.some(({ intent: done, items }) =>
      items.some((item) => isSame(actionOf(done).undo?.(done, item)?.intent, intent)),
    );
    if (isTakenBack) return id;
    id = followed.steps.some((step) => isSame(step.intent, intent)) ? followed.follows : null;
  }
  return undefined;
}

function isSame(one: Intent | undefined, other: Intent): boolean {
  return one !== undefined && isSameIntent(one, other);
}

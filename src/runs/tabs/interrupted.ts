import type { Problem } from '../../lib/problem.ts';
import type { Action, ActionOf } from '../action.ts';
import { canceledBefore } from '../model/left-out.ts';
import type { ItemResult, RunEvent } from '../model/reducer.ts';
import { putOff } from '../model/retry.ts';
import { type Attempt, type Item, itemsOf, type Run, type Step } from '../model/run.ts';

/** Why a run does not go on by itself after its page was left. */
export const pageWasLeft: Problem = {
  kind: 'cancelled',
  title: 'The page closed before everything was sent',
  advice: 'Nothing more is sent automatically.',
};

/**
 * What is to be said of a run that nobody carries out any more, because its page was closed, reloaded or crashed. A
 * request without an answer may have had an effect, and may even be on its way still: it is not known, and read. What
 * had not been sent waits for a person.
 */
export function interrupt(run: Run, actionOf: ActionOf): readonly RunEvent[] {
  const unsent = run.cancelled ? canceledBefore : undefined;
  const events = run.steps.flatMap((step): RunEvent[] => {
    const results = step.items.flatMap((item) =>
      resultOf(actionOf(step.intent), step, item, 'The page closed', unsent),
    );
    return results.length === 0 ? [] : [{ kind: 'items', stepId: step.id, results }];
  });
  if (run.state !== 'running') return events;
  const isLeft = itemsOf(run).some((item) => item.phase === 'planned' && !run.cancelled);
  return [...events, ...(isLeft ? [{ kind: 'paused', because: pageWasLeft } as const] : [])];
}

/**
 * What is to be said of a run that met an error of our own while it was sent. Nothing more of it is sent; what was sent
 * and has no answer is not known.
 */
export function giveUp(run: Run, problem: Problem, actionOf: ActionOf): readonly RunEvent[] {
  const what = 'Something went wrong in Actiondesk';
  return run.steps.flatMap((step): RunEvent[] => {
    const results = step.items.flatMap((item) =>
      resultOf(actionOf(step.intent), step, item, what, { reason: `${what} before it was sent` }),
    );
    if (results.length === 0) return [];
    return [
      { kind: 'items', stepId: step.id, results },
      { kind: 'problem', stepId: step.id, problem },
    ];
  });
}

/**
 * @param what what happened, in words
 * @param unsent why an item is skipped that was never sent; without a reason, the item waits
 */
function resultOf(
  { accepted }: Action,
  { attempts }: Step,
  item: Item,
  what: string,
  unsent: Pick<ItemResult, 'reason' | 'left'> | undefined,
): ItemResult[] {
  const { id, phase } = item;
  const unknown = { id, phase: 'answered', outcome: 'unknown' } as const;
  const sendings = attempts.filter(({ ids }) => ids.includes(id));
  const last = sendings.at(-1);
  if (phase === 'sending') {
    if (last?.endedAt === undefined) return [{ ...unknown, reason: `${what} before the response came` }];
    // An answer that tells of each item was not written down whole.
    return accepted !== null && isAcceptance(last)
      ? [{ id, phase: 'answered', outcome: accepted }]
      : [{ ...unknown, reason: `${what} before the response was processed` }];
  }
  if (phase !== 'planned') return [];
  if (!last) return unsent === undefined ? [] : [{ id, phase: 'settled', outcome: 'skipped', ...unsent }];
  // It waited to be sent again. Only these two answers prove that a request was not looked at.
  return sendings.every(({ status }) => status === 429 || status === 401)
    ? [{ id, ...putOff }]
    : [{ ...unknown, reason: `${what} before it was resent` }];
}

function isAcceptance({ status = 0, doubt }: Attempt): boolean {
  return status >= 200 && status < 300 && doubt === undefined;
}

import { actionOf } from '../actions/all.ts';
import { isCanceled, mayResume, mayRetry, mayUndo } from '../runs/model/retry.ts';
import { type RollUp, rolledUpItems } from '../runs/model/rolled-up.ts';
import { type Item, isOpen, itemsOf, type Run, type Step } from '../runs/model/run.ts';
import { mayCheck } from '../runs/settling/check-again.ts';
import { datePassed, isDatePast } from './intent-text.ts';
import { isLastWord } from './last-word.ts';
import { asksForSignIn } from './sign-in-problems.ts';

/** The commands that a run offers now: for how many items each, 0 where the command isn't there. */
export interface Offered {
  readonly toResume: number;
  readonly toRetry: number;
  readonly toUndo: number;
  readonly toCheck: number;
  readonly toLeave: number;
  readonly mayCancel: boolean;
  /** Why what is left can't be sent from here; undefined where it can. */
  readonly whyNot: string | undefined;
}

/** Who handles a run just now. */
interface Handling {
  /** Another tab does; this one only shows the run. */
  readonly isElsewhere: boolean;
  /** This page is sending the run or checking its results. */
  readonly isBusy: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** @param rolledUp of the run's chain: what a later run has retried is offered there */
export function offeredBy(run: Run, rolledUp: RollUp, { isElsewhere, isBusy, now }: Handling): Offered {
  const { state, cancelled } = run;
  const items = itemsOf(run);
  const count = (may: (item: Item) => boolean) => (isElsewhere ? 0 : items.filter(may).length);
  const countIn = (may: (step: Step, item: Item) => boolean) =>
    isElsewhere
      ? 0
      : run.steps.reduce((sum, step) => sum + step.items.filter((item) => may(step, item)).length, 0);
  const isOver = state === 'settling' || state === 'done';
  // A finished run may be followed for long; that doesn't keep a person from stopping.
  const mayLeave = state === 'done' || (state !== 'running' && !isBusy);
  const toResume = state === 'paused' ? count(mayResume) : 0;
  return {
    toResume,
    toRetry: isOver && !isElsewhere ? retriedOf(run, rolledUp).size : 0,
    toUndo: isOver ? countIn((step, item) => mayUndo(step, item, actionOf)) : 0,
    toCheck: state === 'running' ? 0 : countIn(({ intent }, item) => mayCheck(actionOf(intent), item)),
    toLeave: mayLeave ? count(isOpen) : 0,
    mayCancel: !isElsewhere && !cancelled && (state === 'running' || toResume > 0),
    whyNot: isDatePast(run.steps, now) ? `${datePassed}.` : undefined,
  };
}

/**
 * The one command that a run needs next, for where there is room for one: what is left first, then to learn what is
 * unknown, then what failed, then its undo.
 */
export function foremost(offered: Offered, items: readonly Pick<Item, 'outcome'>[]): Offered {
  const none = { ...offered, toResume: 0, toRetry: 0, toUndo: 0, toCheck: 0, toLeave: 0, mayCancel: false };
  const isUnknown = items.some(({ outcome }) => outcome === 'unknown');
  const commands = ['toResume', ...(isUnknown ? (['toCheck'] as const) : []), 'toRetry', 'toUndo'] as const;
  const first = commands.find((command) => offered[command] > 0);
  return first ? { ...none, [first]: offered[first] } : none;
}

/** The same where every retry would most likely be refused: it stays in the run itself, and is no command to begin with. */
export function withoutVain(offered: Offered, { steps }: Pick<Run, 'steps'>): Offered {
  const isVain = steps.every((step) => step.items.every((item) => !mayRetry(item) || isLastWord(step, item)));
  return isVain ? { ...offered, toRetry: 0 } : offered;
}

/** The items that Retry would send again once the run is over: no later run has tried them. */
export function retriedOf(run: Run, rolledUp: RollUp): ReadonlySet<Item> {
  const items = rolledUpItems(run, rolledUp)
    .filter((entry) => entry.run.id === run.id && entry.retriedBy === undefined)
    .map(({ item }) => item);
  return new Set(items.filter((item) => mayRetry(item) && !isCanceled(run, item)));
}

/** Resume would meet the same refusal as long as the run asks for a sign-in: that comes first, and has its own command. */
export function afterTheSignIn({ pausedBecause }: Run, isOfThisPage: boolean, offered: Offered): Offered {
  return isOfThisPage && pausedBecause && asksForSignIn(pausedBecause)
    ? { ...offered, toResume: 0 }
    : offered;
}

/** What a person can do next about a run that stopped: only commands that are there are named. */
export function nextStep(run: Run, { toResume, toRetry, whyNot }: Offered): string {
  if (whyNot !== undefined && toResume + toRetry > 0) return whyNot;
  if (toResume > 0) return 'Resume checks the remaining items again and shows them before sending.';
  if (toRetry > 0) return 'Retry checks these again and shows them before sending.';
  return run.state === 'paused' && itemsOf(run).some(isOpen)
    ? 'The current state is being checked first.'
    : '';
}

import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { type ByHand, stuckByHand } from '../../resources/incident-tasks/by-hand.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import { isClosed, isRunning } from '../../resources/incident-tasks/states.ts';
import type { Acted } from '../user-action/acted-tasks.ts';
import { accountActionNames } from '../user-action/words.ts';
import { rightWay } from './right-way.ts';
import { undoLabel } from './undo.ts';
import { type WayBack, wayBack } from './way-back.ts';

/** The one sensible next step of a task. */
export type SensibleStep =
  | { readonly kind: 'run' }
  | { readonly kind: 'userAction'; readonly action: AccountAction; readonly byHand: ByHand }
  | { readonly kind: 'byHand'; readonly byHand: ByHand }
  /** A user action has done it: only the task is still open. */
  | { readonly kind: 'markDone'; readonly acted: Acted }
  /** Defender works on it, or nobody knows what came of a sending: reading tells. */
  | { readonly kind: 'checkAgain' }
  /** In progress for far too long. */
  | { readonly kind: 'stuck'; readonly byHand: ByHand }
  /** Done; this takes it back. */
  | { readonly kind: 'undo'; readonly way: WayBack }
  | { readonly kind: 'none' };

/** What is known of a task beside itself. */
export interface StepFacts {
  readonly join: Join | undefined;
  /** Every task that is loaded. */
  readonly all: readonly IncidentTask[];
  readonly isStuck: boolean;
  /** Microsoft has refused the task as it is now. */
  readonly isRefused: boolean;
  /** It was sent from this browser, and its result is unknown. */
  readonly isUnknown: boolean;
  /** What a user action of this browser did for it. */
  readonly acted?: Acted | undefined;
}

/** One step, never two: the first thing that a person should do about a task. */
export function sensibleStep(task: IncidentTask, facts: StepFacts): SensibleStep {
  const { join, all, isStuck, isRefused, isUnknown, acted } = facts;
  if (isRunning(task) && !isClosed(task)) {
    return isStuck ? { kind: 'stuck', byHand: stuckByHand() } : { kind: 'checkAgain' };
  }
  if (isUnknown && !isClosed(task) && task.actionStatus === 'notStarted') return { kind: 'checkAgain' };
  const way = rightWay(task, join, all, isRefused);
  if (way.kind === 'userAction' && acted?.action === way.action) return { kind: 'markDone', acted };
  if (way.kind !== 'none') return way;
  const back = task.status === 'notRelevant' ? undefined : wayBack(task, join, all);
  return back ? { kind: 'undo', way: back } : { kind: 'none' };
}

/** False of a task that is over: nothing is to be done about it, or only what takes its action back. */
export function isLeftToDo({ kind }: Pick<SensibleStep, 'kind'>): boolean {
  return kind !== 'none' && kind !== 'undo';
}

/** The words of a step's button; '' where there is none. @param actionType of the task: what an undo takes back */
export function stepLabel(step: SensibleStep, actionType = ''): string {
  switch (step.kind) {
    case 'run':
      return 'Run';
    case 'userAction':
      return accountActionNames[step.action];
    case 'byHand':
      return 'By hand';
    case 'markDone':
      return 'Mark done…';
    case 'checkAgain':
      return 'Check again';
    case 'stuck':
      return 'What to do';
    case 'undo':
      return undoLabel(step.way.kind === 'byHand', actionType === 'isolateDevice');
    case 'none':
      return '';
  }
}

import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { groupBy } from '../../lib/group-by.ts';
import { isKnown } from '../../lib/members.ts';
import { isRunning, isWaiting } from '../../resources/incident-tasks/states.ts';
import { inverseOf } from './undo.ts';

/** A task that waits or is in progress on the target of another one, in whatever incident. */
export interface OtherTask {
  /** The one that a person looks at, or is about to send. */
  readonly task: IncidentTask;
  readonly other: IncidentTask;
  /** `same`: both do the same. `opposite`: the one takes back what the other does. */
  readonly kind: 'same' | 'opposite';
}

/**
 * The tasks that would do the same as one, or the opposite.
 *
 * @param candidates the tasks on its target
 */
export function otherTasksOn(task: IncidentTask, candidates: readonly IncidentTask[]): readonly OtherTask[] {
  if (!hasOpposite(task) || !isLive(task)) return [];
  return candidates
    .filter((other) => other.id !== task.id && isLive(other))
    .flatMap((other): readonly OtherTask[] => {
      if (other.actionType === task.actionType) return [{ task, other, kind: 'same' }];
      const isOpposite = opposites.get(task.actionType) === other.actionType;
      return isOpposite ? [{ task, other, kind: 'opposite' }] : [];
    });
}

/**
 * The same for all that is about to be sent, each pair once; what is sent together is compared elsewhere.
 *
 * @param all every task that is loaded
 * @param keyOf tells one target from all others; undefined where it is unknown
 */
export function otherTasksOf(
  sent: readonly IncidentTask[],
  all: readonly IncidentTask[],
  keyOf: (task: IncidentTask) => string | undefined,
): readonly OtherTask[] {
  const ids = new Set(sent.map(({ id }) => id));
  const rest = groupBy(
    all.filter((task) => !ids.has(task.id) && hasOpposite(task) && isLive(task)),
    keyOf,
  );
  return sent.flatMap((task) => {
    const key = keyOf(task);
    return key === undefined ? [] : otherTasksOn(task, rest.get(key) ?? []);
  });
}

/** What such a task does, and what follows: ends a sentence that begins with its name. */
export function otherAdvice({ other, kind }: Pick<OtherTask, 'other' | 'kind'>): string {
  if (isRunning(other)) return `is in progress and does the ${kind}: wait for its result.`;
  return kind === 'same'
    ? 'does the same: run only one of them.'
    : 'does the opposite: decide which is right.';
}

const pairs = actionTypes.flatMap((type): readonly (readonly [string, ActionType])[] => {
  const inverse = inverseOf(type);
  return inverse === undefined
    ? []
    : [
        [type, inverse],
        [inverse, type],
      ];
});
const opposites: ReadonlyMap<string, ActionType> = new Map(pairs);

function hasOpposite({ actionType }: IncidentTask): boolean {
  return isKnown(actionTypes, actionType) && opposites.has(actionType);
}

function isLive(task: IncidentTask): boolean {
  return isWaiting(task) || isRunning(task);
}

import { consequencesOf, targetKind } from '../../resources/incident-tasks/words.ts';
import type { PlannedItem, TaskIntent } from '../../runs/model.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import type { Review, ReviewNumber } from '../review.ts';
import { whyType } from '../why-type.ts';
import { readTask, type TaskFacts, targetKey } from './reviewed.ts';
import { warningsFor } from './rules.ts';
import { countsByAction } from './words.ts';

/** Each action is loaded and then sent within Microsoft Graph's limits for Defender: about so many a minute. */
const actionsAMinute = 20;

/**
 * What the dialog says of response actions that are about to be started.
 *
 * @param username who would start them
 * @param importantDevices the person's own name patterns
 */
export function reviewTasks(
  items: readonly Pick<PlannedItem, 'reviewed'>[],
  { username, importantDevices }: { readonly username: string; readonly importantDevices: readonly string[] },
): Review {
  const intent: TaskIntent = { kind: 'tasks' };
  const tasks = items.map(({ reviewed }) => readTask(reviewed));
  return {
    numbers: [
      { value: formatCount(tasks.length), label: tasks.length === 1 ? 'action' : 'actions' },
      ...targetNumbers(tasks).slice(0, 2),
    ],
    consequences: [
      ...consequencesOf(tasks),
      ...(tasks.length > 1 ? [`Actions: ${countsByAction(tasks).join(', ')}.`] : []),
      ...(tasks.length > actionsAMinute
        ? [
            `Actions start one after another: about ${countOf(Math.ceil(tasks.length / actionsAMinute), 'minute')} in all.`,
          ]
        : []),
    ],
    warnings: warningCounts(tasks, username),
    whyType: whyType(intent, items, importantDevices),
  };
}

const nouns = { Device: 'device', User: 'user', Email: 'email', File: 'file' } as const;

/** How many targets of each kind, and how many are not provided; what is missing comes first. */
function targetNumbers(tasks: readonly TaskFacts[]): ReviewNumber[] {
  const unnamed = tasks.filter((task) => targetKey(task) === undefined).length;
  const kinds = Object.entries(nouns).map(([kind, noun]) => {
    const keys = tasks.filter((task) => targetKind(task) === kind).flatMap((task) => targetKey(task) ?? []);
    return { noun, count: new Set(keys).size };
  });
  const counted = kinds
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => ({ value: formatCount(count), label: count === 1 ? noun : `${noun}s` }));
  return unnamed > 0
    ? [
        {
          value: formatCount(unnamed),
          label: unnamed === 1 ? 'target not provided' : 'targets not provided',
        },
        ...counted,
      ]
    : counted;
}

/** Each warning once, with the number of tasks that it concerns where that is not all of them. */
function warningCounts(tasks: readonly TaskFacts[], username: string): string[] {
  const counts = new Map<string, number>();
  for (const task of tasks)
    for (const warning of warningsFor(task, username)) counts.set(warning, (counts.get(warning) ?? 0) + 1);
  return [...counts].map(([warning, count]) =>
    tasks.length === 1 ? warning : `${formatCount(count)} of ${formatCount(tasks.length)}: ${warning}`,
  );
}

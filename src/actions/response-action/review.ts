import { consequencesOf, targetKind } from '../../resources/incident-tasks/words.ts';
import type { PlannedItem } from '../../runs/model/run.ts';
import { countOf, formatCount, nameFew } from '../../ui/format.ts';
import type { Review, ReviewNumber } from '../review.ts';
import { readTask, type TaskFacts, targetKey } from './reviewed.ts';
import { warningsFor } from './rules.ts';
import { whyTypeTasks } from './why-type.ts';
import { countsByAction } from './words.ts';

/** Each action is checked and then sent within Microsoft Graph's limits for Defender: about so many a minute. */
const actionsAMinute = 20;

/**
 * What the dialog says of response actions that are about to be started.
 *
 * @param username who would start them
 * @param importantDevices the person's own name patterns
 */
export function reviewTasks(
  items: readonly Pick<PlannedItem, 'name' | 'reviewed'>[],
  { username, importantDevices }: { readonly username: string; readonly importantDevices: readonly string[] },
): Review {
  const tasks = items.map(({ reviewed }) => readTask(reviewed));
  const targets = targetNumbers(tasks);
  // One action on one target: the title has said so.
  const isPlain = tasks.length === 1 && tasks.every((task) => targetKey(task) !== undefined);
  return {
    numbers: isPlain
      ? []
      : [{ value: formatCount(tasks.length), label: tasks.length === 1 ? 'action' : 'actions' }, ...targets],
    summary: summaryOf(tasks),
    consequences: consequencesOf(tasks),
    warnings: warningsOf(items, username),
    whyType: whyTypeTasks(tasks, importantDevices),
  };
}

/** "4 × Isolate device, 2 × Run antivirus scan.", and how long many actions take. */
function summaryOf(tasks: readonly TaskFacts[]): string {
  const minutes = Math.ceil(tasks.length / actionsAMinute);
  return [
    tasks.length > 1 ? `${countsByAction(tasks).join(', ')}.` : '',
    minutes > 1 ? `They start one after another: about ${countOf(minutes, 'minute')} in all.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const nouns = { Device: 'device', User: 'user', Email: 'email', File: 'file' } as const;

/** How many targets of each kind, and first how many are not provided. */
function targetNumbers(tasks: readonly TaskFacts[]): ReviewNumber[] {
  const unnamed = tasks.filter((task) => targetKey(task) === undefined).length;
  const missing = { value: formatCount(unnamed), label: 'targets not provided' };
  if (unnamed === 1) missing.label = 'target not provided';
  const counted = Object.entries(nouns).flatMap(([kind, noun]): ReviewNumber[] => {
    const keys = tasks.filter((task) => targetKind(task) === kind).flatMap((task) => targetKey(task) ?? []);
    const count = kind === 'Device' ? countDevices(tasks) : new Set(keys).size;
    return count === 0 ? [] : [{ value: formatCount(count), label: count === 1 ? noun : `${noun}s` }];
  });
  return unnamed > 0 ? [missing, ...counted] : counted;
}

/** How many devices something happens on, those with a file included: one with a name here and an id there is one. */
function countDevices(tasks: readonly TaskFacts[]): number {
  const onDevices = tasks.flatMap((task) => {
    const { identifierValue = '', deviceId = '' } = task.responseAction ?? {};
    const kind = targetKind(task);
    if (kind !== 'Device' && kind !== 'File') return [];
    const name = kind === 'Device' ? identifierValue.toLowerCase() : '';
    return [{ name, id: deviceId.toLowerCase() }];
  });
  const idOf = new Map(onDevices.filter(({ id }) => id !== '').map(({ name, id }) => [name, id]));
  const keys = onDevices.map(({ name, id }) => id || (name !== '' && idOf.get(name)) || name);
  return new Set(keys.filter((key) => key !== '')).size;
}

/** Each warning once, with the tasks that it concerns. */
function warningsOf(
  items: readonly Pick<PlannedItem, 'name' | 'reviewed'>[],
  username: string,
): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, reviewed } of items) {
    for (const warning of warningsFor(readTask(reviewed), username)) {
      names.set(warning, [...(names.get(warning) ?? []), name]);
    }
  }
  return [...names].map(([warning, named]) =>
    items.length === 1
      ? warning
      : `${warning} (${formatCount(named.length)} of ${formatCount(items.length)}: ${nameFew(named)})`,
  );
}

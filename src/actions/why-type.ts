import type { ActionType } from '../graph/incident-tasks.ts';
import { targetKind, targetText } from '../resources/incident-tasks/words.ts';
import type { Intent, PlannedItem } from '../runs/model.ts';
import { countOf, nameFew } from '../ui/format.ts';
import { isFirmwareClass } from './driver-approval/rules.ts';
import { matchesAny } from './response-action/important-devices.ts';
import { readTask, type TaskFacts, targetKey } from './response-action/reviewed.ts';
import { blastText, countTargets } from './response-action/words.ts';

/** More drivers than this take more than a click. */
const mostDrivers = 100;
/** So do more targets of response actions than this. */
const mostTargets = 10;
/** And a single one of these. */
const grave: readonly string[] = ['hardDeleteEmail', 'stopAndQuarantineFile'] satisfies ActionType[];

/**
 * Why the number of items has to be typed before they are sent: the one rule of the product, by what the decision can
 * break and not by who asks. It goes by the facts that were reviewed, so first runs, retries and resumes meet the same
 * rule.
 *
 * @param items what is sent
 * @param importantDevices the person's own name patterns, such as `SRV-*`
 * @returns the reasons as parts of a sentence, the gravest first; empty where a click is enough
 */
export function whyType(
  intent: Intent,
  items: readonly Pick<PlannedItem, 'reviewed'>[],
  importantDevices: readonly string[],
): readonly string[] {
  switch (intent.kind) {
    case 'drivers':
      return whyTypeDrivers(
        intent.action === 'approve',
        items.map(({ reviewed }) => reviewed.driverClass ?? ''),
      );
    case 'tasks':
      return whyTypeTasks(
        items.map(({ reviewed }) => readTask(reviewed)),
        importantDevices,
      );
    case 'sync':
      return [];
  }
}

function whyTypeDrivers(installs: boolean, classes: readonly string[]): string[] {
  const reasons: string[] = [];
  const firmware = classes.filter(isFirmwareClass).length;
  if (installs && firmware > 0) reasons.push('Installs firmware, which usually can’t be rolled back');
  if (classes.length > mostDrivers) reasons.push(`Changes ${countOf(classes.length, 'driver')}`);
  return reasons;
}

function whyTypeTasks(tasks: readonly TaskFacts[], importantDevices: readonly string[]): string[] {
  const types = new Set(tasks.map(({ actionType }) => actionType));
  const users = new Set(
    tasks.filter((task) => targetKind(task) === 'User').flatMap((task) => targetKey(task) ?? []),
  );
  const important = tasks
    .filter((task) => targetKind(task) === 'Device' && matchesAny(targetText(task), importantDevices))
    .map(targetText);
  const devices = [...new Set(important)];
  const unnamed = tasks.filter((task) => targetKey(task) === undefined).length;
  const isGrave =
    grave.some((type) => types.has(type)) || countTargets(tasks) > mostTargets || users.size > 1;
  const reasons: string[] = [];
  // A number stands for all that is sent: of a mixed run, every action is named.
  if (isGrave || (types.size > 1 && devices.length + unnamed > 0)) reasons.push(blastText(tasks));
  if (devices.length === 1) reasons.push(`Includes the important device ${devices[0]}`);
  if (devices.length > 1) {
    reasons.push(`Includes ${countOf(devices.length, 'important device')}: ${nameFew(devices)}`);
  }
  if (unnamed > 0) {
    reasons.push(
      unnamed === 1
        ? 'The target of 1 task isn’t provided'
        : `The targets of ${unnamed} tasks aren’t provided`,
    );
  }
  return reasons;
}

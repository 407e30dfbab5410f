import type { ActionType } from '../../graph/incident-tasks.ts';
import { matchesAny } from '../../resources/devices/important-devices.ts';
import { targetKind, targetText } from '../../resources/incident-tasks/words.ts';
import { countOf, nameFew } from '../../ui/format.ts';
import { type TaskFacts, targetKey } from './reviewed.ts';
import { blastText, countTargets } from './words.ts';

/** More targets of response actions than this take more than a click. */
const mostTargets = 10;
/** And so does a single one of these. */
const grave: ReadonlyMap<string, string> = new Map<ActionType, string>([
  ['hardDeleteEmail', 'Users can’t recover a hard-deleted email'],
  ['stopAndQuarantineFile', 'Whatever runs from a quarantined file ends'],
]);

/**
 * Why the number of response actions has to be typed before they are sent: by what the decision can break and not by who asks. It
 * goes by the facts that were reviewed, so first runs, retries and resumes meet the same rule; but which devices are servers,
 * only the first run from an incident knows, by the evidence there.
 *
 * @param importantDevices the person's own name patterns, such as `SRV-*`, and servers as their tasks name them
 * @returns the reasons as parts of a sentence, the gravest first; empty where a click is enough
 */
export function whyTypeTasks(tasks: readonly TaskFacts[], importantDevices: readonly string[]): string[] {
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
    [...types].some((type) => grave.has(type)) || countTargets(tasks) > mostTargets || users.size > 1;
  const reasons: string[] = [];
  // A number stands for all that is sent: of a mixed run, every action is named.
  if (isGrave || (types.size > 1 && devices.length + unnamed > 0)) reasons.push(blastText(tasks));
  for (const [type, why] of grave) if (types.has(type)) reasons.push(why);
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

import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import type { DeviceFacts } from '../../../resources/devices/device-facts.ts';
import { fullTarget } from '../../../resources/incident-tasks/target.ts';
import { targetKind } from '../../../resources/incident-tasks/words.ts';

/**
 * These tasks, and those of all others that may be on the same devices: what one device's truth is made of.
 *
 * @param devices those that the tasks are shown under: a file may be found there by its hash
 */
export function onSameDevices(
  tasks: readonly IncidentTask[],
  all: readonly IncidentTask[],
  devices: readonly Pick<DeviceFacts, 'keys'>[] = [],
): readonly IncidentTask[] {
  const wanted = new Set([
    ...tasks.flatMap((task) => keysOf(task, all)),
    ...devices.flatMap(({ keys }) => keys.map(shortName)),
  ]);
  const keys = keysOfAll(all);
  return all.filter((_task, at) => keys[at]?.some((key) => wanted.has(key)));
}

/** For each list once: every incident that is opened asks for every task. */
const known = new WeakMap<readonly IncidentTask[], readonly (readonly string[])[]>();

function keysOfAll(all: readonly IncidentTask[]): readonly (readonly string[])[] {
  const before = known.get(all);
  if (before) return before;
  const keys = all.map((task) => keysOf(task, all));
  known.set(all, keys);
  return keys;
}

/** The id of a device, and its name without the domain: one task may have the short name, and another the full one. */
function keysOf(task: IncidentTask, all: readonly IncidentTask[]): readonly string[] {
  const { name, onDevice, deviceId } = fullTarget(task, all);
  const host = targetKind(task) === 'Device' ? name : onDevice;
  return [deviceId, shortName(host)].map((key) => key.toLowerCase()).filter((key) => key !== '');
}

function shortName(host: string): string {
  return host.split('.', 1)[0] ?? '';
}

import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { fullTarget } from '../../../resources/incident-tasks/target.ts';
import { targetKind } from '../../../resources/incident-tasks/words.ts';

/** These tasks, and those of all others that may be on the same devices: what one device's truth is made of. */
export function onSameDevices(
  tasks: readonly IncidentTask[],
  all: readonly IncidentTask[],
): readonly IncidentTask[] {
  const wanted = new Set(tasks.flatMap((task) => keysOf(task, all)));
  return all.filter((task) => keysOf(task, all).some((key) => wanted.has(key)));
}

/** The id of a device, and its name without the domain: one task may have the short name, and another the full one. */
function keysOf(task: IncidentTask, all: readonly IncidentTask[]): readonly string[] {
  const { name, onDevice, deviceId } = fullTarget(task, all);
  const host = targetKind(task) === 'Device' ? name : onDevice;
  return [deviceId, host.split('.', 1)[0] ?? ''].map((key) => key.toLowerCase()).filter((key) => key !== '');
}

import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { deviceFactsOf } from '../devices/device-facts.ts';
import { devicesWithFile } from '../incident-tasks/file-device.ts';
import { joinOf } from '../incident-tasks/join.ts';
import { fullTarget } from '../incident-tasks/target.ts';

/** So many incidents are read for the names of devices: each takes a request. */
const mostRead = 12;

/** True of a task that names its device by nothing but an id. */
function isNameless(task: IncidentTask, tasks: readonly IncidentTask[]): boolean {
  const { name, onDevice, deviceId } = fullTarget(task, tasks);
  return deviceId !== '' && (name === deviceId || onDevice === deviceId);
}

/** The ids of incidents in which tasks name a device by nothing but an id, sorted: their evidence may know its name. */
export function incidentsToName(tasks: readonly IncidentTask[]): readonly string[] {
  const ids = tasks.flatMap((task) => (task.incident && isNameless(task, tasks) ? [task.incident.id] : []));
  return [...new Set(ids)].sort().slice(0, mostRead);
}

/**
 * The names of devices by their ids in lower case, as the evidence of incidents has them. An id that no evidence has goes by
 * the only device with the file of its task, and says so.
 *
 * @param tasks that name a device by an id, among others
 */
export function deviceNamesIn(
  incidents: readonly Pick<IncidentDetails, 'id' | 'alerts'>[],
  tasks: readonly IncidentTask[],
): ReadonlyMap<string, string> {
  const read = incidents.map(({ id, alerts }) => ({
    id,
    evidence: alerts.items.flatMap((alert) => alert.evidence.items),
  }));
  const all = read.flatMap(({ evidence }) => evidence);
  const facts = deviceFactsOf(all.filter((piece) => piece.kind === 'device'));
  const names = new Map(facts.flatMap(({ keys, name }) => keys.map((key) => [key, name] as const)));
  for (const task of tasks) {
    const id = task.responseAction?.deviceId.toLowerCase() ?? '';
    const own = read.find((incident) => incident.id === task.incident?.id)?.evidence;
    if (id === '' || !own || names.has(id) || !isNameless(task, tasks)) continue;
    const { only } = devicesWithFile(joinOf(task, own)?.evidence, own, facts);
    if (only) names.set(id, `${only.name} (by the file’s hash)`);
  }
  return names;
}

/** The task with the name of its device in the place of the id, where the name is known. */
export function withDeviceName(task: IncidentTask, names: ReadonlyMap<string, string>): IncidentTask {
  const { responseAction } = task;
  const name = names.get(responseAction?.deviceId.toLowerCase() ?? '');
  return responseAction && name !== undefined
    ? { ...task, responseAction: { ...responseAction, deviceId: name } }
    : task;
}

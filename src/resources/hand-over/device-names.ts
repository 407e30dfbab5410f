import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { deviceFactsOf } from '../devices/device-facts.ts';
import { fullTarget } from '../incident-tasks/target.ts';

/** So many incidents are read for the names of devices: each takes a request. */
const mostRead = 12;

/** The ids of incidents in which tasks name a device by nothing but an id, sorted: their evidence may know its name. */
export function incidentsToName(tasks: readonly IncidentTask[]): readonly string[] {
  const ids = tasks.flatMap((task) => {
    const { name, onDevice, deviceId } = fullTarget(task, tasks);
    const isNameless = deviceId !== '' && (name === deviceId || onDevice === deviceId);
    return isNameless && task.incident ? [task.incident.id] : [];
  });
  return [...new Set(ids)].sort().slice(0, mostRead);
}

/** The names of devices by their ids in lower case, as the evidence of incidents has them. */
export function deviceNamesIn(
  incidents: readonly Pick<IncidentDetails, 'alerts'>[],
): ReadonlyMap<string, string> {
  const evidence = incidents.flatMap(({ alerts }) => alerts.items.flatMap((alert) => alert.evidence.items));
  const facts = deviceFactsOf(evidence.filter((piece) => piece.kind === 'device'));
  return new Map(facts.flatMap(({ keys, name }) => keys.map((key) => [key, name] as const)));
}

/** The task with the name of its device in the place of the id, where the name is known. */
export function withDeviceName(task: IncidentTask, names: ReadonlyMap<string, string>): IncidentTask {
  const { responseAction } = task;
  const name = names.get(responseAction?.deviceId.toLowerCase() ?? '');
  return responseAction && name !== undefined
    ? { ...task, responseAction: { ...responseAction, deviceId: name } }
    : task;
}

import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { actionBefore, actionText, targetKind, taskTitle } from './words.ts';

/** The target of a task with everything that is known of it. */
export interface FullTarget {
  /** In one line: "FIN-LT-0231", "3395856c… on ENG-WS-0419"; '' where Graph gives none. */
  readonly text: string;
  /** The device, file, user or email itself: a device goes by its name where that is known. */
  readonly name: string;
  /** The device that a file is on; '' for other targets, and where Graph gives none. */
  readonly onDevice: string;
  /** The id of the device; '' where it is unknown. */
  readonly deviceId: string;
}

/**
 * The target of a task, named in full. Of a device Graph may give only an id: then another task that has the same id
 * beside a name lends its name.
 *
 * @param all every task that is loaded
 */
export function fullTarget(
  task: Pick<IncidentTask, 'actionType' | 'responseAction'>,
  all: readonly IncidentTask[],
): FullTarget {
  const { identifierValue = '', deviceId = '' } = task.responseAction ?? {};
  const { names } = devicesOf(all);
  const nameOf = (id: string) => showHidden(names.get(id.toLowerCase()) ?? id);
  if (targetKind(task) === 'Device') {
    const id = deviceId || (isId(identifierValue) ? identifierValue : '');
    const name = isId(identifierValue) || identifierValue === '' ? nameOf(id) : showHidden(identifierValue);
    return { text: name, name, onDevice: '', deviceId: showHidden(id) };
  }
  const name = showHidden(identifierValue);
  const onDevice = deviceId === '' ? '' : nameOf(deviceId);
  const parts = [name, ...(onDevice ? [`on ${onDevice}`] : [])].filter(Boolean);
  return { text: parts.join(' '), name, onDevice, deviceId: showHidden(deviceId) };
}

/**
 * The device that a task acts on, or that its file is on, in lower case: its name, or its id where another device has the
 * same name; '' where Graph names none.
 *
 * @param all every task that is loaded
 */
export function deviceKey(task: IncidentTask, all: readonly IncidentTask[]): string {
  const { name, onDevice, deviceId } = fullTarget(task, all);
  const host = (targetKind(task) === 'Device' ? name : onDevice).toLowerCase();
  return deviceId !== '' && devicesOf(all).shared.has(host) ? deviceId.toLowerCase() : host;
}

interface Devices {
  /** By their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Names that several ids have. */
  readonly shared: ReadonlySet<string>;
}

/** For each list once: a grid asks for every row. */
const known = new WeakMap<readonly IncidentTask[], Devices>();

function devicesOf(all: readonly IncidentTask[]): Devices {
  const before = known.get(all);
  if (before) return before;
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const task of all) {
    const { identifierValue = '', deviceId = '' } = task.responseAction ?? {};
    if (targetKind(task) !== 'Device' || deviceId === '' || identifierValue === '' || isId(identifierValue))
      continue;
    const id = deviceId.toLowerCase();
    const name = showHidden(identifierValue).toLowerCase();
    names.set(id, identifierValue);
    if ((ids.get(name) ?? id) !== id) shared.add(name);
    ids.set(name, id);
  }
  const devices = { names, shared };
  known.set(all, devices);
  return devices;
}

/** True for a GUID, or the 40 hex digits by which Defender knows a device. */
function isId(text: string): boolean {
  return /^(?:[\da-f]{40}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(text);
}

/** "Isolate device FIN-LT-0231": an action and its target as a decision. */
export function actionOnTarget(
  task: Pick<IncidentTask, 'actionType' | 'responseAction'>,
  all: readonly IncidentTask[],
): string {
  const target = fullTarget(task, all).text;
  return target === '' ? actionText(task) : `${actionBefore(task)} ${target}`;
}

/** A task's title, with as much of its action and target as the title doesn't say already. */
export function taskName(task: IncidentTask, all: readonly IncidentTask[]): string {
  const title = taskTitle(task);
  const { name, onDevice } = fullTarget(task, all);
  const unsaid = [actionText(task), name].filter((part) => part !== '' && !says(title, part));
  const device = onDevice !== '' && !says(title, onDevice) ? ` on ${onDevice}` : '';
  return [title, ...unsaid].join(', ') + device;
}

function says(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** A title in two parts, the second of which only repeats the target, with the word that leads to it. */
export function splitTitle(title: string, target: string): readonly [said: string, repeated: string] {
  if (target === '' || !title.toLowerCase().endsWith(target.toLowerCase())) return [title, ''];
  const said = title.slice(0, -target.length).replace(/(?:\s+(?:on|for|from|of|to)|:)?\s+$/i, '');
  // A part of a word is no target: "PC-10" does not repeat "C-10".
  const isWord = /\s/.test(title.charAt(title.length - target.length - 1));
  return said !== '' && isWord ? [said, title.slice(said.length)] : [title, ''];
}

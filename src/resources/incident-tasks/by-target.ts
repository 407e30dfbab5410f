import type { Evidence } from '../../graph/evidence.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { type DeviceFacts, deviceBy, deviceFactsOf } from '../devices/device-facts.ts';
import { devicesWithFile } from './file-device.ts';
import { type Join, joinOf } from './join.ts';
import { isClosed, isDone } from './states.ts';
import { fullTarget } from './target.ts';
import { targetKind } from './words.ts';

export type TargetGroupKind = 'device' | 'user' | 'email' | 'file' | 'incident';

/** A task under its target. */
export interface TaskOnTarget {
  readonly task: IncidentTask;
  /** The evidence that it is about; undefined where none is, or several could be. */
  readonly join: Join | undefined;
  /** The file, where the group is the device that it is on; '' otherwise. */
  readonly file: string;
  /** How the device of the file was found; undefined where Graph names it, and for what is no file. */
  readonly fileDevice: FileDevice | undefined;
}

/**
 * `byHash`: the task doesn't name the device, but the only one of the incident with that file does. `several`: more than one
 * has it. `unnamed`: the task gives an id that no evidence has.
 */
export type FileDevice = 'byHash' | 'several' | 'unnamed';

/** The tasks of an incident on one target. */
export interface TargetGroup {
  readonly kind: TargetGroupKind;
  /** Unique among the groups of an incident. */
  readonly key: string;
  /** Foreign text; '' for the whole incident, and where Graph names no target. */
  readonly name: string;
  /** Only of devices that evidence is about. */
  readonly facts: DeviceFacts | undefined;
  readonly tasks: readonly TaskOnTarget[];
  readonly done: number;
  /** Something is left to do: such groups come first. */
  readonly isOpen: boolean;
}

/**
 * The tasks of an incident by target, in the order of work: devices, users, email, files, and last what concerns the whole
 * incident; of each, groups with something left to do come first.
 *
 * @param all every task that is loaded: another may know the name of a device
 * @param evidence of the incident; without it, tasks go by the target that Graph names
 */
export function groupsByTarget(
  tasks: readonly IncidentTask[],
  all: readonly IncidentTask[],
  evidence: readonly Evidence[],
): readonly TargetGroup[] {
  const devices = deviceFactsOf(evidence.filter((piece) => piece.kind === 'device'));
  const groups = new Map<string, { at: Place; tasks: TaskOnTarget[] }>();
  for (const task of tasks) {
    const join = joinOf(task, evidence);
    const at = placeOf(task, join, all, devices, evidence);
    const key = `${at.kind} ${at.facts?.keys[0] ?? at.id.toLowerCase()}`;
    const group = groups.get(key) ?? { at, tasks: [] };
    group.tasks.push({ task, join, file: at.file, fileDevice: at.fileDevice });
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { at, tasks: own }]): TargetGroup => {
      const isLeft = ({ task }: TaskOnTarget) => !isDone(task) && !isClosed(task);
      const done = own.filter(({ task }) => isDone(task)).length;
      const { kind, name, facts } = at;
      return { kind, key, name, facts, tasks: own, done, isOpen: own.some(isLeft) };
    })
    .sort(compare);
}

/**
 * The same groups, none of which moves when its tasks start or end: each stands where its first task stood before, and new
 * ones come last.
 *
 * @param held ids of tasks in the order in which they were shown; empty: the order of work
 */
export function inHeldOrder(groups: readonly TargetGroup[], held: readonly string[]): readonly TargetGroup[] {
  const places = new Map(held.map((id, at) => [id, at]));
  const placeOfGroup = ({ tasks }: TargetGroup) =>
    Math.min(...tasks.map(({ task }) => places.get(task.id) ?? held.length));
  return groups.toSorted((a, b) => placeOfGroup(a) - placeOfGroup(b));
}

const order: readonly TargetGroupKind[] = ['device', 'user', 'email', 'file', 'incident'];

function compare(a: TargetGroup, b: TargetGroup): number {
  const isWhole = (group: TargetGroup) => Number(group.kind === 'incident');
  return (
    isWhole(a) - isWhole(b) ||
    Number(b.isOpen) - Number(a.isOpen) ||
    order.indexOf(a.kind) - order.indexOf(b.kind)
  );
}

interface Place {
  readonly kind: TargetGroupKind;
  /** Two emails may have one subject: tells targets of a kind apart. */
  readonly id: string;
  readonly name: string;
  readonly facts: DeviceFacts | undefined;
  readonly file: string;
  readonly fileDevice: FileDevice | undefined;
}

function placeOf(
  task: IncidentTask,
  join: Join | undefined,
  all: readonly IncidentTask[],
  devices: readonly DeviceFacts[],
  evidence: readonly Evidence[],
): Place {
  const { name, onDevice, deviceId } = fullTarget(task, all);
  const kind = targetKind(task);
  const device = (given: string): Place => {
    const facts = deviceBy(deviceId || joinedDevice(join), devices) ?? deviceBy(given, devices);
    return onThe(facts, given);
  };
  switch (kind) {
    case 'Device':
      return device(name);
    case 'File': {
      const file = name || joinedName(join);
      const named = deviceBy(deviceId, devices) ?? deviceBy(onDevice, devices);
      if (named || onDevice !== deviceId) return { ...onThe(named, onDevice), file };
      const { only, count } = devicesWithFile(join?.evidence, evidence, devices);
      if (only) return { ...onThe(only, ''), file, fileDevice: 'byHash' };
      const isTold = evidence.length > 0 && (deviceId !== '' || count > 1);
      const fileDevice = isTold ? (count > 1 ? 'several' : 'unnamed') : undefined;
      return deviceId === ''
        ? { ...place('file', file), fileDevice }
        : { ...onThe(undefined, onDevice), file, fileDevice };
    }
    case 'User':
      return place('user', name || joinedName(join));
    case 'Email':
      return place('email', joinedName(join) || name, name || joinedName(join));
    default:
      return place('incident', '');
  }
}

function place(kind: TargetGroupKind, name: string, id = name): Place {
  return { kind, id, name, facts: undefined, file: '', fileDevice: undefined };
}

/** @param given the name that Graph gives, for a device that no evidence is about */
function onThe(facts: DeviceFacts | undefined, given: string): Place {
  return { ...place('device', facts?.name || given), facts };
}

/** The id of the device that joined evidence is on, or is; '' where there is none. */
function joinedDevice(join: Join | undefined): string {
  return join && 'mdeDeviceId' in join.evidence ? join.evidence.mdeDeviceId : '';
}

/** How joined evidence is called on screen; '' where there is none. */
function joinedName(join: Join | undefined): string {
  const piece = join?.evidence;
  switch (piece?.kind) {
    case 'file':
      return piece.fileDetails.fileName || piece.fileDetails.sha1;
    case 'process':
      return piece.imageFile.fileName || piece.imageFile.sha1;
    case 'user':
      return piece.userAccount.userPrincipalName || piece.userAccount.accountName;
    case 'mailbox':
      return piece.primaryAddress || piece.displayName;
    case 'analyzedMessage':
      return piece.subject || piece.networkMessageId;
    case 'mailCluster':
      return piece.clusterByValue;
    default:
      return '';
  }
}

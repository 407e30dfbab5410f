import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { formatNear } from '../../ui/format-near.ts';
import { isRunning } from '../incident-tasks/states.ts';
import { lastChangeClause } from '../incident-tasks/words.ts';
import type { DeviceFacts, DeviceRole } from './device-facts.ts';
import type { Control, ControlTruth, DeviceConflict } from './device-truth.ts';

const roleTexts: Readonly<Record<DeviceRole, string>> = {
  domainController: 'Domain controller',
  server: 'Server',
  client: '',
  unknown: '',
};

/** "Server", "Domain controller"; '' for a device that needs no mark. */
export function roleText({ role }: Pick<DeviceFacts, 'role'>): string {
  return roleTexts[role];
}

const risks: Readonly<Record<string, string>> = {
  none: '',
  informational: 'Informational risk',
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

/** "High risk"; a member that this version does not know stays as it came. */
export function riskText({ risk }: Pick<DeviceFacts, 'risk'>): string {
  return new Map(Object.entries(risks)).get(risk.toLowerCase()) ?? showHidden(risk);
}

/** "Windows 11, adele": the operating system and who is logged on. */
export function deviceLine({ os, users }: Pick<DeviceFacts, 'os' | 'users'>): string {
  return [spaced(os), ...users].filter(Boolean).map(showHidden).join(', ');
}

/** Graph writes "WindowsServer2022" and "Windows11". */
function spaced(os: string): string {
  return os.replaceAll(/(?<=[a-z])(?=[A-Z\d])/g, ' ');
}

const states: Readonly<Record<Control, Readonly<Record<ControlTruth['state'], string>>>> = {
  isolation: {
    on: 'Isolated',
    off: 'Released',
    turningOn: 'Isolating',
    turningOff: 'Releasing',
    failed: 'Not isolated: the action failed',
    unknown: 'Isolation unknown',
    never: '',
  },
  restriction: {
    on: 'Apps restricted',
    off: 'Restriction removed',
    turningOn: 'Restricting apps',
    turningOff: 'Removing restriction',
    failed: 'Not restricted: the action failed',
    unknown: 'Restriction unknown',
    never: '',
  },
};

/** "Isolated 09:12", "Isolating since 29 Nov, 06:10, stuck"; '' where no task says anything. */
export function controlText(control: Control, { state, since, isStuck }: ControlTruth, now: Instant): string {
  const text = states[control][state];
  if (text === '' || since === null) return text;
  const isUnderWay = state === 'turningOn' || state === 'turningOff';
  const when = `${isUnderWay ? ' since' : ''} ${formatNear(since, now)}`;
  return `${text}${state === 'unknown' || state === 'failed' ? '' : when}${isStuck ? ', stuck' : ''}`;
}

const nouns = { isolation: 'isolate', restriction: 'restrict' } as const;
const releases = { isolation: 'release', restriction: 'unrestrict' } as const;

/**
 * Why tasks must not be sent together, and what to do: "2 tasks isolate this device, the other in incident 2972412. Run one
 * of them."
 *
 * @param incidentId the incident that is open: where the other task is, is said
 * @param inRuns ids of tasks that runs of this browser hold
 */
export function conflictText(
  conflict: DeviceConflict,
  incidentId: string,
  inRuns: ReadonlySet<string> = noIds,
): string {
  const { kind, control, tasks } = conflict;
  const isOff = tasks.every(({ actionType }) => actionType.startsWith('un'));
  const verb = isOff ? releases[control] : nouns[control];
  const elsewhere = elsewhereText(tasks, incidentId);
  switch (kind) {
    case 'double':
      return `${tasks.length} tasks ${verb} this device${elsewhere}. ${adviceOf(conflict, inRuns)}`;
    case 'opposed':
      return `One task would ${nouns[control]} this device and another would ${releases[control]} it${elsewhere}. ${adviceOf(conflict, inRuns)}`;
    case 'already': {
      // The first of them has done it.
      const by = tasks[0]?.incident?.id ?? '';
      const where = by === incidentId || by === '' ? 'another task' : `a task of incident ${showHidden(by)}`;
      return `${states[control][isOff ? 'off' : 'on']} already by ${where}${tasks[0] ? lastChangeClause(tasks[0]) : ''}.`;
    }
  }
}

const noIds: ReadonlySet<string> = new Set();

/** What to do about tasks that must not be sent together, as far as they are under way. */
function adviceOf({ tasks, isUnknown }: DeviceConflict, inRuns: ReadonlySet<string>): string {
  const [running, ...others] = tasks.filter(isRunning);
  if (others.length > 0) return `${others.length + 1} are in progress: wait for their results.`;
  if (running) return `One is in progress${lastChangeClause(running)}: wait for its result.`;
  if (tasks.some(({ id }) => inRuns.has(id))) return 'One is in a run: wait for its result.';
  return isUnknown ? 'The result of one isn’t known: check again first.' : 'Run one of them.';
}

/** ", the other in incident 2972412"; '' where all of these tasks are in the incident that is open. */
function elsewhereText(tasks: DeviceConflict['tasks'], incidentId: string): string {
  const ids = tasks.map(({ incident }) => incident?.id ?? '').filter((id) => id !== incidentId && id !== '');
  const others = [...new Set(ids)].map(showHidden);
  if (others.length === 0) return '';
  const subject = ids.length === 1 ? 'the other' : `${ids.length} of them`;
  return `, ${subject} in ${others.length === 1 ? 'incident' : 'incidents'} ${others.join(' and ')}`;
}

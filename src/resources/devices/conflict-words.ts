import { showHidden } from '../../lib/visible-text.ts';
import { isRunning } from '../incident-tasks/states.ts';
import { lastChangeClause } from '../incident-tasks/words.ts';
import type { DeviceConflict } from './device-truth.ts';
import { controlWord } from './words.ts';

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
      return `${controlWord(control, isOff ? 'off' : 'on')} already by ${where}${tasks[0] ? lastChangeClause(tasks[0]) : ''}.`;
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

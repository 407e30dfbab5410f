import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { targetKind } from '../../resources/incident-tasks/words.ts';
import type { Deadline } from '../../resources/incidents/deadline.ts';
import { hasNoOwner, isMine } from '../../resources/incidents/desk.ts';
import type { TaskCounts } from '../../run-panel/task-counts.ts';
import { countOf, formatCount, formatMoment } from '../../ui/format.ts';

/** "4 devices, 1 user", or the name of the only one; '' where tasks name neither. */
export function concernedText(
  { devices, users, tasks }: Pick<TasksOfIncident, 'devices' | 'users' | 'tasks'>,
  all: readonly IncidentTask[],
): string {
  if (devices + users === 1) {
    const named = tasks
      .filter((task) => targetKind(task) === 'Device' || targetKind(task) === 'User')
      .map((task) => fullTarget(task, all).name);
    const on = tasks.map((task) => fullTarget(task, all).onDevice);
    const only = [...named, ...on].find((name) => name !== '');
    if (only !== undefined) return only;
  }
  return [
    ...(devices > 0 ? [countOf(devices, 'device')] : []),
    ...(users > 0 ? [countOf(users, 'user')] : []),
  ].join(', ');
}

/** Who has an incident: "you", a name, "no owner"; '' where the incident has not been read. */
export function ownerText(
  { incident }: Pick<TasksOfIncident, 'incident'>,
  ownNames: readonly string[],
): string {
  if (!incident) return '';
  if (hasNoOwner(incident)) return 'no owner';
  return isMine(incident, ownNames) ? 'you' : showName(incident.assignedTo);
}

/** "1 failed, 1 stuck, 1 unknown", as short as a row of the list; '' where nothing needs a person. */
export function needsText({ failed, partiallyCompleted, stuck, unknown }: TaskCounts): string {
  return [
    { count: failed, word: 'failed' },
    { count: partiallyCompleted, word: 'partial' },
    { count: stuck, word: 'stuck' },
    { count: unknown, word: 'unknown' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${formatCount(count)} ${word}`)
    .join(', ');
}

/** In ms: a deadline nearer than this is red. */
const soon = 3_600_000;

export function isDueSoon({ at }: Pick<Deadline, 'at'>, now: Instant): boolean {
  return at - now < soon;
}

/** Who names a deadline, and in which words. */
export function deadlineHint({ at, sentence, comment, namesZone }: Deadline): string {
  const by = showName(comment.createdByDisplayName) || 'a comment';
  const zone = namesZone ? '' : ', taken for your time zone';
  return `${formatMoment(at)}${zone}. From ${by}: “${showHidden(sentence)}”`;
}

/** That the list would look otherwise: "2 new incidents"; '' while it would not. */
export function changedText({
  shown,
  added,
  changed,
}: {
  readonly shown: number;
  readonly added: number;
  readonly changed: number;
}): string {
  if (shown > added) return countOf(shown - added, 'new incident');
  return changed > 0 ? `Order changed: ${countOf(changed, 'incident')}` : '';
}

import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { countOf, formatDuration, formatMinute, formatTime } from '../../ui/format.ts';
import { formatNear } from '../../ui/format-near.ts';
import { isClosed } from '../incident-tasks/states.ts';
import { actionStatusText, actionStatusWord, taskStatusText } from '../incident-tasks/words.ts';
import { incidentStatusText, severityText } from '../incidents/words.ts';
import type { HandOverIncident, HandOverLine, Seen } from './hand-over.ts';

/**
 * The state of a task in a comment, which is read at any time: a time stands in the place of an age. So the same hand-over is
 * the same text for as long as nothing changes.
 */
export function lastingState(line: HandOverLine): string {
  const { kind, progress } = line;
  return kind === 'stuck' && progress
    ? `Stuck: in progress since ${formatMinute(progress.since)}`
    : lineState(line);
}

/** "Stuck: in progress for 3 h, usually 1 min" */
export function lineState({ kind, task, progress }: HandOverLine): string {
  switch (kind) {
    case 'failed':
      return actionStatusText(task);
    case 'stuck': {
      const age = formatDuration(progress?.age ?? 0);
      const usual = progress?.usual === undefined ? '' : `, usually ${formatDuration(progress.usual)}`;
      return `Stuck: in progress for ${age}${usual}`;
    }
    case 'unknown':
      return 'Unknown: sent from Actiondesk, and the result isn’t known';
    case 'running':
      return progress ? `In progress since ${formatTime(progress.since)}` : 'In progress';
    case 'open':
      return task.actionType === 'text' ? 'To be done by hand' : actionStatusText(task);
    case 'changed':
      return standText(task);
  }
}

/** How a task stands, without its age: "In progress", "Not relevant", "Completed, action failed". */
export function standText(task: Pick<IncidentTask, 'actionStatus' | 'status'>): string {
  const { actionStatus } = task;
  if (!isClosed(task)) return actionStatusText(task);
  const status = taskStatusText(task);
  // A person may close a task whatever its action came to.
  const isAsClosed = actionStatus === 'notStarted' || actionStatus === 'completed';
  return isAsClosed ? status : `${status}, action ${actionStatusWord(actionStatus)}`;
}

/** "last changed by Priya Nair, 09:44"; '' where Graph says nothing, and for what is older than the hand-over. */
export function lineChange(
  { task, hasChanged }: Pick<HandOverLine, 'task' | 'hasChanged'>,
  now: Instant,
): string {
  const { lastModifiedByDisplayName: by, lastModifiedDateTime: at } = task;
  if (!hasChanged || at === null) return '';
  return by === ''
    ? `last changed ${formatNear(at, now)}`
    : `last changed by ${showName(by)}, ${formatNear(at, now)}`;
}

/** "from this browser, 09:44: Isolate device: Started" */
export function seenText({ at, text }: Seen, now: Instant): string {
  return `from this browser, ${formatNear(at, now)}: ${showHidden(text)}`;
}

/** "assigned to Priya Nair", "no owner"; '' where there is no incident to own. */
export function ownerText({ group: { incident, incidentId }, owner }: HandOverIncident): string {
  if (owner === 'person' && incident) return `assigned to ${showName(incident.assignedTo)}`;
  if (owner === 'nobody') return 'no owner';
  return incidentId === '' ? '' : 'owner not loaded';
}

/** "3 tasks left", "nothing left" */
export function leftText({ lines }: Pick<HandOverIncident, 'lines'>): string {
  const left = lines.filter(({ kind }) => kind !== 'changed').length;
  return left === 0 ? 'nothing left' : `${countOf(left, 'task')} left`;
}

/** "2 new comments, the last by Priya Nair, 09:47 · 1 comment couldn’t be read"; '' where there is none. */
export function commentsText(
  { comments, commentsLeftOut }: Pick<HandOverIncident, 'comments' | 'commentsLeftOut'>,
  now: Instant,
): string {
  const leftOut = commentsLeftOut === 0 ? '' : `${countOf(commentsLeftOut, 'comment')} couldn’t be read`;
  return [newCommentsText(comments, now), leftOut].filter(Boolean).join(' · ');
}

function newCommentsText(comments: HandOverIncident['comments'], now: Instant): string {
  const last = comments.reduce<(typeof comments)[number] | undefined>(
    (latest, each) => ((each.createdDateTime ?? 0) >= (latest?.createdDateTime ?? 0) ? each : latest),
    undefined,
  );
  if (!last) return '';
  const by = last.createdByDisplayName === '' ? '' : ` by ${showName(last.createdByDisplayName)}`;
  const at = last.createdDateTime === null ? '' : `, ${formatNear(last.createdDateTime, now)}`;
  return `${countOf(comments.length, 'new comment')}, the last${by}${at}`;
}

/** "due 22:30 (“Isolate all four devices before 22:30”)": as a comment names the deadline; '' where none does. */
export function deadlineText({ deadline }: Pick<HandOverIncident, 'deadline'>, now: Instant): string {
  if (!deadline) return '';
  const due = deadline.at < now ? 'was due' : 'due';
  return `${due} ${formatNear(deadline.at, now)} (“${showHidden(deadline.sentence)}”)`;
}

/** "High · incident 2972395 · Active · assigned to Priya Nair · 3 tasks left · no next step" */
export function incidentLine(given: HandOverIncident, now: Instant): string {
  const { group, isOpen, note } = given;
  const { incident, incidentId } = group;
  return [
    incident ? severityText(incident) : '',
    incidentId === '' ? '' : `incident ${showName(incidentId)}`,
    incident ? incidentStatusText(incident) : '',
    ownerText(given),
    leftText(given),
    deadlineText(given, now),
    isOpen && note === '' && incidentId !== '' ? 'no next step' : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

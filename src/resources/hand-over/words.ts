import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { countOf, formatDuration, formatMinute } from '../../ui/format.ts';
import { formatNear } from '../../ui/format-near.ts';
import { isByService } from '../incident-tasks/by-service.ts';
import type { Progress } from '../incident-tasks/progress.ts';
import { isClosed, isRunning } from '../incident-tasks/states.ts';
import { actionStatusText, actionStatusWord, taskStatusText } from '../incident-tasks/words.ts';
import { incidentStatusText, severityText } from '../incidents/words.ts';
import { gapsOf, type HandOver, type HandOverIncident, type HandOverLine, type Seen } from './hand-over.ts';

/**
 * A time as a text says it. In a comment, which is read on any day, it has its whole date: so the same hand-over is the same
 * text for as long as nothing changes.
 *
 * @param now null: the text is read at any time
 */
function timeText(at: Instant, now: Instant | null): string {
  return now === null ? formatMinute(at) : formatNear(at, now);
}

/** "Times are in Europe/Berlin (UTC+1).": a hand-over is read in other zones, too. */
export function zoneText(timeZone: string, now: Instant): string {
  if (timeZone === 'UTC') return 'Times are in UTC.';
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `Times are in ${timeZone} (${offset.replace('GMT', 'UTC')}).`;
}

/** "Stuck: in progress for 3 h, usually 1 min". @param now null: the text is read at any time, so no age is said */
export function lineState({ kind, task, progress, already }: HandOverLine, now: Instant | null): string {
  switch (kind) {
    case 'failed':
      return actionStatusText(task);
    case 'stuck':
      return progress ? `Stuck: ${stuckText(progress, now)}` : 'Stuck: in progress';
    case 'unknown':
      return 'Unknown: sent from Actiondesk, and the result isn’t known';
    case 'running':
      return progress ? `In progress since ${timeText(progress.since, now)}` : 'In progress';
    case 'open':
      return task.actionType === 'text'
        ? 'To be done by hand'
        : [actionStatusText(task), already].filter(Boolean).join('. ');
    case 'changed':
      return standText(task);
  }
}

function stuckText({ since, age, usual }: Progress, now: Instant | null): string {
  if (now === null) return `in progress since ${formatMinute(since)}`;
  return `in progress for ${formatDuration(age)}${usual === undefined ? '' : `, usually ${formatDuration(usual)}`}`;
}

/** How a task stands, without its age: "In progress", "Not relevant", "Completed, action failed", "Not relevant, action completed". */
export function standText(task: Pick<IncidentTask, 'actionStatus' | 'status'>): string {
  const { actionStatus } = task;
  if (!isClosed(task)) return actionStatusText(task);
  const status = taskStatusText(task);
  // A person may close a task whatever its action came to: a device stays isolated, though its task is not relevant.
  const isAsClosed = actionStatus === 'notStarted' || actionStatus === task.status;
  return isAsClosed ? status : `${status}, action ${actionStatusWord(actionStatus)}`;
}

/**
 * "last changed by Priya Nair, 09:44"; '' where Graph says nothing, and for what is older than the hand-over, but for failures:
 * of these, Graph tells no more than the time.
 */
export function lineChange(
  { kind, task, hasChanged }: Pick<HandOverLine, 'task' | 'hasChanged'> & Partial<Pick<HandOverLine, 'kind'>>,
  now: Instant | null,
): string {
  const { lastModifiedByDisplayName: by, lastModifiedDateTime: at } = task;
  if ((!hasChanged && kind !== 'failed') || at === null) return '';
  if (isByService(task) && task.actionStatus !== 'notStarted' && !isRunning(task))
    return `result reported by ${showName(by)}, ${timeText(at, now)}`;
  return by === ''
    ? `last changed ${timeText(at, now)}`
    : `last changed by ${showName(by)}, ${timeText(at, now)}`;
}

/**
 * "sent from Actiondesk by Sam Operator, 09:44: Isolate device: Started. Note: CHG-441"
 *
 * @param by who hands over, and has sent it
 */
export function seenText({ at, text, note }: Seen, now: Instant | null, by: string): string {
  const told = `sent from Actiondesk by ${showHidden(by)}, ${timeText(at, now)}: ${showHidden(text)}`;
  return note === '' ? told : `${told}. Note: ${showHidden(note)}`;
}

/** What was copied with gaps says so: ", with 2 gaps". */
export function gapsNote(given: Pick<HandOver, 'incidents'>): string {
  const { noOwner, noNextStep } = gapsOf(given);
  const gaps = noOwner.length + noNextStep.length;
  return gaps === 0 ? '' : `, with ${countOf(gaps, 'gap')}`;
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
  now: Instant | null,
): string {
  const leftOut = commentsLeftOut === 0 ? '' : `${countOf(commentsLeftOut, 'comment')} couldn’t be read`;
  return [newCommentsText(comments, now), leftOut].filter(Boolean).join(' · ');
}

function newCommentsText(comments: HandOverIncident['comments'], now: Instant | null): string {
  const last = comments.reduce<(typeof comments)[number] | undefined>(
    (latest, each) => ((each.createdDateTime ?? 0) >= (latest?.createdDateTime ?? 0) ? each : latest),
    undefined,
  );
  if (!last) return '';
  const by = last.createdByDisplayName === '' ? '' : ` by ${showName(last.createdByDisplayName)}`;
  const at = last.createdDateTime === null ? '' : `, ${timeText(last.createdDateTime, now)}`;
  return `${countOf(comments.length, 'new comment')}, the last${by}${at}`;
}

/**
 * "due 22:30 (“Isolate all four devices before 22:30”)": as a comment names the deadline; '' where none does. A zone that the
 * comment leaves out is the reader's guess, and said to be one.
 *
 * @param now null: the text is read at any time, before the deadline or after
 */
export function deadlineText({ deadline }: Pick<HandOverIncident, 'deadline'>, now: Instant | null): string {
  if (!deadline) return '';
  const { at, namesZone, sentence } = deadline;
  const due = now === null ? 'deadline' : at < now ? 'was due' : 'due';
  const zone = namesZone ? '' : ', time zone assumed';
  return `${due} ${timeText(at, now)}${zone} (“${showHidden(sentence)}”)`;
}

/** "High · incident 2972395 · Active · assigned to Priya Nair · 3 tasks left · no next step" */
export function incidentLine(given: HandOverIncident, now: Instant | null): string {
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

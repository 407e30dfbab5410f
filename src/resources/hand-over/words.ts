import { showName } from '../../lib/visible-text.ts';
import { countOf, formatDuration, formatMinute, formatTime, nameFew } from '../../ui/format.ts';
import { actionStatusText, taskStatusText } from '../incident-tasks/words.ts';
import { severityText } from '../incidents/words.ts';
import { type Gaps, gapsOf, type HandOver, type HandOverIncident, type HandOverLine } from './hand-over.ts';

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
      return task.status === 'notRelevant' ? taskStatusText(task) : doneText(task);
  }
}

function doneText(task: HandOverLine['task']): string {
  return task.actionStatus === 'notStarted' ? taskStatusText(task) : actionStatusText(task);
}

/** "last changed by Priya Nair, 09:44"; '' where Graph says nothing, and for what is older than the hand-over. */
export function lineChange({ task, hasChanged }: HandOverLine): string {
  const { lastModifiedByDisplayName: by, lastModifiedDateTime: at } = task;
  if (!hasChanged || at === null) return '';
  return by === ''
    ? `last changed ${formatMinute(at)}`
    : `last changed by ${showName(by)}, ${formatMinute(at)}`;
}

/** The title of an incident, or its number; tasks without one are together. */
export function incidentTitle({ group: { incident, incidentId } }: HandOverIncident): string {
  if (incident?.displayName) return showName(incident.displayName);
  return incidentId === '' ? 'Tasks without an incident' : `Incident ${showName(incidentId)}`;
}

/** "High · incident 2972395 · assigned to Priya Nair · 3 tasks left" */
export function incidentLine({ group, hasOwner, lines }: HandOverIncident): string {
  const { incident, incidentId } = group;
  const left = lines.filter(({ kind }) => kind !== 'changed').length;
  return [
    incident ? severityText(incident) : '',
    incidentId === '' ? '' : `incident ${showName(incidentId)}`,
    hasOwner && incident ? `assigned to ${showName(incident.assignedTo)}` : 'no owner',
    left === 0 ? 'nothing left' : `${countOf(left, 'task')} left`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What to say before a hand-over is copied or posted; empty where nothing is missing. */
export function gapTexts(given: HandOver): readonly string[] {
  const { noOwner, noNextStep }: Gaps = gapsOf(given);
  const named = (incidents: readonly HandOverIncident[]) => nameFew(incidents.map(incidentTitle));
  return [
    ...(noOwner.length > 0
      ? [`${countOf(noOwner.length, 'open incident')} without an owner: ${named(noOwner)}`]
      : []),
    ...(noNextStep.length > 0
      ? [`${countOf(noNextStep.length, 'open incident')} without a next step: ${named(noNextStep)}`]
      : []),
  ];
}

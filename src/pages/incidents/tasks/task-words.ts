import type { OtherTask } from '../../../actions/response-action/opposed.ts';
import type { Instant } from '../../../lib/instant.ts';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import { isByService } from '../../../resources/incident-tasks/by-service.ts';
import { actionSentence } from '../../../resources/incident-tasks/sentences.ts';
import { isClosed, isRunning } from '../../../resources/incident-tasks/states.ts';
import { actionStatusText, isolationText } from '../../../resources/incident-tasks/words.ts';
import { isOwnName } from '../../../resources/incidents/own-name.ts';
import { formatCount, formatDuration } from '../../../ui/format.ts';
import { formatNear } from '../../../ui/format-near.ts';
import type { DeskTask } from './use-incident-tasks.ts';

/** "1 selected of 2 that can run here": never that nothing can run while something can. */
export function choiceText(selected: number, toRun: number, able: number): string {
  const [count, canRun] = [formatCount(selected), formatCount(able)];
  if (able === 0) return `${count} selected, none can run here`;
  if (selected > toRun) return `${count} selected, ${formatCount(toRun)} of ${canRun} that can run here`;
  if (selected === able) return `${count} selected, all that can run here`;
  return `${count} selected of ${canRun} that can run here`;
}

/** Beside the state of a task: since when or by whom, or what its action does. */
export interface Meta {
  readonly text: string;
  /** It speaks against the next step. */
  readonly isWarning: boolean;
}

/**
 * What a line says beside a task's state.
 *
 * @param ownNames under which Graph may name the person who looks
 * @param newText that the task is new to the person; '' where it isn't
 */
export function metaOf(
  {
    task,
    step,
    progress,
    startedAt,
    others = [],
    roleGap,
    whySkipped,
    fileDevice,
  }: Pick<DeskTask, 'task' | 'step' | 'progress'> &
    Partial<Pick<DeskTask, 'startedAt' | 'others' | 'roleGap' | 'whySkipped' | 'fileDevice'>>,
  ownNames: readonly string[],
  now: Instant,
  newText = '',
): Meta {
  const plain = (text: string): Meta => ({ text, isWarning: false });
  if (step.kind === 'markDone') {
    const { at } = step.acted;
    return plain(at === null ? 'from here' : `${formatNear(at, now)} from here`);
  }
  if (progress) {
    // Starting it is the last change as a rule: then Graph names the person.
    const by = progress.isStartedHere || isByService(task) ? '' : byText(task, ownNames);
    const from = progress.isStartedHere ? 'run from here, ' : 'since ';
    const usual = progress.usual === undefined ? '' : `, usually ${formatDuration(progress.usual)}`;
    return plain(`${from}${formatNear(progress.since, now)}${by && ` ${by}`}${usual}`);
  }
  if (isRunning(task) || isClosed(task) || task.actionStatus !== 'notStarted') {
    return plain(changeText(task, ownNames, now, startedAt));
  }
  const isManaged = task.source === 'defenderExpertsManagedResponse';
  if (step.kind === 'run') {
    if (isManaged) return { text: 'Defender Experts run it themselves', isWarning: true };
    if (whySkipped !== undefined) return { text: whySkipped, isWarning: true };
    const [first] = others;
    if (first) return { text: otherText(first), isWarning: true };
    if (newText !== '') return { text: newText, isWarning: true };
    if (fileDevice !== undefined) return plain(fileDeviceText({ fileDevice }));
    const isolation = isolationText(task);
    return plain(isolation === '' ? actionSentence(task) : `${isolation} isolation`);
  }
  if (roleGap !== undefined) return { text: roleGap, isWarning: true };
  if (step.kind === 'byHand') return plain(step.byHand.why || actionSentence(task));
  return plain(actionSentence(task));
}

/** "Incident 2972380 has a task that does the opposite" */
function otherText({ other, kind }: OtherTask): string {
  const id = other.incident?.id ?? '';
  const where = id === '' ? 'Another task' : `A task of incident ${showHidden(id)}`;
  return `${where} does the ${kind}`;
}

/** Which device a file is on, where its task doesn’t say so by a name that is known; '' otherwise. */
export function fileDeviceText({ fileDevice }: Pick<DeskTask, 'fileDevice'>): string {
  switch (fileDevice) {
    case 'byHash':
      return 'Device found by the file’s hash: the only one in this incident’s evidence';
    case 'several':
      return 'Device unclear: this incident’s evidence has the file on several';
    case 'unnamed':
      return 'Device known by its ID alone: no evidence of this incident names it';
    default:
      return '';
  }
}

/** "Completed by hand" where the action never ran; else what it came to, too: "Failed, closed by hand". */
export function closedText(task: Pick<DeskTask['task'], 'actionStatus'>): string {
  return task.actionStatus === 'notStarted'
    ? 'Completed by hand'
    : `${actionStatusText(task)}, closed by hand`;
}

/** "08:52 by Priya Nair": when and by whom Graph says that a task was changed last. */
export function lastChangeText(
  {
    lastModifiedDateTime,
    lastModifiedByDisplayName,
  }: Pick<DeskTask['task'], 'lastModifiedDateTime' | 'lastModifiedByDisplayName'>,
  ownNames: readonly string[],
  now: Instant,
): string {
  const when = lastModifiedDateTime === null ? '' : formatNear(lastModifiedDateTime, now);
  return [when, byText({ lastModifiedByDisplayName }, ownNames)].filter(Boolean).join(' ');
}

function byText(
  { lastModifiedByDisplayName }: Pick<DeskTask['task'], 'lastModifiedByDisplayName'>,
  ownNames: readonly string[],
): string {
  const name = lastModifiedByDisplayName.trim();
  return name === '' ? '' : `by ${isOwnName(name, ownNames) ? 'you' : showName(name)}`;
}

/** The same, and who started the action, where Graph names only the service that reported its end: "05:04, started by you 05:02". */
function changeText(
  task: DeskTask['task'],
  ownNames: readonly string[],
  now: Instant,
  startedAt: Instant | undefined,
): string {
  if (startedAt === undefined || isOwnName(task.lastModifiedByDisplayName, ownNames)) {
    return lastChangeText(task, ownNames, now);
  }
  const lastModifiedByDisplayName = isByService(task) ? '' : task.lastModifiedByDisplayName;
  const change = lastChangeText({ ...task, lastModifiedByDisplayName }, ownNames, now);
  return [change, `started by you ${formatNear(startedAt, now)}`].filter(Boolean).join(', ');
}

/** Why nobody is named, where Graph names only the service that reported the result; '' otherwise. */
export function whyUnnamed(
  task: Pick<DeskTask['task'], 'actionStatus' | 'lastModifiedByDisplayName'>,
  startedAt: Instant | undefined,
): string {
  return isByService(task) && startedAt === undefined && task.actionStatus !== 'notStarted'
    ? 'Microsoft Graph doesn’t tell who started the action'
    : '';
}

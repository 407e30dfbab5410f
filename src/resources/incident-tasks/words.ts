import {
  type ActionType,
  actionStatuses,
  actionTypes,
  type IncidentTask,
  taskSources,
  taskStatuses,
} from '../../graph/incident-tasks.ts';
import { isKnown, readMember } from '../../lib/members.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';

const taskStatusTexts = {
  open: 'Open',
  inProgress: 'In progress',
  completed: 'Completed',
  failed: 'Failed',
  notRelevant: 'Not relevant',
} as const;

const actionStatusTexts = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  partiallyCompleted: 'Partially completed',
  completed: 'Completed',
  failed: 'Failed',
} as const;

const sourceTexts = {
  defenderExpertsGuidedResponse: 'Guided response',
  defenderExpertsManagedResponse: 'Managed response',
} as const;

const isolationTypes = ['full', 'selective'] as const;
const isolationTexts = { full: 'Full', selective: 'Selective' } as const;

interface ActionWords {
  /** What the action is called. */
  readonly name: string;
  /** The name as it stands before its target: "Run antivirus scan on". */
  readonly before: string;
  /** What its target is; absent where there is none. */
  readonly target?: 'Device' | 'File' | 'User' | 'Email';
  /** What a person should know before starting it. */
  readonly consequence?: string;
}

/** https://learn.microsoft.com/graph/api/resources/security-incidenttask#incidenttaskactiontype-values */
const actionWords: Record<ActionType, ActionWords> = {
  text: { name: 'Manual step', before: 'Follow manual step for' },
  isolateDevice: {
    name: 'Isolate device',
    before: 'Isolate device',
    target: 'Device',
    consequence:
      'Full isolation: the device keeps only its connection to Defender. Releasing it takes a separate task.',
  },
  stopAndQuarantineFile: {
    name: 'Stop and quarantine file',
    before: 'Stop and quarantine file',
    target: 'File',
    consequence: 'Quarantining a file ends its running processes and moves the file to quarantine.',
  },
  runAntiVirusScan: { name: 'Run antivirus scan', before: 'Run antivirus scan on', target: 'Device' },
  collectInvestigationPackage: {
    name: 'Collect investigation package',
    before: 'Collect investigation package from',
    target: 'Device',
  },
  restrictAppExecution: {
    name: 'Restrict app execution',
    before: 'Restrict app execution on',
    target: 'Device',
    consequence:
      'Only programs signed by Microsoft can run on a restricted device. Removing the restriction takes a separate task.',
  },
  submitIocRule: { name: 'Submit IoC rule', before: 'Submit IoC rule for' },
  forceUserPasswordReset: {
    name: 'Force password reset',
    before: 'Force password reset of',
    target: 'User',
  },
  disableUser: {
    name: 'Disable user',
    before: 'Disable user',
    target: 'User',
    consequence: 'A disabled user can’t sign in until an admin enables the account. Undo enables it.',
  },
  markUserAsCompromised: {
    name: 'Mark user as compromised',
    before: 'Mark as compromised: user',
    target: 'User',
  },
  requireSignIn: {
    name: 'Require user to sign in again',
    before: 'Require new sign-in of',
    target: 'User',
  },
  hardDeleteEmail: {
    name: 'Hard-delete email',
    before: 'Hard-delete email',
    target: 'Email',
    consequence:
      'Users can’t recover a hard-deleted email. An admin may be able to, with single item recovery.',
  },
  softDeleteEmail: { name: 'Soft-delete email', before: 'Soft-delete email', target: 'Email' },
  unIsolateDevice: {
    name: 'Release from isolation',
    before: 'Release from isolation: device',
    target: 'Device',
  },
  unRestrictAppExecution: {
    name: 'Remove app restriction',
    before: 'Remove app restriction from',
    target: 'Device',
  },
  enableUser: { name: 'Enable user', before: 'Enable user', target: 'User' },
};

/** In words; a member that this version does not know stays as it came. */
export function taskStatusText({ status }: Pick<IncidentTask, 'status'>): string {
  return isKnown(taskStatuses, status) ? taskStatusTexts[status] : showHidden(status);
}

export function actionStatusText({ actionStatus }: Pick<IncidentTask, 'actionStatus'>): string {
  return isKnown(actionStatuses, actionStatus) ? actionStatusTexts[actionStatus] : showHidden(actionStatus);
}

/** The same inside a sentence: "not started". */
export function actionStatusWord(actionStatus: string): string {
  const text = actionStatusText({ actionStatus });
  return isKnown(actionStatuses, actionStatus) ? text.toLowerCase() : text;
}

export function sourceText({ source }: Pick<IncidentTask, 'source'>): string {
  return isKnown(taskSources, source) ? sourceTexts[source] : showHidden(source);
}

export function actionText({ actionType }: Pick<IncidentTask, 'actionType'>): string {
  return isKnown(actionTypes, actionType) ? actionWords[actionType].name : showHidden(actionType);
}

/** The kind of target: a device, a file. Undefined where the action has none, or isn't known. */
export function targetKind({ actionType }: Pick<IncidentTask, 'actionType'>): string | undefined {
  return isKnown(actionTypes, actionType) ? actionWords[actionType].target : undefined;
}

/** The target as Graph gives it; '' when there is none. On a screen, `fullTarget` says more. */
export function targetText({ responseAction }: Pick<IncidentTask, 'responseAction'>): string {
  return showName(responseAction?.identifierValue ?? '');
}

/** How a device is isolated; '' where Graph doesn't say. */
export function isolationText({ responseAction }: Pick<IncidentTask, 'responseAction'>): string {
  const isolationType = readMember(isolationTypes, responseAction?.isolationType ?? '');
  return isKnown(isolationTypes, isolationType) ? isolationTexts[isolationType] : showHidden(isolationType);
}

/** In place of a target: "Not provided" where there should be one, a dash where the action has none. */
export function missingTarget(task: Pick<IncidentTask, 'actionType'>): string {
  return targetKind(task) === undefined ? '–' : 'Not provided';
}

/** Why a task has no target to show. */
export function whyNoTarget(task: Pick<IncidentTask, 'actionType'>): string {
  return targetKind(task) === undefined
    ? 'This kind of task has no target. See the description.'
    : 'Target not provided. See the description.';
}

/** An action as it stands before its target: "Run antivirus scan on". */
export function actionBefore({ actionType }: Pick<IncidentTask, 'actionType'>): string {
  return isKnown(actionTypes, actionType) ? actionWords[actionType].before : showHidden(actionType);
}

/** What a person should know before starting these tasks, each thing once. */
export function consequencesOf(
  tasks: readonly Pick<IncidentTask, 'actionType' | 'responseAction'>[],
): readonly string[] {
  return [...new Set(tasks.map(consequenceOf).filter((text) => text !== undefined))];
}

function consequenceOf(task: Pick<IncidentTask, 'actionType' | 'responseAction'>): string | undefined {
  if (!isKnown(actionTypes, task.actionType)) return undefined;
  return task.actionType === 'isolateDevice' && isolationText(task) === isolationTexts.selective
    ? selectiveIsolation
    : actionWords[task.actionType].consequence;
}

const selectiveIsolation =
  'Selective isolation: Outlook, Teams, and Skype for Business stay connected. Releasing the device takes a separate task.';

/** The title of a task; Graph may give it none. */
export function taskTitle({ displayName, id }: Pick<IncidentTask, 'displayName' | 'id'>): string {
  return showName(displayName || id);
}

/**
 * A reason, and who changed the task last where Graph tells: "Started since you decided. Last changed by Priya Nair".
 * Whether that was the change in question, Graph doesn't tell.
 */
export function withLastChange(
  reason: string,
  { lastModifiedByDisplayName: by }: Pick<IncidentTask, 'lastModifiedByDisplayName'>,
): string {
  return by === '' ? reason : `${reason}. Last changed by ${showName(by)}`;
}

/** The same inside a sentence: ", last changed by Priya Nair"; '' where Graph doesn’t tell. */
export function lastChangeClause({
  lastModifiedByDisplayName: by,
}: Pick<IncidentTask, 'lastModifiedByDisplayName'>): string {
  return by === '' ? '' : `, last changed by ${showName(by)}`;
}

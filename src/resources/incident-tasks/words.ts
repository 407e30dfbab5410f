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
  /** What it does, in a sentence. */
  readonly does: string;
  /** What its target is; absent where there is none. */
  readonly target?: 'Device' | 'File' | 'User' | 'Email';
  /** What a person should know before starting it. */
  readonly consequence?: string;
}

/** https://learn.microsoft.com/graph/api/resources/security-incidenttask#incidenttaskactiontype-values */
const actionWords: Record<ActionType, ActionWords> = {
  text: {
    name: 'Manual step',
    before: 'Follow manual step for',
    does: 'A person carries it out, as the description says.',
  },
  isolateDevice: {
    name: 'Isolate device',
    before: 'Isolate device',
    does: 'Cuts the device off from the network, but for its connection to Defender.',
    target: 'Device',
    consequence:
      'Full isolation: the device keeps only its connection to Defender. Releasing it takes a separate task.',
  },
  stopAndQuarantineFile: {
    name: 'Stop and quarantine file',
    before: 'Stop and quarantine file',
    does: 'Ends the file’s running processes and moves the file to quarantine.',
    target: 'File',
    consequence: 'Quarantining a file ends its running processes and moves the file to quarantine.',
  },
  runAntiVirusScan: {
    name: 'Run antivirus scan',
    before: 'Run antivirus scan on',
    does: 'Has Defender Antivirus scan the device.',
    target: 'Device',
  },
  collectInvestigationPackage: {
    name: 'Collect investigation package',
    before: 'Collect investigation package from',
    does: 'Collects logs and traces from the device, for download in Defender.',
    target: 'Device',
  },
  restrictAppExecution: {
    name: 'Restrict app execution',
    before: 'Restrict app execution on',
    does: 'Lets only programs signed by Microsoft run on the device.',
    target: 'Device',
    consequence:
      'Only programs signed by Microsoft can run on a restricted device. Removing the restriction takes a separate task.',
  },
  submitIocRule: {
    name: 'Submit IoC rule',
    before: 'Submit IoC rule for',
    does: 'Adds an indicator that Defender alerts on, or blocks.',
  },
  forceUserPasswordReset: {
    name: 'Force password reset',
    before: 'Force password reset of',
    does: 'Makes the user set a new password.',
    target: 'User',
  },
  disableUser: {
    name: 'Disable user',
    before: 'Disable user',
    does: 'Disables the account.',
    target: 'User',
    consequence: 'Disables the account. Re-enabling it takes a separate task.',
  },
  markUserAsCompromised: {
    name: 'Mark user as compromised',
    before: 'Mark as compromised: user',
    does: 'Sets the user’s risk to high.',
    target: 'User',
  },
  requireSignIn: {
    name: 'Require user to sign in again',
    before: 'Require new sign-in of',
    does: 'Ends the user’s sessions, so that they sign in again.',
    target: 'User',
  },
  hardDeleteEmail: {
    name: 'Hard-delete email',
    before: 'Hard-delete email',
    does: 'Deletes the email, so that users can’t recover it.',
    target: 'Email',
    consequence:
      'Users can’t recover a hard-deleted email. An admin may be able to, with single item recovery.',
  },
  softDeleteEmail: {
    name: 'Soft-delete email',
    before: 'Soft-delete email',
    does: 'Moves the email to recoverable items, out of the user’s sight.',
    target: 'Email',
  },
  unIsolateDevice: {
    name: 'Release from isolation',
    before: 'Release from isolation: device',
    does: 'Connects the device to the network again.',
    target: 'Device',
  },
  unRestrictAppExecution: {
    name: 'Remove app restriction',
    before: 'Remove app restriction from',
    does: 'Lets all programs run on the device again.',
    target: 'Device',
  },
  enableUser: {
    name: 'Enable user',
    before: 'Enable user',
    does: 'Enables the account again.',
    target: 'User',
  },
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

/** What an action does, in a sentence; '' for one that this version does not know. */
export function actionSentence(task: Pick<IncidentTask, 'actionType' | 'responseAction'>): string {
  if (!isKnown(actionTypes, task.actionType)) return '';
  return isSelective(task) ? selectiveSentence : actionWords[task.actionType].does;
}

const selectiveSentence = 'Cuts the device off, but for Outlook, Teams, and Skype for Business.';

function isSelective(task: Pick<IncidentTask, 'actionType' | 'responseAction'>): boolean {
  return task.actionType === 'isolateDevice' && isolationText(task) === isolationTexts.selective;
}

/** What a person should know before starting these tasks, each thing once. */
export function consequencesOf(
  tasks: readonly Pick<IncidentTask, 'actionType' | 'responseAction'>[],
): readonly string[] {
  return [...new Set(tasks.map(consequenceOf).filter((text) => text !== undefined))];
}

function consequenceOf(task: Pick<IncidentTask, 'actionType' | 'responseAction'>): string | undefined {
  if (!isKnown(actionTypes, task.actionType)) return undefined;
  return isSelective(task) ? selectiveIsolation : actionWords[task.actionType].consequence;
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

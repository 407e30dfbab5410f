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
  inProgress: 'Running',
  partiallyCompleted: 'Partly done',
  completed: 'Done',
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
  /** What whoever starts it should know. */
  readonly consequence?: string;
}

/** https://learn.microsoft.com/graph/api/resources/security-incidenttask#incidenttaskactiontype-values */
const actionWords: Record<ActionType, ActionWords> = {
  text: { name: 'Instruction', before: 'Follow instruction for' },
  isolateDevice: {
    name: 'Isolate device',
    before: 'Isolate device',
    target: 'Device',
    consequence:
      'An isolated device is in full isolation from the network: only its connection to Defender stays. Releasing it is a task of its own.',
  },
  stopAndQuarantineFile: {
    name: 'Stop and quarantine file',
    before: 'Stop and quarantine file',
    target: 'File',
    consequence: 'Stopping and quarantining a file ends its running processes and takes the file away.',
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
      'On a restricted device only programs signed by Microsoft can run. Removing the restriction is a task of its own.',
  },
  submitIocRule: { name: 'Submit indicator rule', before: 'Submit indicator rule for' },
  forceUserPasswordReset: {
    name: 'Force password reset',
    before: 'Force password reset of',
    target: 'User',
  },
  disableUser: {
    name: 'Disable user',
    before: 'Disable user',
    target: 'User',
    consequence: 'A disabled user cannot sign in. Enabling is a task of its own.',
  },
  markUserAsCompromised: {
    name: 'Mark user as compromised',
    before: 'Mark as compromised: user',
    target: 'User',
  },
  requireSignIn: { name: 'Require sign-in', before: 'Require sign-in of', target: 'User' },
  hardDeleteEmail: {
    name: 'Delete email (hard)',
    before: 'Delete for good: email',
    target: 'Email',
    consequence: 'Email that is deleted for good cannot be brought back.',
  },
  softDeleteEmail: {
    name: 'Delete email (soft)',
    before: 'Move to deleted items: email',
    target: 'Email',
  },
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

export function sourceText({ source }: Pick<IncidentTask, 'source'>): string {
  return isKnown(taskSources, source) ? sourceTexts[source] : showHidden(source);
}

export function actionText({ actionType }: Pick<IncidentTask, 'actionType'>): string {
  return isKnown(actionTypes, actionType) ? actionWords[actionType].name : showHidden(actionType);
}

/** What the target is: a device, a file. Undefined where the action has none, or is not known. */
export function targetKind({ actionType }: Pick<IncidentTask, 'actionType'>): string | undefined {
  return isKnown(actionTypes, actionType) ? actionWords[actionType].target : undefined;
}

/** The target as Graph names it; '' when there is none. */
export function targetText({ responseAction }: Pick<IncidentTask, 'responseAction'>): string {
  return showName(responseAction?.identifierValue ?? '');
}

/** How a device is isolated; '' where Graph does not tell. */
export function isolationText({ responseAction }: Pick<IncidentTask, 'responseAction'>): string {
  const isolationType = readMember(isolationTypes, responseAction?.isolationType ?? '');
  return isKnown(isolationTypes, isolationType) ? isolationTexts[isolationType] : showHidden(isolationType);
}

/** Why a task has no target to show. */
export function whyNoTarget(task: Pick<IncidentTask, 'actionType'>): string {
  return targetKind(task) === undefined
    ? 'This kind of task names no target: its description says what to do'
    : 'Microsoft Graph does not tell the target: see the description';
}

/** "Isolate device FIN-LT-0231": an action and its target as a decision. */
export function actionOnTarget(task: Pick<IncidentTask, 'actionType' | 'responseAction'>): string {
  const target = targetText(task);
  if (target === '') return actionText(task);
  const before = isKnown(actionTypes, task.actionType)
    ? actionWords[task.actionType].before
    : showHidden(task.actionType);
  return `${before} ${target}`;
}

/** What whoever starts these tasks should know, each thing once. */
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
  'Selective isolation leaves Outlook, Teams and Skype for Business connected. Releasing the device is a task of its own.';

/** The title of a task; Graph may give it none. */
export function taskTitle({ displayName, id }: Pick<IncidentTask, 'displayName' | 'id'>): string {
  return showName(displayName || id);
}

/** What a task is called: its action and target are added where the title does not say them already. */
export function taskName(task: IncidentTask): string {
  const title = taskTitle(task);
  const unsaid = [actionText(task), targetText(task)].filter((part) => part !== '' && !says(title, part));
  return [title, ...unsaid].join(', ');
}

function says(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

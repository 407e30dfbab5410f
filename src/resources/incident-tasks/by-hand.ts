import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { showName } from '../../lib/visible-text.ts';
import type { Join } from './join.ts';
import { incidentPage } from './portal-link.ts';
import {
  actionCenterPage,
  devicePage,
  explorerPage,
  filePage,
  indicatorsPage,
  type PortalPage,
  riskyUsersPage,
  userPage,
} from './portal-pages.ts';
import { fullTarget } from './target.ts';
import { isolationText, targetKind } from './words.ts';

/** How a person carries a task out in a portal. */
export interface ByHand {
  /** Why Actiondesk can't do it, or how it can; '' where the task may run. */
  readonly why: string;
  /** At most three, in order; the last one leads back here. */
  readonly steps: readonly string[];
  /** Undefined only for a manual step whose incident Graph doesn't name. */
  readonly page: PortalPage | undefined;
}

/** What the steps and links need of a target. */
interface Named {
  readonly task: IncidentTask;
  /** As on screen; "the device" where it is unknown. */
  readonly name: string;
  readonly mdeDeviceId: string;
  readonly userId: string;
  readonly fileHash: string;
  readonly messageId: string;
}

/**
 * The steps of a task in Defender or Entra, with the exact page of its target where an id is known, or else the list it is
 * in.
 *
 * @param all every task that is loaded: another may know the name of a device
 */
export function byHandOf(task: IncidentTask, join: Join | undefined, all: readonly IncidentTask[]): ByHand {
  const { actionType } = task;
  if (!isKnown(actionTypes, actionType)) {
    return {
      why: 'Actiondesk doesn’t recognize this action.',
      steps: ['Open the incident in Defender, and read the task there.', markDone],
      page: pageOfIncident(task),
    };
  }
  return ways[actionType](namedOf(task, join, all));
}

/**
 * The same for what takes a task back: that task is done, and nothing is left to mark.
 *
 * @param inverse the task with the action that takes it back
 */
export function undoByHandOf(
  inverse: IncidentTask,
  join: Join | undefined,
  all: readonly IncidentTask[],
): ByHand {
  const byHand = byHandOf(inverse, join, all);
  const last = byHand.steps.at(-1) === followInCenter ? followAndTell : tellOthers;
  return { ...byHand, steps: [...byHand.steps.slice(0, -1), last] };
}

const tellOthers = 'Come back and add a comment, so that colleagues know.';
const followAndTell =
  'Follow it in Action center. Then come back and add a comment, so that colleagues know.';
const markDone = 'Come back and mark the task done.';
const followInCenter = 'Follow it in Action center. Then come back and mark the task done.';

function pageOfIncident(task: IncidentTask): PortalPage | undefined {
  const href = incidentPage(task);
  return href === '' ? undefined : { label: 'Open the incident in Defender', href };
}

const noIsolation = 'Microsoft Graph can do this only as part of an incident task.';
const noMail = 'Microsoft Graph offers no call with which a signed-in person could delete email.';
const notRunHere = 'Microsoft Graph doesn’t run this kind of task.';
const accountCall = 'Runs as a call on the account: your permissions decide.';

function onDevice(item: string, why = '', choice = ''): (named: Named) => ByHand {
  return ({ name, mdeDeviceId }) => ({
    why,
    steps: [
      `Open ${name} in Defender.`,
      `Open the menu with three dots and select ${item}${choice}. Enter a reason and confirm.`,
      followInCenter,
    ],
    page: devicePage(mdeDeviceId),
  });
}

function onUser(steps: readonly string[]): (named: Named) => ByHand {
  return ({ name, userId }) => ({
    why: accountCall,
    steps: [`Open ${name} in Entra.`, ...steps],
    page: userPage(userId),
  });
}

function onMail(folder: string): (named: Named) => ByHand {
  return ({ name, messageId }) => ({
    why: noMail,
    steps: [
      messageId === ''
        ? `Find ${name} in Explorer.`
        : `Find the email in Explorer by its network message ID ${messageId}.`,
      `Select the messages, then Take action, Move to mailbox folder, ${folder}.`,
      followInCenter,
    ],
    page: explorerPage,
  });
}

const ways: Readonly<Record<ActionType, (named: Named) => ByHand>> = {
  text: ({ task }) => ({
    why: 'A manual step has no action to run.',
    steps: ['Follow the description of the task.', markDone],
    page: pageOfIncident(task),
  }),
  isolateDevice: (named) => {
    const isolation = isolationText(named.task);
    return onDevice(
      'Isolate device',
      noIsolation,
      isolation === '' ? '' : ` with ${isolation.toLowerCase()} isolation`,
    )(named);
  },
  unIsolateDevice: onDevice('Release from isolation', noIsolation),
  restrictAppExecution: onDevice('Restrict app execution', noIsolation),
  unRestrictAppExecution: onDevice('Remove app restriction', noIsolation),
  runAntiVirusScan: onDevice('Run antivirus scan'),
  collectInvestigationPackage: onDevice('Collect investigation package'),
  stopAndQuarantineFile: ({ name, fileHash }) => ({
    why: '',
    steps: [
      `Open ${name} in Defender.`,
      'Select Stop and quarantine file. Enter a reason and confirm.',
      followInCenter,
    ],
    page: filePage(fileHash),
  }),
  submitIocRule: () => ({
    why: notRunHere,
    steps: [
      'Open Indicators in Defender, and the tab for files, IP addresses, URLs, or certificates.',
      'Select Add item, and enter the value that the task names, with its action.',
      markDone,
    ],
    page: indicatorsPage,
  }),
  forceUserPasswordReset: onUser([
    'Select Reset password. Then select Revoke sessions, so that open sign-ins end too.',
    markDone,
  ]),
  disableUser: onUser([
    'Edit the properties and switch Account enabled off. Disable a user from Active Directory there.',
    markDone,
  ]),
  enableUser: onUser([
    'Edit the properties and switch Account enabled on. Enable a user from Active Directory there.',
    markDone,
  ]),
  markUserAsCompromised: ({ name }) => ({
    why: accountCall,
    steps: [`Find ${name} among the risky users in Entra.`, 'Select Confirm user compromised.', markDone],
    page: riskyUsersPage,
  }),
  requireSignIn: onUser(['Select Revoke sessions.', markDone]),
  softDeleteEmail: onMail('Soft deleted items'),
  hardDeleteEmail: onMail('Hard deleted items'),
};

/** What is progress and failure over all devices: for an action that takes too long. */
export function stuckByHand(): ByHand {
  return {
    why: '',
    steps: [
      'Look at the action in Action center.',
      'Cancel it there and run it again, or wait for the device.',
    ],
    page: actionCenterPage,
  };
}

function namedOf(task: IncidentTask, join: Join | undefined, all: readonly IncidentTask[]): Named {
  const { text, deviceId } = fullTarget(task, all);
  const piece = join?.evidence;
  const evidenceUser = piece && 'userAccount' in piece ? piece.userAccount : undefined;
  const identifier = task.responseAction?.identifierValue.trim() ?? '';
  const file =
    piece?.kind === 'file' ? piece.fileDetails : piece?.kind === 'process' ? piece.imageFile : undefined;
  return {
    task,
    name:
      text ||
      showName(evidenceUser?.userPrincipalName ?? '') ||
      `the ${targetKind(task)?.toLowerCase() ?? 'target'}`,
    mdeDeviceId: piece && 'mdeDeviceId' in piece && piece.mdeDeviceId !== '' ? piece.mdeDeviceId : deviceId,
    userId: evidenceUser?.azureAdUserId || identifier,
    fileHash: file?.sha1 || file?.sha256 || identifier,
    messageId: showName(piece?.kind === 'analyzedMessage' ? piece.networkMessageId : ''),
  };
}

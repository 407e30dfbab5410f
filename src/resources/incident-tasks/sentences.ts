import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';

const sentences: Readonly<Record<ActionType, string>> = {
  text: 'A person carries it out, as the description says.',
  isolateDevice: 'Cuts the device off from the network, but for its connection to Defender.',
  stopAndQuarantineFile: 'Ends the file’s running processes and moves the file to quarantine.',
  runAntiVirusScan: 'Runs a Defender Antivirus scan on the device.',
  collectInvestigationPackage: 'Collects logs and traces from the device, for download in Defender.',
  restrictAppExecution: 'Lets only programs signed by Microsoft run on the device.',
  submitIocRule: 'Adds an indicator that Defender alerts on, or blocks.',
  forceUserPasswordReset: 'Makes the user set a new password.',
  disableUser: 'Disables the account.',
  markUserAsCompromised: 'Sets the user’s risk to high.',
  requireSignIn: 'Ends the user’s sessions, so that they sign in again.',
  hardDeleteEmail: 'Deletes the email, so that users can’t recover it.',
  softDeleteEmail: 'Moves the email to recoverable items, out of the user’s sight.',
  unIsolateDevice: 'Connects the device to the network again.',
  unRestrictAppExecution: 'Lets all programs run on the device again.',
  enableUser: 'Enables the account again.',
};

/** What an action does, in a sentence; '' for one that this version does not know. */
export function actionSentence({
  actionType,
  responseAction,
}: Pick<IncidentTask, 'actionType' | 'responseAction'>): string {
  if (!isKnown(actionTypes, actionType)) return '';
  const isSelective = responseAction?.isolationType.toLowerCase() === 'selective';
  return actionType === 'isolateDevice' && isSelective
    ? 'Cuts the device off, but for Outlook, Teams, and Skype for Business.'
    : sentences[actionType];
}

import { CommentRegular } from '@fluentui/react-icons/headless/svg/comment';
import { EditRegular } from '@fluentui/react-icons/headless/svg/edit';
import { PersonAddRegular } from '@fluentui/react-icons/headless/svg/person-add';
import { whyNoChange } from '../../actions/incident-change/rules.ts';
import { whyNoComment } from '../../actions/incident-comment/rules.ts';
import { assignDraft, changeDraft, commentDraft } from '../../dialogs/incidents/incident-draft.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { isMine } from '../../resources/incidents/desk.ts';
import type { Command } from '../../ui/commands.ts';
import type { Drafts } from './use-drafts.ts';

/** The commands for an incident itself: each opens its dialog. */
export function incidentChanges(
  { incidentId, incident }: Pick<TasksOfIncident, 'incidentId' | 'incident'>,
  ownNames: readonly string[],
  setIncident: Drafts['setIncident'],
): readonly Command[] {
  if (incidentId === '') return [];
  const ids = [incidentId];
  const notHere = incident ? undefined : 'The incident hasn’t loaded';
  const whyNot = notHere ?? (incident && whyNoChange(incident));
  return [
    {
      label: 'Assign to me',
      short: 'Assign',
      key: 'I',
      icon: PersonAddRegular,
      disabled: whyNot ?? (incident && isMine(incident, ownNames) ? 'Already assigned to you' : undefined),
      onRun: () => setIncident(assignDraft(ids)),
    },
    {
      label: 'Comment',
      key: 'C',
      icon: CommentRegular,
      disabled: notHere ?? (incident && whyNoComment(incident)),
      onRun: () => setIncident(commentDraft(ids)),
    },
    {
      label: 'Change status, owner, or tags…',
      icon: EditRegular,
      isRare: true,
      disabled: whyNot,
      onRun: () => setIncident(changeDraft(ids)),
    },
  ];
}

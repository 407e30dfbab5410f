import { incidentChange } from '../../actions/incident-change/action.ts';
import { changeIntent } from '../../actions/incident-change/intent.ts';
import { planChange } from '../../actions/incident-change/plan.ts';
import { whyNoChange } from '../../actions/incident-change/rules.ts';
import type { Incident } from '../../graph/incidents.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { showName } from '../../lib/visible-text.ts';
import { assignedText, hasNoOwner, isMine } from '../../resources/incidents/desk.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { countOf, nameFew } from '../../ui/format.ts';
import type { IncidentDialogProps } from './incident-dialog.ts';
import { CheckedAgain, Now, SentIncidents, SkippedIncidents } from './parts.tsx';
import { StagedBefore } from './staged-before.tsx';
import { named, useDecision } from './use-decision.ts';

/** “Assign to me?”: one key has asked for it, and Enter confirms it. */
export function AssignDialog({
  incidentIds,
  note,
  onNoteChange,
  ...props
}: IncidentDialogProps & {
  readonly incidentIds: readonly string[];
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
}) {
  const { ownNames, username, person, busy, frame, send, stage } = useDecision(incidentChange, props);
  const { asked, missing } = named(props.incidents, incidentIds);
  const { sent, leftOut } = sortOut(asked, (incident) => {
    if (busy.has(incident.id)) return inAnotherRun;
    return whyNoChange(incident) ?? (isMine(incident, ownNames) ? 'Already assigned to you' : undefined);
  });
  const intent = changeIntent({ owner: username });
  const plan = planChange(intent, sent, note);
  const review = incidentChange.review(intent, plan.targets, undefined, person);
  const owners = ownersOf(sent);
  return (
    <ReviewDialog
      title={sent.length > 1 ? `Assign ${countOf(sent.length, 'incident')} to me?` : 'Assign to me?'}
      review={
        sent.length === 0
          ? undefined
          : {
              ...review,
              // Who owns an incident says nothing of its tasks.
              consequences: [],
              warnings: owners.length === 0 ? [] : [`Owned now by ${nameFew(owners)}`],
            }
      }
      {...frame}
      checkedAs={<CheckedAgain loadedAt={props.loadedAt} />}
      confirm={{
        label: 'Assign to me',
        count: sent.length,
        ids: sent.map(({ id }) => id),
        disabled: sent.length === 0 ? 'No incident is left to assign' : undefined,
        isDefault: true,
        onConfirm: () => send(plan),
        onStage: () => stage(plan),
      }}
    >
      <SentIncidents
        rows={sent.map((incident) => ({ incident }))}
        rest={({ incident }) => <Now>{assignedText(incident)}</Now>}
      />
      <SkippedIncidents leftOut={leftOut} missing={missing} isOpen={sent.length === 0} />
      <StagedBefore incidentIds={sent.map(({ id }) => id)} />
      <NoteField note={note} onNoteChange={onNoteChange} />
    </ReviewDialog>
  );
}

/** Colleagues from whom incidents are taken; those who only hand incidents round are none. */
function ownersOf(incidents: readonly Incident[]): readonly string[] {
  const taken = incidents.filter((incident) => !hasNoOwner(incident));
  return [...new Set(taken.map(({ assignedTo }) => showName(assignedTo)))];
}

import { incidentChange } from '../../actions/incident-change/action.ts';
import { changeIntent } from '../../actions/incident-change/intent.ts';
import { changeTitle, planChange } from '../../actions/incident-change/plan.ts';
import { whyNoChange } from '../../actions/incident-change/rules.ts';
import { isSameState, stateOf, stateText, wantedState } from '../../actions/incident-change/state.ts';
import { changeConsequence, changeText } from '../../actions/incident-change/words.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { ChangeFields } from './change-fields.tsx';
import { wantedOf, whyNotForm } from './change-form.ts';
import type { IncidentDialogProps } from './incident-dialog.ts';
import type { ChangeForm } from './incident-draft.ts';
import { CheckedAgain, Now, SentIncidents, SkippedIncidents } from './parts.tsx';
import { StagedBefore } from './staged-before.tsx';
import { named, useDecision } from './use-decision.ts';

/** Changes status, classification, owner and tags of incidents: what isn’t touched is not sent. */
export function IncidentChangeDialog({
  incidentIds,
  change,
  onChange,
  note,
  onNoteChange,
  ...props
}: IncidentDialogProps & {
  readonly incidentIds: readonly string[];
  readonly change: ChangeForm;
  readonly onChange: (change: ChangeForm) => void;
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
}) {
  const { username, person, busy, frame, send, stage } = useDecision(incidentChange, props);
  const { asked, missing } = named(props.incidents, incidentIds);
  const general = asked.length === 1 ? 'Change the incident' : 'Change incidents';
  const whyNot = whyNotForm(change);
  const intent = changeIntent(wantedOf(change, username));
  const { sent, leftOut } = sortOut(asked, (incident) => {
    if (busy.has(incident.id)) return inAnotherRun;
    const isSo = whyNot === undefined && isSameState(stateOf(intent, incident), wantedState(intent));
    return whyNoChange(incident) ?? (isSo ? 'Already so' : undefined);
  });
  const isReady = whyNot === undefined && sent.length > 0;
  const plan = planChange(intent, isReady ? sent : [], note);
  const label = isReady ? changeTitle(intent, sent.length) : general;
  return (
    <ReviewDialog
      title={isReady ? `${label}?` : general}
      review={isReady ? incidentChange.review(intent, plan.targets, undefined, person) : beforeChoice}
      {...frame}
      checkedAs={<CheckedAgain loadedAt={props.loadedAt} />}
      confirm={{
        label,
        count: isReady ? sent.length : 0,
        ids: sent.map(({ id }) => id),
        disabled: whyNot ?? (sent.length === 0 ? 'No incident is left to change' : undefined),
        onConfirm: () => send(plan),
        onStage: () => stage(plan),
      }}
    >
      <ChangeFields change={change} onChange={onChange} incidents={asked} username={username} />
      {isReady && (
        <p>
          To be: <bdi>{changeText(intent)}</bdi>. The rest stays as it is.
        </p>
      )}
      <SentIncidents
        rows={sent.map((incident) => ({ incident }))}
        rest={({ incident }) => isReady && <Now>{stateText(stateOf(intent, incident))}</Now>}
      />
      <SkippedIncidents leftOut={leftOut} missing={missing} isOpen={sent.length === 0} />
      <StagedBefore incidentIds={sent.map(({ id }) => id)} />
      <NoteField note={note} onNoteChange={onNoteChange} />
    </ReviewDialog>
  );
}

/** The dialog says the same before anything is chosen: its fields stay in their place. */
const beforeChoice = {
  numbers: [],
  summary: '',
  consequences: [changeConsequence],
  warnings: [],
  whyType: [],
};

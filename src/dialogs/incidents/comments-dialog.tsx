import { incidentComment } from '../../actions/incident-comment/action.ts';
import { commentIntent } from '../../actions/incident-comment/intent.ts';
import { commentTitle, planComments } from '../../actions/incident-comment/plan.ts';
import { whyNoComment, whyNotText } from '../../actions/incident-comment/rules.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { NoteField } from '../../ui/dialog-parts.tsx';
import type { IncidentDialogProps } from './incident-dialog.ts';
import styles from './parts.module.css';
import { CheckedAgain, SentIncidents, SkippedIncidents } from './parts.tsx';
import { named, useDecision } from './use-decision.ts';

/** Reviews a comment for each of several incidents, such as a hand-over: what is sent where, word by word. */
export function CommentsDialog({
  comments,
  leaveOut,
  whyLeftOut,
  onLeaveOutChange,
  note,
  onNoteChange,
  ...props
}: IncidentDialogProps & {
  /** By the ids of incidents. */
  readonly comments: Readonly<Record<string, string>>;
  /** The ids of incidents whose comment is left out: they are listed with the others, to be ticked again. */
  readonly leaveOut: readonly string[];
  /** Why the dialog begins without some of them, by the ids of incidents. */
  readonly whyLeftOut: Readonly<Record<string, string>>;
  readonly onLeaveOutChange: (leaveOut: readonly string[]) => void;
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
}) {
  const { person, ownNames, frame, send, stage } = useDecision(incidentComment, props);
  const { asked, missing } = named(props.incidents, Object.keys(comments));
  const textOf = ({ id }: { readonly id: string }) => comments[id] ?? '';
  const { sent: offered, leftOut } = sortOut(
    asked,
    (incident) => whyNoComment(incident) ?? whyNotText(textOf(incident)),
  );
  const isTicked = ({ id }: { readonly id: string }) => !leaveOut.includes(id);
  const sent = offered.filter(isTicked);
  const rows = offered.map((incident) => ({ incident, comment: textOf(incident) }));
  const plan = planComments(
    rows.filter(({ incident }) => isTicked(incident)),
    note,
    ownNames,
  );
  const intent = commentIntent('');
  const title = commentTitle(sent.length);
  const whyNone = offered.length === 0 ? 'No incident is left to comment on' : 'Tick at least one incident';
  return (
    <ReviewDialog
      title={sent.length === 0 ? 'Add comments' : `${title}?`}
      review={sent.length === 0 ? undefined : incidentComment.review(intent, plan.targets, undefined, person)}
      {...frame}
      checkedAs={<CheckedAgain loadedAt={props.loadedAt} />}
      confirm={{
        label: title,
        count: sent.length,
        ids: sent.map(({ id }) => id),
        disabled: sent.length === 0 ? whyNone : undefined,
        onConfirm: () => send(plan),
        onStage: () => stage(plan),
      }}
    >
      <SentIncidents
        rows={rows}
        isOpen
        before={({ incident }) => (
          <input
            type="checkbox"
            className={styles.tick}
            checked={isTicked(incident)}
            aria-label={`Comment on ${incidentName(incident)}`}
            onChange={({ target }) => {
              const others = leaveOut.filter((id) => id !== incident.id);
              onLeaveOutChange(target.checked ? others : [...others, incident.id]);
            }}
          />
        )}
        rest={({ incident, comment }) => (
          <pre className={styles.text}>
            {isTicked(incident)
              ? showHidden(comment.trim())
              : `Left out: ${whyLeftOut[incident.id] ?? 'nothing is sent'}.`}
          </pre>
        )}
      />
      <SkippedIncidents leftOut={leftOut} missing={missing} isOpen={sent.length === 0} />
      <NoteField note={note} onNoteChange={onNoteChange} />
    </ReviewDialog>
  );
}

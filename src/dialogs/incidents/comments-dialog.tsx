import { incidentComment } from '../../actions/incident-comment/action.ts';
import { commentKind } from '../../actions/incident-comment/intent.ts';
import { commentTitle, planComments } from '../../actions/incident-comment/plan.ts';
import { whyNoComment, whyNotText } from '../../actions/incident-comment/rules.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { NoteField } from '../../ui/dialog-parts.tsx';
import type { IncidentDialogProps } from './incident-dialog.ts';
import styles from './parts.module.css';
import { CheckedAgain, SentIncidents, SkippedIncidents } from './parts.tsx';
import { named, useDecision } from './use-decision.ts';

/** Reviews a comment for each of several incidents, such as a hand-over: what is sent where, word by word. */
export function CommentsDialog({
  comments,
  note,
  onNoteChange,
  ...props
}: IncidentDialogProps & {
  /** By the ids of incidents. */
  readonly comments: Readonly<Record<string, string>>;
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
}) {
  const { person, frame, send, stage } = useDecision(incidentComment, props);
  const { asked, missing } = named(props.incidents, Object.keys(comments));
  const textOf = ({ id }: { readonly id: string }) => comments[id] ?? '';
  const { sent, leftOut } = sortOut(
    asked,
    (incident) => whyNoComment(incident) ?? whyNotText(textOf(incident)),
  );
  const rows = sent.map((incident) => ({ incident, comment: textOf(incident) }));
  const plan = planComments(rows, note);
  const intent = { kind: commentKind, comment: '' };
  const title = commentTitle(sent.length);
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
        disabled: sent.length === 0 ? 'No incident is left to comment on' : undefined,
        onConfirm: () => send(plan),
        onStage: () => stage(plan),
      }}
    >
      <SentIncidents
        rows={rows}
        isOpen
        rest={({ comment }) => <pre className={styles.text}>{showHidden(comment.trim())}</pre>}
      />
      <SkippedIncidents leftOut={leftOut} missing={missing} isOpen={sent.length === 0} />
      <NoteField note={note} onNoteChange={onNoteChange} />
    </ReviewDialog>
  );
}

import { incidentComment } from '../../actions/incident-comment/action.ts';
import { commentIntent } from '../../actions/incident-comment/intent.ts';
import { commentTitle, planComments } from '../../actions/incident-comment/plan.ts';
import { longestComment, whyNoComment, whyNotText } from '../../actions/incident-comment/rules.ts';
import { sortOut } from '../../lib/sort-out.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import type { IncidentDialogProps } from './incident-dialog.ts';
import styles from './parts.module.css';
import { CheckedAgain, SentIncidents, SkippedIncidents } from './parts.tsx';
import { named, useDecision } from './use-decision.ts';

/** Writes one comment on an incident, or on each of several. */
export function CommentDialog({
  incidentIds,
  comment,
  onCommentChange,
  note,
  ...props
}: IncidentDialogProps & {
  readonly incidentIds: readonly string[];
  readonly comment: string;
  readonly onCommentChange: (comment: string) => void;
  readonly note: string;
}) {
  const { person, ownNames, frame, send, stage } = useDecision(incidentComment, props);
  const { asked, missing } = named(props.incidents, incidentIds);
  const { sent, leftOut } = sortOut(asked, whyNoComment);
  const plan = planComments(
    sent.map((incident) => ({ incident, comment })),
    note,
    ownNames,
  );
  const whyNot = sent.length === 0 ? 'No incident is left to comment on' : whyNotText(comment);
  const isTooLong = comment.trim().length > longestComment;
  const intent = commentIntent(comment);
  return (
    <ReviewDialog
      title={sent.length > 1 ? `${commentTitle(sent.length)}?` : 'Add a comment?'}
      review={sent.length === 0 ? undefined : incidentComment.review(intent, plan.targets, undefined, person)}
      {...frame}
      checkedAs={<CheckedAgain loadedAt={props.loadedAt} />}
      confirm={{
        label: sent.length > 1 ? commentTitle(sent.length) : 'Add comment',
        count: sent.length,
        ids: sent.map(({ id }) => id),
        disabled: whyNot,
        onConfirm: () => send(plan),
        onStage: () => stage(plan),
      }}
    >
      <div className={styles.area}>
        <TextAreaField
          label="Comment"
          rows={5}
          // No more than a hint: what was typed or pasted stays whole, and is sent whole or not at all.
          hint={`${formatCount(comment.trim().length)} of ${formatCount(longestComment)} characters`}
          error={isTooLong ? `${whyNotText(comment)}. Shorten it, or add it as two.` : undefined}
          value={comment}
          onChange={({ target }) => onCommentChange(target.value)}
        />
      </div>
      <SentIncidents rows={sent.map((incident) => ({ incident }))} rest={() => null} />
      <SkippedIncidents leftOut={leftOut} missing={missing} isOpen={sent.length === 0} />
    </ReviewDialog>
  );
}

import { AssignDialog } from './assign-dialog.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { CommentsDialog } from './comments-dialog.tsx';
import { IncidentChangeDialog } from './incident-change-dialog.tsx';
import type { IncidentDialogProps } from './incident-dialog.ts';
import { type IncidentDraft, keepComment } from './incident-draft.ts';

/**
 * The dialog of the command that a person has chosen about incidents. A page loads it lazily, and mounts it while it has a
 * draft, somewhere below `RunMarks`:
 *
 *     const [draft, setDraft] = useKeptState<IncidentDraft | null>('action.incidents', null, (value) => value, readIncidentDraft);
 *     …
 *     setDraft(assignDraft([incident.id]));   // I, or “Assign to me”: the button has the focus, so Enter confirms
 *     setDraft(commentDraft([incident.id]));  // C, or “Comment”
 *     setDraft(changeDraft(ids));             // status, classification, owner and tags; one incident or many
 *     setDraft(commentsDraft({ '7': '…' }));  // the hand-over: a text for each incident, sent or staged as one plan
 *     …
 *     {draft && <IncidentDialogs draft={draft} onDraftChange={setDraft} incidents={incidents} … onClose={() => setDraft(null)} />}
 *
 * `IncidentDetails` are incidents as well. After a run the queries of incidents are read again by themselves.
 */
export function IncidentDialogs({
  draft,
  onDraftChange,
  ...props
}: IncidentDialogProps & {
  readonly draft: IncidentDraft;
  readonly onDraftChange: (draft: IncidentDraft) => void;
}) {
  const onNoteChange = (note: string) => onDraftChange({ ...draft, note });
  const shared = { ...props, note: draft.note, onNoteChange };
  switch (draft.command) {
    case 'assign':
      return <AssignDialog {...shared} incidentIds={draft.incidentIds} />;
    case 'change':
      return (
        <IncidentChangeDialog
          {...shared}
          incidentIds={draft.incidentIds}
          change={draft.change}
          onChange={(change) => onDraftChange({ ...draft, change })}
        />
      );
    case 'comment':
      return (
        <CommentDialog
          {...shared}
          incidentIds={draft.incidentIds}
          comment={draft.comment}
          onCommentChange={(comment) => {
            // As it is typed: the person may leave the page by the Back key.
            keepComment(draft.incidentIds, comment);
            onDraftChange({ ...draft, comment });
          }}
          onStarted={() => {
            keepComment(draft.incidentIds, '');
            props.onStarted();
          }}
        />
      );
    case 'comments':
      return (
        <CommentsDialog
          {...shared}
          comments={draft.comments}
          leaveOut={draft.leaveOut}
          whyLeftOut={draft.whyLeftOut}
          onLeaveOutChange={(leaveOut) => onDraftChange({ ...draft, leaveOut: [...leaveOut] })}
        />
      );
  }
}

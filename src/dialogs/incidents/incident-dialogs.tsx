import { AssignDialog } from './assign-dialog.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { CommentsDialog } from './comments-dialog.tsx';
import { IncidentChangeDialog } from './incident-change-dialog.tsx';
import type { IncidentDialogProps } from './incident-dialog.ts';
import { type IncidentDraft, keepComment } from './incident-draft.ts';

/** The dialog of the command that a person has chosen about incidents. It must stand below `RunMarks`. */
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

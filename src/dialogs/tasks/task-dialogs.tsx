import type { ActionDraft } from './action-draft.ts';
import { RunActionDialog } from './run-action-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';
import type { TaskDialogProps } from './task-dialog.ts';

/** The dialog of the command that a person has chosen. */
export function TaskDialogs({
  draft,
  onDraftChange,
  ...props
}: Omit<TaskDialogProps, 'note' | 'onNoteChange'> & {
  readonly draft: ActionDraft;
  readonly onDraftChange: (draft: ActionDraft) => void;
}) {
  const note = { note: draft.note, onNoteChange: (text: string) => onDraftChange({ ...draft, note: text }) };
  return draft.command === 'run' ? (
    <RunActionDialog {...props} {...note} />
  ) : (
    <StatusDialog
      {...props}
      {...note}
      status={draft.status}
      onStatusChange={(status) => onDraftChange({ ...draft, status })}
    />
  );
}

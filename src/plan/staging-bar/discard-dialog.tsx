import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { countOf } from '../../ui/format.ts';
import { usePlan } from '../staged/use-plan.ts';

/** Asks before the plan is emptied. */
export function DiscardDialog({ onClose, onDiscarded }: { onClose: () => void; onDiscarded?: () => void }) {
  const [{ changes }, store] = usePlan();
  const number = countOf(changes.size, 'staged change');
  return (
    <ConfirmDialog
      title={`Discard ${number}?`}
      isStarting={false}
      problem={undefined}
      onClose={onClose}
      confirm={{
        label: 'Discard',
        disabled: changes.size === 0 ? 'Nothing is staged' : undefined,
        onConfirm() {
          store.discard();
          onClose();
          onDiscarded?.();
        },
      }}
    >
      <p>
        The plan is emptied in every tab of this browser. Nothing of it has been sent. Until you reload the
        page, Undo brings it back.
      </p>
    </ConfirmDialog>
  );
}

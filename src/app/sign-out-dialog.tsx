import { useSession } from '../auth/session.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** Asked before a person signs out in the middle of a run; the browser's own question would come too late. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  return (
    <ConfirmDialog
      title="Sign out in the middle of a run?"
      isStarting={false}
      problem={undefined}
      onClose={onClose}
      closeLabel="Stay signed in"
      confirm={{ label: 'Sign out', onConfirm: () => void session.signOut() }}
    >
      <p>
        Nothing further is sent, nor by other tabs of this browser. What has left may still take effect; what
        became of it is read when you are back. The rest waits in the run, and you can resume it.
      </p>
    </ConfirmDialog>
  );
}

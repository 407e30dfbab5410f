import { useSession } from '../auth/session.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** Asks before signing out during a run; the browser's own question would come too late. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  return (
    <ConfirmDialog
      title="Sign out during a run?"
      isStarting={false}
      problem={undefined}
      onClose={onClose}
      closeLabel="Stay signed in"
      confirm={{ label: 'Sign out', onConfirm: () => void session.signOut() }}
    >
      <p>
        Sending stops in every tab of this browser. Requests already sent may still take effect; Actiondesk
        checks them when you sign in again. You can resume the rest.
      </p>
    </ConfirmDialog>
  );
}

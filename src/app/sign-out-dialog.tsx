import { useSyncExternalStore } from 'react';
import { useSession } from '../auth/session.ts';
import { isUnderWay } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/**
 * Asks before signing out during a run; the browser's own question would come too late. The run goes on behind the open
 * dialog, so the dialog says what is so now, and what signing out would do.
 */
export function SignOutDialog({ runner, onClose }: { runner: Pick<Runner, 'runs'>; onClose: () => void }) {
  const session = useSession();
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isUnderWay(runner.runs.get()));
  return (
    <ConfirmDialog
      title={isSending ? 'Sign out during a run?' : 'Sign out?'}
      isStarting={false}
      problem={undefined}
      onClose={onClose}
      closeLabel="Stay signed in"
      confirm={{ label: 'Sign out', onConfirm: () => void session.signOut() }}
    >
      {isSending ? (
        <p>
          The run is still sending. Signing out stops it in every tab of this browser. Requests already sent
          may still take effect; Actiondesk checks them when you sign in again. You can resume the rest then.
        </p>
      ) : (
        <p>The run has stopped sending. Actiondesk checks open results when you sign in again.</p>
      )}
    </ConfirmDialog>
  );
}

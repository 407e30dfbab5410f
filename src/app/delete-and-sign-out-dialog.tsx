import { useMutation } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useAccount, useSession } from '../auth/session.ts';
import { toProblem } from '../lib/problem.ts';
import { forgetPlan } from '../plan/staged/plan-database.ts';
import { usePlan } from '../plan/staged/use-plan.ts';
import { forgetReviewNotes } from '../resources/driver-updates/review-notes-name.ts';
import { forgetHandOverNotes } from '../resources/hand-over/notes.ts';
import { deletable } from '../run-panel/history/rules.ts';
import { useHistory } from '../run-panel/history/use-history.ts';
import { isUnderWay } from '../runs/model/run.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { countOf } from '../ui/format.ts';

/** Asks before signing out of a browser that others use too: what goes, and what stays. */
export function DeleteAndSignOutDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const account = useAccount();
  const [plan, planStore] = usePlan();
  const staged = plan.changes.size;
  const { journal, runner } = useRouteContext({ from: '__root__' });
  const { query, runs } = useHistory({ journal, runner });
  const over = deletable(runs);
  const open = runs.length - over.length;
  const leave = useMutation({
    async mutationFn() {
      runner.forget(await journal.remove(over.map(({ id }) => id)));
      await forgetPlan(account);
      await forgetReviewNotes(account);
      await forgetHandOverNotes(account);
      try {
        await session.signOut();
      } catch (error) {
        // Still signed in: what is deleted must not stay on screen.
        await planStore.load();
        throw error;
      }
    },
    networkMode: 'always',
    retry: false,
  });
  const problem = leave.error ?? query.error;
  return (
    <ConfirmDialog
      title="Sign out and delete your history?"
      isStarting={leave.isPending}
      startingLabel="Deleting…"
      problem={problem ? toProblem(problem) : undefined}
      onClose={onClose}
      closeLabel="Stay signed in"
      confirm={{
        label: 'Sign out and delete',
        disabled: query.data ? undefined : 'The history hasn’t loaded',
        onConfirm: () => leave.mutate(),
      }}
    >
      <p>
        {over.length === 0
          ? 'This browser has no finished runs of your account to delete.'
          : `Deletes ${countOf(over.length, 'finished run')} of your account from this browser: targets, results, times, request IDs, and notes. This can’t be undone. Export your history first if you may need it later.`}
      </p>
      {staged > 0 && (
        <p>Also deletes your plan: {countOf(staged, 'staged change')}. Nothing of it has been sent.</p>
      )}
      <p>
        Also deletes your notes for the next shift, and what you parked and reviewed in Review: parked drivers
        come back.
      </p>
      {open > 0 && (
        <p>
          {countOf(open, 'open run')} {open === 1 ? 'stays' : 'stay'} in this browser until every result is
          known.
        </p>
      )}
      {isUnderWay(runs) && <p>A run is still sending. Signing out stops it in every tab of this browser.</p>}
      <p>
        Nothing changes in Intune or Defender. The settings and saved views of this browser, and the runs of
        other accounts, stay.
      </p>
    </ConfirmDialog>
  );
}

import { lazy, Suspense, useEffect } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import type { RolloutDraft } from '../../dialogs/rollout/use-rollout.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';

const loadDialog = () => import('../../dialogs/rollout/rollout-dialog.tsx');
const RolloutDialog = lazy(async () => ({ default: (await loadDialog()).RolloutDialog }));

/** The review of the decision that is being made, over the inbox. */
export function ReviewDecision({
  draft,
  onDraftChange,
  update,
  rings,
  all,
  runner,
  onDecided,
}: {
  draft: RolloutDraft | null;
  onDraftChange: (next: RolloutDraft | null) => void;
  /** What the decision is about; undefined while it hasn't loaded. */
  update: DriverUpdate | undefined;
  rings: Rings;
  all: readonly DriverUpdate[];
  runner: Runner;
  /** A run has begun, or the decision is staged. */
  onDecided: (update: DriverUpdate, isStarted: boolean) => void;
}) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    Promise.all([loadDialog(), loadRunPanel()]).catch(() => undefined);
  }, []);
  const close = () => {
    start.reset();
    staging.reset();
    onDraftChange(null);
  };
  if (!draft || !update) return null;
  const decided = (isStarted: boolean) => {
    close();
    onDecided(update, isStarted);
  };
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        <RolloutDialog
          draft={draft}
          onDraftChange={onDraftChange}
          updates={[update]}
          rings={rings}
          all={all}
          roleWarning={roleWarning}
          isStarting={start.isPending}
          problem={start.error ? toProblem(start.error) : staging.problem}
          onClose={close}
          onStart={(plan) => start.mutate(plan, { onSuccess: () => decided(true) })}
          onStage={(plan) => staging.stage(plan, () => decided(false))}
        />
      </Suspense>
    </PartBoundary>
  );
}

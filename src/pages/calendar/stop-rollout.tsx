import { lazy, Suspense } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import type { RolloutDraft } from '../../dialogs/rollout/use-rollout.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';

const RolloutDialog = lazy(async () => ({
  default: (await import('../../dialogs/rollout/rollout-dialog.tsx')).RolloutDialog,
}));

/** The review of the pause that stops a rollout. */
export function StopRollout({
  draft,
  onDraftChange,
  rows,
  rings,
  runner,
}: {
  draft: RolloutDraft | null;
  onDraftChange: (next: RolloutDraft | null) => void;
  /** Every driver update. */
  rows: readonly DriverUpdate[];
  rings: Rings;
  runner: Runner;
}) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  const updates = rows.filter(({ id }) => id === draft?.updateId);
  if (!draft || updates.length === 0) return null;
  const close = () => {
    start.reset();
    staging.reset();
    onDraftChange(null);
  };
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        <RolloutDialog
          draft={draft}
          onDraftChange={onDraftChange}
          updates={updates}
          rings={rings}
          all={rows}
          roleWarning={roleWarning}
          isStarting={start.isPending}
          problem={start.error ? toProblem(start.error) : staging.problem}
          onClose={close}
          onStart={(plan) => start.mutate(plan, { onSuccess: close })}
          onStage={(plan) => staging.stage(plan, close)}
        />
      </Suspense>
    </PartBoundary>
  );
}

import { lazy, Suspense } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { type RolloutDraft, rolloutDraft } from '../../dialogs/rollout/use-rollout.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { stillLoading } from '../../resources/driver-updates/words.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote, useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { List } from '../../ui/list-page/use-list.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import type { Chosen } from './use-chosen.ts';

// The dialog with its date arithmetic, and the results panel, load once something is selected or open.
const loadDialog = () => import('../../dialogs/rollout/rollout-dialog.tsx');
const RolloutDialog = lazy(async () => ({ default: (await loadDialog()).RolloutDialog }));

/** Loads what a decision needs. */
export const loadRollout = () => Promise.all([loadDialog(), loadRunPanel()]);

/** What can be done with what is selected, and the review of the decision that is being made. */
export function UpdateCommands({
  list,
  chosen,
  rings,
  draft,
  onDraftChange,
  runner,
}: {
  list: List<DriverUpdate>;
  chosen: Chosen;
  rings: Rings;
  draft: RolloutDraft | null;
  onDraftChange: (next: RolloutDraft | null) => void;
  runner: Runner;
}) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  useLoadAhead(!chosen.isEmpty, loadRollout);
  const close = () => {
    start.reset();
    staging.reset();
    onDraftChange(null);
  };
  const decided = () => {
    close();
    if (draft?.updateId === null) chosen.clearDecided();
  };
  const isOfSelection = draft?.updateId === null;
  const updates = isOfSelection ? chosen.updates : list.rows.filter(({ id }) => id === draft?.updateId);
  return (
    <>
      <CommandBar
        label="Commands"
        commands={driverRequests.map(({ request, label, key, icon, isPrimary }) => ({
          label,
          key,
          icon,
          isPrimary,
          isRare: request === 'changeDate',
          disabled: rings.isKept ? stillLoading : chosen.whyNone(request),
          onRun: () => onDraftChange(rolloutDraft(request, { profileIds: chosen.profileIds(request) })),
        }))}
      />
      <RoleNote runner={runner} action={driverApproval} />
      {draft && updates.length > 0 && (
        <PartBoundary name="The dialog">
          <Suspense fallback={null}>
            <RolloutDialog
              draft={draft}
              onDraftChange={onDraftChange}
              updates={updates}
              isIn={isOfSelection ? chosen.isIn : undefined}
              skipped={isOfSelection ? chosen.skipped : undefined}
              rings={rings}
              all={list.rows}
              roleWarning={roleWarning}
              isStarting={start.isPending}
              problem={start.error ? toProblem(start.error) : staging.problem}
              onClose={close}
              onStart={(plan) => start.mutate(plan, { onSuccess: decided })}
              onStage={(plan) => staging.stage(plan, decided)}
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

import { lazy, Suspense, useEffect } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { type DriverRequest, whyNot } from '../../actions/driver-approval/rules.ts';
import { toProblem } from '../../lib/problem.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { type RolloutDraft, rolloutDraft } from '../../plan/rollout/use-rollout.ts';
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
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';

// The dialog with its date arithmetic, and the results panel, load once something is selected or open.
const loadDialog = () => import('../../plan/rollout/rollout-dialog.tsx');
const RolloutDialog = lazy(async () => ({ default: (await loadDialog()).RolloutDialog }));

/** What can be done with the selected driver updates, and the review of the decision that is being made. */
export function UpdateCommands({
  list,
  selection,
  rings,
  draft,
  onDraftChange,
  isAboutToAct,
  runner,
}: {
  list: List<DriverUpdate>;
  selection: Selection<DriverUpdate>;
  rings: Rings;
  draft: RolloutDraft | null;
  onDraftChange: (next: RolloutDraft | null) => void;
  /** A decision may come: its dialog is loaded. */
  isAboutToAct: boolean;
  runner: Runner;
}) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    if (isAboutToAct) Promise.all([loadDialog(), loadRunPanel()]).catch(() => undefined);
  }, [isAboutToAct]);
  const close = () => {
    start.reset();
    staging.reset();
    onDraftChange(null);
  };
  const decided = () => {
    close();
    if (draft?.updateId === null) selection.clear();
  };
  const updates = draft && updatesOf(draft, list, selection);
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
          disabled: rings.isKept ? stillLoading : whyNoneOf(request, selection, rings),
          onRun: () => onDraftChange(rolloutDraft(request)),
        }))}
      />
      <RoleNote runner={runner} action={driverApproval} />
      {draft && updates && updates.length > 0 && (
        <PartBoundary name="The dialog">
          <Suspense fallback={null}>
            <RolloutDialog
              draft={draft}
              onDraftChange={onDraftChange}
              updates={updates}
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

/** Why a request can't work for any driver that is selected. Rows that filters hide are never sent from here. */
function whyNoneOf(
  request: DriverRequest,
  { shown, rows, isAllHere }: Selection<DriverUpdate>,
  { decidable, loadingIds }: Rings,
): string | undefined {
  if (rows.length > 0 && shown.length === 0) return 'All selected driver updates are hidden by filters';
  if (!isAllHere) return 'Some selected driver updates haven’t loaded yet';
  const drivers = shown.flatMap(decidable);
  if (shown.length > 0 && drivers.length === 0 && loadingIds.size > 0) return stillLoading;
  return whyNone(drivers, (driver) => whyNot(request, driver), 'driver updates');
}

/** The driver updates that a decision is about. */
function updatesOf(
  { updateId }: RolloutDraft,
  { rows }: List<DriverUpdate>,
  selection: Selection<DriverUpdate>,
): readonly DriverUpdate[] {
  return updateId === null ? selection.shown : rows.filter(({ id }) => id === updateId);
}

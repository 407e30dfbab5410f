import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Rows } from '../../graph/rows.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import type { List } from '../../ui/list-page/use-list.ts';
import type { Selected, Selection } from '../../ui/list-page/use-selection.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import type { Decision } from './use-decision.ts';

// The dialog with its date arithmetic, and the results panel, load once something is selected or open.
const loadDialog = () => import('./action-dialog.tsx');
const ActionDialog = lazy(async () => ({ default: (await loadDialog()).ActionDialog }));

/** Loads what a decision needs. */
export const loadDecision = () => Promise.all([loadDialog(), loadRunPanel()]);

const noProfiles: readonly DriverProfile[] = [];

/**
 * The review of the decision that is being made, if one is.
 *
 * @param props.profile undefined while it is loading
 */
export function DriverDecision({
  decision,
  onChange,
  profile,
  list,
  selection,
  runner,
}: {
  decision: Decision | null;
  onChange: (next: Decision | null) => void;
  profile: DriverProfile | undefined;
  list: List<Driver>;
  selection: Selection<Driver>;
  runner: Runner;
}) {
  const start = useStartRun(runner, selection.add);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  const profiles = useQueryClient().getQueryData<Rows<DriverProfile>>(profileKeys.list)?.rows ?? noProfiles;
  useLoadAhead(selection.rows.length > 0, loadDecision);

  const selected = decision && selectedFor(decision, list, selection);
  if (!decision || !selected || !profile) return null;
  const close = () => {
    start.reset();
    staging.reset();
    onChange(null);
  };
  const decided = () => {
    close();
    selection.change((before) =>
      decision.driverId === null ? new Set() : without(before, decision.driverId),
    );
  };
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        <ActionDialog
          draft={decision}
          onDraftChange={(next) => onChange({ ...decision, ...next })}
          profile={profile}
          selected={selected}
          roleWarning={roleWarning}
          all={list.rows}
          profiles={profiles}
          isStarting={start.isPending}
          problem={start.error ? toProblem(start.error) : staging.problem}
          onClose={close}
          onStart={(plan) => start.mutate(plan, { onSuccess: decided })}
          onStage={(plan) => staging.stage(plan, decided)}
        />
      </Suspense>
    </PartBoundary>
  );
}

/** The drivers that a decision is about; undefined until all of them are loaded. */
function selectedFor(
  { driverId }: Decision,
  { rows }: List<Driver>,
  selection: Selection<Driver>,
): Selected<Driver> | undefined {
  if (driverId === null) return selection.isAllHere ? selection : undefined;
  const own = rows.filter(({ id }) => id === driverId);
  return own.length === 0 ? undefined : { rows: own, shown: own, hiddenRows: [], hidden: 0, onOtherTabs: 0 };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}

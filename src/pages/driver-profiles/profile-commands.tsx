import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useEffect } from 'react';
import { planSync, skippedText, syncNeeds } from '../../actions/inventory-sync/plan.ts';
import { whyNoSync } from '../../actions/inventory-sync/rules.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { toProblem } from '../../lib/problem.ts';
import { sortOut, whyNone } from '../../lib/sort-out.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SelectionStatus } from '../../ui/selection-status.tsx';
import { useSelected } from '../../ui/use-selected.ts';
import { profileId } from './profile-columns.tsx';

/** What can be done with the selected profiles. A sync changes nothing on any device, and needs no review. */
export function ProfileCommands({
  view,
  selection,
  onSelectionChange,
  runner,
}: {
  view: RowView<DriverProfile>;
  selection: ReadonlySet<string>;
  onSelectionChange: (
    next: ReadonlySet<string> | ((now: ReadonlySet<string>) => ReadonlySet<string>),
  ) => void;
  runner: Runner;
}) {
  const start = useStartRun(runner, (ids) => onSelectionChange((now) => new Set([...now, ...ids])));
  const selected = useSelected(view, profileId, selection);
  const isAboutToAct = selected.rows.length > 0;
  useEffect(() => {
    // The network may be gone by the click. A failure shows where the results would be.
    if (isAboutToAct) loadRunPanel().catch(() => undefined);
  }, [isAboutToAct]);

  // No dialog asks about those that filters hide: they stay selected, and are not sent.
  const { sent, leftOut } = sortOut(selected.shown, whyNoSync);
  const skipped = leftOut.map(({ row }) => row);

  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          {
            label: 'Sync inventory',
            icon: ArrowSyncRegular,
            disabled: start.isPending
              ? 'Sync is being requested'
              : selected.shown.length === 0 && selected.hidden > 0
                ? 'All selected profiles are hidden by filters'
                : whyNone(selected.shown, whyNoSync, 'profiles'),
            onRun: () =>
              start.mutate(planSync(sent, skipped), {
                onSuccess: () => onSelectionChange(new Set(selected.hiddenRows.map(profileId))),
              }),
          },
        ]}
      >
        {sent.length > 0 && skipped.length > 0 && (
          <span role="status">
            <bdi>{skippedText(skipped)}</bdi>
          </span>
        )}
        <SelectionStatus
          view={view}
          rowId={profileId}
          selection={selection}
          selected={selected}
          onSelectionChange={onSelectionChange}
        />
      </CommandBar>
      <RoleNote runner={runner} action={syncNeeds} />
      {start.error && (
        <ProblemBanner
          problem={toProblem(start.error)}
          context="Sync inventory"
          onDismiss={() => start.reset()}
        />
      )}
    </>
  );
}

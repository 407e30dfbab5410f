import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect } from 'react';
import * as v from 'valibot';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { type DriverRequest, whyNot } from '../../actions/driver-approval/rules.ts';
import { planSync } from '../../actions/inventory-sync/plan.ts';
import { whyNoSync } from '../../actions/inventory-sync/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Rows } from '../../graph/rows.ts';
import { toProblem } from '../../lib/problem.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote, useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SelectionStatus } from '../../ui/selection-status.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { useSelected } from '../../ui/use-selected.ts';
import type { ActionDraft } from './action-dialog.tsx';
import { driverId } from './driver-columns.tsx';
import { isInTab } from './driver-filters.ts';
import type { DriversTab } from './search.ts';

// The dialog with its date arithmetic, and the results panel, load once something is selected.
const loadDialog = () => import('./action-dialog.tsx');
const ActionDialog = lazy(async () => ({ default: (await loadDialog()).ActionDialog }));

const requests = [
  { request: 'approve', label: 'Approve', icon: CheckmarkRegular, isPrimary: true },
  { request: 'decline', label: 'Decline', icon: ProhibitedRegular, isPrimary: false },
  { request: 'suspend', label: 'Pause', icon: PauseRegular, isPrimary: false },
  { request: 'changeDate', label: 'Change date', icon: CalendarRegular, isPrimary: false },
] as const;

const draftSchema = v.object({
  request: v.picklist(['approve', 'decline', 'suspend', 'changeDate']),
  when: v.picklist(['asSoonAsPossible', 'onDate']),
  date: v.string(),
  included: v.array(v.string()),
  note: v.string(),
});

function readDraft(kept: unknown): ActionDraft | undefined {
  const parsed = v.safeParse(draftSchema, kept);
  return parsed.success ? parsed.output : undefined;
}

const noProfiles: readonly DriverProfile[] = [];

/** Acts on the selected drivers, after a review. */
export function DriverCommands({
  profileId,
  profile,
  isComplete,
  tab,
  view,
  selection,
  onSelectionChange,
  runner,
}: {
  profileId: string;
  /** Undefined while it is loading. */
  profile: DriverProfile | undefined;
  /** All drivers of the profile are loaded. */
  isComplete: boolean;
  /** The tab that is open. */
  tab: DriversTab;
  view: RowView<Driver>;
  selection: ReadonlySet<string>;
  onSelectionChange: (
    next: ReadonlySet<string> | ((now: ReadonlySet<string>) => ReadonlySet<string>),
  ) => void;
  runner: Runner;
}) {
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    `action.${profileId}`,
    null,
    (value) => value,
    readDraft,
  );
  const start = useStartRun(runner, (ids) => onSelectionChange((now) => new Set([...now, ...ids])));
  const startSync = useStartRun(runner);
  const isOnTab = useCallback((driver: Driver) => isInTab(driver, tab), [tab]);
  const selected = useSelected(view, driverId, selection, isOnTab);
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  const profiles = useQueryClient().getQueryData<Rows<DriverProfile>>(profileKeys.list)?.rows ?? noProfiles;
  const isAboutToAct = selected.rows.length > 0;
  const canSync = profile !== undefined;
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    if (isAboutToAct) loadDialog().catch(() => undefined);
    if (isAboutToAct || canSync) loadRunPanel().catch(() => undefined);
  }, [isAboutToAct, canSync]);
  // After a trip to the sign-in page, a dialog must not decide on the first page of its selection alone.
  const isAllHere = isComplete || selected.rows.length === selection.size;
  const whyNotYet = isAllHere ? undefined : 'Some selected drivers haven’t loaded yet';

  const syncReason = profile ? whyNoSync(profile) : 'The profile is still loading';
  const open = (request: DriverRequest) => {
    start.reset();
    setDraft({ request, when: 'asSoonAsPossible', date: '', included: [], note: '' });
  };

  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          ...requests.map(({ request, label, icon, isPrimary }) => ({
            label,
            icon,
            isPrimary,
            disabled: whyNotYet ?? whyNone(selected.rows, (driver) => whyNot(request, driver), 'drivers'),
            onRun: () => open(request),
          })),
          {
            label: 'Sync inventory',
            icon: ArrowSyncRegular,
            disabled: startSync.isPending ? 'Sync is being requested' : syncReason,
            onRun: () => profile && startSync.mutate(planSync([profile])),
          },
        ]}
      >
        <SelectionStatus
          view={view}
          rowId={driverId}
          selection={selection}
          selected={selected}
          onSelectionChange={onSelectionChange}
        />
      </CommandBar>
      <RoleNote runner={runner} action={driverApproval} />
      {startSync.error && (
        <ProblemBanner
          problem={toProblem(startSync.error)}
          context="Sync inventory"
          onDismiss={() => startSync.reset()}
        />
      )}
      {draft && profile && isAllHere && (
        <PartBoundary name="The dialog">
          <Suspense fallback={null}>
            <ActionDialog
              draft={draft}
              onDraftChange={setDraft}
              profile={profile}
              selected={selected}
              roleWarning={roleWarning}
              all={view.rows}
              profiles={profiles}
              isStarting={start.isPending}
              problem={start.error ? toProblem(start.error) : undefined}
              onClose={() => setDraft(null)}
              onStart={(plan) =>
                start.mutate(plan, {
                  onSuccess() {
                    setDraft(null);
                    onSelectionChange(new Set());
                  },
                })
              }
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

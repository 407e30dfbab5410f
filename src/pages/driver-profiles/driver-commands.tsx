import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
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
import type { List } from '../../ui/list-page/use-list.ts';
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { MutationProblem } from '../../ui/mutation-problem.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import type { ActionDraft } from './action-dialog.tsx';

// The dialog with its date arithmetic, and the results panel, load once something is selected.
const loadDialog = () => import('./action-dialog.tsx');
const ActionDialog = lazy(async () => ({ default: (await loadDialog()).ActionDialog }));

const requests = [
  { request: 'approve', label: 'Approve', key: 'A', icon: CheckmarkRegular, isPrimary: true },
  { request: 'decline', label: 'Decline', key: 'D', icon: ProhibitedRegular, isPrimary: false },
  { request: 'suspend', label: 'Pause', key: 'P', icon: PauseRegular, isPrimary: false },
  { request: 'changeDate', label: 'Change date', key: undefined, icon: CalendarRegular, isPrimary: false },
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
  list,
  selection,
  runner,
}: {
  profileId: string;
  /** Undefined while it is loading. */
  profile: DriverProfile | undefined;
  list: List<Driver>;
  selection: Selection<Driver>;
  runner: Runner;
}) {
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    `action.${profileId}`,
    null,
    (value) => value,
    readDraft,
  );
  const start = useStartRun(runner, selection.add);
  const startSync = useStartRun(runner);
  const roleWarning = useRoleWarning(runner, [driverApproval]);
  const profiles = useQueryClient().getQueryData<Rows<DriverProfile>>(profileKeys.list)?.rows ?? noProfiles;
  const isAboutToAct = selection.rows.length > 0;
  const canSync = profile !== undefined;
  useEffect(() => {
    // The network may be gone by the click. A failure shows when the dialog opens.
    if (isAboutToAct) loadDialog().catch(() => undefined);
    if (isAboutToAct || canSync) loadRunPanel().catch(() => undefined);
  }, [isAboutToAct, canSync]);
  const whyNotYet = selection.isAllHere ? undefined : 'Some selected drivers haven’t loaded yet';

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
          ...requests.map(({ request, label, key, icon, isPrimary }) => ({
            label,
            key,
            icon,
            isPrimary,
            disabled: whyNotYet ?? whyNone(selection.rows, (driver) => whyNot(request, driver), 'drivers'),
            onRun: () => open(request),
          })),
          {
            label: 'Sync inventory',
            icon: ArrowSyncRegular,
            disabled: startSync.isPending ? 'Sync is being requested' : syncReason,
            onRun: () => profile && startSync.mutate(planSync([profile])),
          },
        ]}
      />
      <RoleNote runner={runner} action={driverApproval} />
      <MutationProblem mutation={startSync} context="Sync inventory" />
      {draft && profile && selection.isAllHere && (
        <PartBoundary name="The dialog">
          <Suspense fallback={null}>
            <ActionDialog
              draft={draft}
              onDraftChange={setDraft}
              profile={profile}
              selected={selection}
              roleWarning={roleWarning}
              all={list.rows}
              profiles={profiles}
              isStarting={start.isPending}
              problem={start.error ? toProblem(start.error) : undefined}
              onClose={() => setDraft(null)}
              onStart={(plan) =>
                start.mutate(plan, {
                  onSuccess() {
                    setDraft(null);
                    selection.clear();
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

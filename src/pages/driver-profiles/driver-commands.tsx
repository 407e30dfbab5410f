import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { whyNot } from '../../actions/driver-approval/rules.ts';
import { planSync } from '../../actions/inventory-sync/plan.ts';
import { whyNoSync } from '../../actions/inventory-sync/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { MutationProblem } from '../../ui/mutation-problem.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import type { AskDecision } from './driver-requests.ts';
import { type AskProfile, commandsOf } from './profile-requests.ts';

const stillLoading = 'The profile is still loading';

/** What can be done with the selected drivers, and with the profile. */
export function DriverCommands({
  profile,
  selection,
  onAsk,
  onAskProfile,
  runner,
}: {
  /** Undefined while it is loading. */
  profile: DriverProfile | undefined;
  selection: Selection<Driver>;
  onAsk: AskDecision;
  onAskProfile: AskProfile;
  runner: Runner;
}) {
  const startSync = useStartRun(runner);
  const canSync = profile !== undefined;
  useLoadAhead(canSync, loadRunPanel);
  const whyNotYet = selection.isAllHere ? undefined : 'Some selected drivers haven’t loaded yet';
  const syncReason = profile ? whyNoSync(profile) : stillLoading;
  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          ...driverRequests.map(({ request, label, key, icon, isPrimary }) => ({
            label,
            key,
            icon,
            isPrimary,
            isRare: request === 'changeDate',
            disabled: whyNotYet ?? whyNone(selection.rows, (driver) => whyNot(request, driver), 'drivers'),
            onRun: () => onAsk(request),
          })),
          {
            label: 'Sync inventory',
            icon: ArrowSyncRegular,
            isRare: true,
            disabled: startSync.isPending ? 'Sync is being requested' : syncReason,
            onRun: () => profile && startSync.mutate(planSync([profile])),
          },
          ...commandsOf(profile, stillLoading, onAskProfile),
        ]}
      />
      <RoleNote runner={runner} action={driverApproval} />
      <MutationProblem mutation={startSync} context="Sync inventory" />
    </>
  );
}

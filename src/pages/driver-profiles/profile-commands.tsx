import { planSync, skippedText, syncNeeds } from '../../actions/inventory-sync/plan.ts';
import { whyNoSync } from '../../actions/inventory-sync/rules.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { sortOut, whyNone } from '../../lib/sort-out.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { MutationProblem } from '../../ui/mutation-problem.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import { type AskProfile, commandsOf, listCommands } from './profile-requests.ts';
import { type ProfileRow, profileRowId } from './profile-row.ts';

/** What can be done with the selected profiles, or with all of them. A sync changes nothing on any device, and needs no review. */
export function ProfileCommands({
  selection,
  listed,
  isFiltered,
  runner,
  isForbidden,
  isComplete,
  onAsk,
}: {
  selection: Selection<ProfileRow>;
  /** The profiles that the filters show. */
  listed: readonly DriverProfile[];
  isFiltered: boolean;
  runner: Runner;
  /** The profiles may not be read: that says which role is missing, too. */
  isForbidden: boolean;
  /** Every profile is loaded: one may have the name of a new one. */
  isComplete: boolean;
  onAsk: AskProfile;
}) {
  const start = useStartRun(runner, selection.add);
  const isAboutToAct = selection.rows.length > 0;
  useLoadAhead(isAboutToAct, loadRunPanel);

  // No dialog asks about those that filters hide: they stay selected, and are not sent.
  const shown = selection.shown.map(({ profile }) => profile);
  const { sent, leftOut } = sortOut(shown, whyNoSync);
  const skipped = leftOut.map(({ row }) => row);
  const all = sortOut(listed, whyNoSync);
  const [only] = shown.length === 1 ? shown : [];
  const whyNotOne = shown.length === 0 ? 'Select a profile first' : 'Select only one profile';

  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          {
            ...listCommands.create,
            disabled: isComplete ? undefined : 'The profiles are still loading',
            onRun: () => onAsk('create'),
          },
          {
            ...listCommands.sync,
            disabled: start.isPending
              ? 'Sync is being requested'
              : shown.length === 0 && selection.hidden > 0
                ? 'All selected profiles are hidden by filters'
                : whyNone(shown, whyNoSync, 'profiles'),
            onRun: () =>
              start.mutate(planSync(sent, skipped), {
                onSuccess: () => selection.change(new Set(selection.hiddenRows.map(profileRowId))),
              }),
          },
          {
            ...(isFiltered ? listCommands.syncShown : listCommands.syncAll),
            disabled: start.isPending
              ? 'Sync is being requested'
              : isComplete
                ? whyNone(listed, whyNoSync, 'profiles')
                : 'The profiles are still loading',
            onRun: () =>
              start.mutate(
                planSync(
                  all.sent,
                  all.leftOut.map(({ row }) => row),
                ),
              ),
          },
          ...commandsOf(only, whyNotOne, onAsk),
        ]}
      >
        {sent.length > 0 && skipped.length > 0 && (
          <span role="status">
            <bdi>{skippedText(skipped)}</bdi>
          </span>
        )}
      </CommandBar>
      {!isForbidden && <RoleNote runner={runner} action={syncNeeds} />}
      <MutationProblem mutation={start} context="Sync inventory" />
    </>
  );
}

import { profileNeeds } from '../../actions/profile-change/plan.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import { AssignmentsDialog } from './assignments-dialog.tsx';
import { DeleteProfileDialog } from './delete-profile-dialog.tsx';
import type { ProfileDecisionProps, ProfileDialogProps } from './profile-dialog.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { ProfileValuesDialog } from './profile-values-dialog.tsx';

/** The dialog that is open, and the start of its run. */
export function ProfileDialogs({
  draft,
  onChange,
  profiles,
  graph,
  runner,
}: ProfileDecisionProps & { readonly draft: ProfileDraft }) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [profileNeeds]);
  useLoadAhead(true, loadRunPanel);
  const close = () => onChange(null);
  return (
    <Dialog
      draft={draft}
      onDraftChange={(changes) => onChange({ ...draft, ...changes })}
      profiles={profiles}
      graph={graph}
      roleWarning={roleWarning}
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : staging.problem}
      onStart={(plan) => start.mutate(plan, { onSuccess: close })}
      onStage={(plan) => staging.stage(plan, close)}
      onClose={close}
    />
  );
}

/** The dialog of the command that a person has chosen. A profile that is gone, or still to come, has none. */
function Dialog(props: ProfileDialogProps) {
  const { draft, profiles } = props;
  if (draft.command === 'create') return <ProfileValuesDialog {...props} profile={undefined} />;
  const profile = profiles.find(({ id }) => id === draft.profileId);
  if (!profile) return null;
  switch (draft.command) {
    case 'edit':
      return <ProfileValuesDialog {...props} profile={profile} />;
    case 'delete':
      return <DeleteProfileDialog {...props} profile={profile} />;
    case 'assign':
      return <AssignmentsDialog {...props} profile={profile} />;
  }
}

import { AssignmentsDialog } from './assignments-dialog.tsx';
import { DeleteProfileDialog } from './delete-profile-dialog.tsx';
import type { ProfileDialogProps } from './profile-dialog.ts';
import { ProfileValuesDialog } from './profile-values-dialog.tsx';

/** The dialog of the command that a person has chosen. A profile that is gone, or still to come, has none. */
export function ProfileDialogs(props: ProfileDialogProps) {
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

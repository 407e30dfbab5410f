import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Command } from '../../ui/commands.ts';
import type { ProfileCommand } from './profile-draft.ts';

/** Opens the dialog of a command about a profile. */
export type AskProfile = (command: ProfileCommand, profile?: DriverProfile) => void;

/** The commands of the list of profiles, beside those for one profile. */
export const listCommands = {
  create: { label: 'New profile…', icon: AddRegular },
  sync: { label: 'Sync inventory', icon: ArrowSyncRegular },
  syncAll: { label: 'Sync all', icon: ArrowSyncRegular },
  syncShown: { label: 'Sync all shown', icon: ArrowSyncRegular },
} as const;

/**
 * The commands for one profile.
 *
 * @param profile undefined where there is none to act on: `whyNot` says why
 */
export function commandsOf(
  profile: DriverProfile | undefined,
  whyNot: string,
  onAsk: AskProfile,
): readonly Command[] {
  const all = [
    { command: 'assign', label: 'Assignments…', icon: PeopleRegular },
    { command: 'edit', label: 'Edit profile…', icon: EditRegular },
    { command: 'delete', label: 'Delete profile…', icon: DeleteRegular },
  ] as const;
  return all.map(({ command, label, icon }) => ({
    label,
    icon,
    isRare: true,
    disabled: profile ? undefined : whyNot,
    onRun: () => onAsk(command, profile),
  }));
}

import { DeleteRegular } from '@fluentui/react-icons/headless/svg/delete';
import { PeopleRegular } from '@fluentui/react-icons/headless/svg/people';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Command } from '../../ui/commands.ts';
import { editCommand } from './list-commands.ts';
import type { ProfileCommand } from './profile-draft.ts';

/** Opens the dialog of a command about a profile. */
export type AskProfile = (command: ProfileCommand, profile?: DriverProfile) => void;

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
    { command: 'edit', ...editCommand },
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

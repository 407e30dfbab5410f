import { CommandBar } from '../../ui/command-bar.tsx';
import { commandsOf, listCommands } from './profile-requests.ts';

const why = 'The commands are still loading';
const nothing = () => undefined;

/** The commands of the list of profiles until the code that carries them out is there. */
export function CommandsToCome() {
  return (
    <CommandBar
      label="Commands"
      commands={[
        { ...listCommands.create, disabled: why, onRun: nothing },
        { ...listCommands.sync, disabled: why, onRun: nothing },
        ...commandsOf(undefined, why, nothing),
      ]}
    />
  );
}

import { CommandBar } from '../../ui/command-bar.tsx';
import { commandsOf, listCommands } from './profile-requests.ts';

const why = 'The commands are still loading';
const nothing = () => undefined;

/** The commands of the list of profiles until the code that carries them out is there. */
export function CommandsToCome({ isFiltered }: { isFiltered: boolean }) {
  const syncAll = isFiltered ? listCommands.syncShown : listCommands.syncAll;
  return (
    <CommandBar
      label="Commands"
      commands={[
        { ...listCommands.create, disabled: why, onRun: nothing },
        { ...listCommands.sync, disabled: why, onRun: nothing },
        { ...syncAll, disabled: why, onRun: nothing },
        ...commandsOf(undefined, why, nothing),
      ]}
    />
  );
}

import { CommandBar } from '../../ui/command-bar.tsx';
import { editCommand, listCommands } from './list-commands.ts';

const why = 'Commands are still loading';
const nothing = () => undefined;

/** Stands in for the commands until their code has loaded. */
export function LoadingCommands({ isFiltered }: { isFiltered: boolean }) {
  const syncAll = isFiltered ? listCommands.syncShown : listCommands.syncAll;
  return (
    <CommandBar
      label="Commands"
      commands={[
        { ...listCommands.create, disabled: why, onRun: nothing },
        { ...listCommands.sync, disabled: why, onRun: nothing },
        { ...syncAll, disabled: why, onRun: nothing },
        // Stands for the commands about one profile, which are behind "More".
        { ...editCommand, isRare: true, disabled: why, onRun: nothing },
      ]}
    />
  );
}

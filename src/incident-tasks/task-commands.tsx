import { PlayRegular } from '@fluentui/react-icons/svg/play';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import { ClearButton } from '../ui/clear-button.tsx';
import { CommandBar } from '../ui/command-bar.tsx';
import { formatCount } from '../ui/format.ts';
import { whyNone } from './plans.ts';

/** What can be done with the selected tasks. */
export function TaskCommands({
  selected,
  hidden,
  onRun,
  onClear,
}: {
  selected: readonly IncidentTask[];
  /** How many of them the filters hide. */
  hidden: number;
  onRun: () => void;
  onClear: () => void;
}) {
  return (
    <CommandBar
      label="Commands"
      commands={[
        { label: 'Run action', icon: PlayRegular, isPrimary: true, disabled: whyNone(selected), onRun },
      ]}
    >
      {selected.length > 0 && (
        <>
          <span role="status">
            {formatCount(selected.length)} selected
            {hidden > 0 && `, ${formatCount(hidden)} of them hidden by filters`}
          </span>
          <ClearButton onClear={onClear}>Clear selection</ClearButton>
        </>
      )}
    </CommandBar>
  );
}

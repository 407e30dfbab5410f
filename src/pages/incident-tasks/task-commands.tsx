import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { TagRegular } from '@fluentui/react-icons/svg/tag';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { SelectionStatus } from '../../ui/selection-status.tsx';
import type { Selected } from '../../ui/use-selected.ts';
import { taskId } from './task-columns.tsx';
import { useWhyNot } from './why-not.tsx';

/** The commands for the selected tasks. */
export function TaskCommands({
  view,
  selection,
  selected,
  isAllHere,
  onSelectionChange,
  onRun,
  onSetStatus,
}: {
  view: RowView<IncidentTask>;
  selection: ReadonlySet<string>;
  selected: Selected<IncidentTask>;
  /** Every selected task is loaded. */
  isAllHere: boolean;
  onSelectionChange: (next: ReadonlySet<string>) => void;
  onRun: () => void;
  onSetStatus: () => void;
}) {
  const whyNot = useWhyNot();
  const whyNotYet = isAllHere ? undefined : 'Some selected tasks haven’t loaded yet';
  return (
    <CommandBar
      label="Commands"
      commands={[
        {
          label: 'Run action',
          icon: PlayRegular,
          isPrimary: true,
          disabled: whyNotYet ?? whyNone(selected.rows, whyNot, 'tasks'),
          onRun,
        },
        {
          label: 'Set status',
          icon: TagRegular,
          disabled: whyNotYet ?? whyNone(selected.rows, whyNoStatus, 'tasks'),
          onRun: onSetStatus,
        },
      ]}
    >
      <SelectionStatus
        view={view}
        rowId={taskId}
        selection={selection}
        selected={selected}
        onSelectionChange={onSelectionChange}
      />
    </CommandBar>
  );
}

import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { TagRegular } from '@fluentui/react-icons/headless/svg/tag';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import { useWhyNot } from '../../dialogs/tasks/why-not.tsx';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Selection } from '../../ui/list-page/use-selection.ts';

/** The commands for the selected tasks. */
export function TaskCommands({
  selection,
  onRun,
  onSetStatus,
}: {
  selection: Selection<IncidentTask>;
  onRun: () => void;
  onSetStatus: () => void;
}) {
  const whyNot = useWhyNot();
  const whyNotYet = selection.isAllHere ? undefined : 'Some selected tasks haven’t loaded yet';
  return (
    <CommandBar
      label="Commands"
      commands={[
        {
          label: 'Run action',
          key: 'R',
          icon: PlayRegular,
          isPrimary: true,
          disabled: whyNotYet ?? whyNone(selection.rows, whyNot, 'tasks'),
          onRun,
        },
        {
          label: 'Set status',
          key: 'S',
          icon: TagRegular,
          disabled: whyNotYet ?? whyNone(selection.rows, whyNoStatus, 'tasks'),
          onRun: onSetStatus,
        },
      ]}
    />
  );
}

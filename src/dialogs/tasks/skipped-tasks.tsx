import type { ReactNode } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { LeftOut } from '../../lib/sort-out.ts';
import { reasonsText } from '../../ui/count-reasons.ts';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';
import { formatCount } from '../../ui/format.ts';

/** The selected tasks that a decision leaves out, each with the reason. */
export function SkippedTasks({
  leftOut,
  selected,
  of = 'selected',
  isOpen,
  lineOf,
}: {
  leftOut: readonly LeftOut<IncidentTask>[];
  /** How many tasks are selected. */
  selected: number;
  /** What these tasks are: "selected" when absent. */
  of?: string | undefined;
  isOpen: boolean;
  lineOf: (task: IncidentTask) => ReactNode;
}) {
  if (leftOut.length === 0) return null;
  const verb = leftOut.length === 1 ? 'is' : 'are';
  const reasons = reasonsText(leftOut.map(({ reason }) => reason));
  return (
    <DialogDisclosure
      summary={`${formatCount(leftOut.length)} of ${formatCount(selected)} ${of} ${verb} skipped: ${reasons}`}
      label="Skipped tasks"
      isOpen={isOpen}
    >
      {() =>
        leftOut.map(({ row: task, reason }) => (
          <li key={task.id}>
            {lineOf(task)}: {reason}
          </li>
        ))
      }
    </DialogDisclosure>
  );
}

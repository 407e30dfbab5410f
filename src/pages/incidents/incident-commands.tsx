import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { responseAction } from '../../actions/response-action/action.ts';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { isDone } from '../../resources/incident-tasks/states.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks } from '../../run-panel/task-counts.ts';
import type { Runner } from '../../runs/runner.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Command } from '../../ui/commands.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import styles from './incident-commands.module.css';
import type { TaskChoice } from './tasks/use-task-choice.ts';

/** What can be done with an incident and its tasks, and how far these are. */
export function IncidentCommands({
  tasks,
  choice,
  runner,
  onRun,
  onMark,
  more,
}: {
  tasks: readonly IncidentTask[];
  choice: TaskChoice;
  runner: Runner;
  onRun: () => void;
  onMark: () => void;
  /** The commands for the incident itself. */
  more: readonly Command[];
}) {
  const { toRun, toMark } = choice;
  const count = toRun.length;
  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          {
            label: count > 0 ? `Run ${countOf(count, 'action')}…` : 'Run actions…',
            key: 'R',
            icon: PlayRegular,
            isPrimary: true,
            disabled:
              count > 0
                ? undefined
                : choice.isChosen
                  ? 'Nothing that is selected can run here'
                  : 'Nothing of this incident can run here now',
            onRun,
          },
          {
            label: 'Mark done…',
            key: 'M',
            icon: CheckmarkRegular,
            disabled:
              toMark.length === 0
                ? 'Select tasks first, or go to one with the arrow keys'
                : whyNone(toMark, whyNoStatus, 'tasks'),
            onRun: onMark,
          },
          ...more,
        ]}
      >
        <Progress tasks={tasks} />
      </CommandBar>
      <RoleNote runner={runner} action={responseAction} />
    </>
  );
}

/** "4 of 12 completed, 2 in progress", with a bar. */
function Progress({ tasks }: { tasks: readonly IncidentTask[] }) {
  const counts = countTasks(tasks, useMarks(responseAction), () => undefined);
  const relevant = tasks.filter(({ status }) => status !== 'notRelevant');
  if (relevant.length === 0) return null;
  const done = relevant.filter(isDone).length;
  const failed = counts.failed + counts.partiallyCompleted;
  return (
    <span className={styles.progress}>
      <span className={styles.words}>
        <span>
          <strong>
            {formatCount(done)} of {formatCount(relevant.length)}
          </strong>{' '}
          completed
        </span>
        {failed > 0 && <span className={styles.failed}>{formatCount(failed)} failed</span>}
        {counts.unknown > 0 && <span>{formatCount(counts.unknown)} unknown</span>}
        {counts.inProgress > 0 && <span>{formatCount(counts.inProgress)} in progress</span>}
      </span>
      <StackedBar
        total={relevant.length}
        segments={[
          { tone: 'approved', count: done },
          { tone: 'review', count: counts.inProgress },
          { tone: 'unknown', count: counts.unknown },
          { tone: 'failed', count: failed },
        ]}
      />
    </span>
  );
}

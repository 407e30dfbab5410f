import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { responseAction } from '../../actions/response-action/action.ts';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Command } from '../../ui/commands.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import type { TaskChoice } from './tasks/use-task-choice.ts';
import { ThumbBar } from './thumb-bar.tsx';

/** A phone held upright: the commands stand at its foot. */
export const handheld = windowCondition('(max-width: 640px) and (min-height: 481px)');

/** What can be done with an incident and its tasks. */
export function IncidentCommands({
  choice,
  isBehind,
  runner,
  onRun,
  onSelect,
  onMark,
  more,
}: {
  choice: TaskChoice;
  /** Another incident is about to take its place: a command would be about the wrong one. */
  isBehind: () => boolean;
  runner: Runner;
  onRun: () => void;
  /** Nothing is selected that can run, and something could be: selects that, or leads to it. */
  onSelect: () => void;
  onMark: () => void;
  /** The commands for the incident itself. */
  more: readonly Command[];
}) {
  const { toRun, toMark, able } = choice;
  const count = toRun.length;
  const Bar = useWindowCondition(handheld) ? ThumbBar : CommandBar;
  // Asked when a command is given: drawn as disabled, all of them would flicker with each incident that a key passes.
  const ofShown = (command: Command): Command => ({
    ...command,
    onRun: () => {
      if (!isBehind()) command.onRun();
    },
  });
  return (
    <>
      <Bar
        label="Commands"
        commands={[
          {
            label:
              count > 0
                ? `Run ${countOf(count, 'action')}…`
                : able.length > 0
                  ? 'Select tasks to run'
                  : 'Run actions…',
            short: count > 0 ? `Run ${formatCount(count)}` : able.length > 0 ? 'Select' : 'Run',
            key: 'R',
            icon: PlayRegular,
            isPrimary: true,
            disabled: able.length > 0 ? undefined : 'No task of this incident can run here now',
            onRun: count > 0 ? onRun : onSelect,
          },
          {
            label: 'Mark done…',
            short: 'Mark done',
            key: 'M',
            icon: CheckmarkRegular,
            disabled:
              toMark.length === 0
                ? 'Select tasks first, or go to one with the arrow keys'
                : whyNone(toMark, whyNoStatus, 'tasks'),
            onRun: onMark,
          },
          ...more,
        ].map(ofShown)}
      />
      <RoleNote runner={runner} action={responseAction} />
    </>
  );
}

import { ArrowUndoRegular } from '@fluentui/react-icons/headless/svg/arrow-undo';
import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { memo, type ReactNode, useId } from 'react';
import { isLeftToDo, stepLabel } from '../../../actions/response-action/sensible-step.ts';
import { showName } from '../../../lib/visible-text.ts';
import { splitTitle } from '../../../resources/incident-tasks/target.ts';
import { ShortText } from '../../../resources/incident-tasks/target-label.tsx';
import { taskTitle } from '../../../resources/incident-tasks/words.ts';
import { evidenceName } from '../../../resources/incidents/evidence-summary.ts';
import { Button } from '../../../ui/button.tsx';
import { useNow } from '../../../ui/use-now.ts';
import styles from './task-row.module.css';
import { TaskState } from './task-state.tsx';
import { TaskUnfolded } from './task-unfolded.tsx';
import { metaOf } from './task-words.ts';
import type { DeskTask } from './use-incident-tasks.ts';

/** What can be done from a line; stable between renders. */
export interface RowActions {
  readonly onToggle: (taskId: string) => void;
  /** Unfolds the task, or folds it again. */
  readonly onUnfold: (taskId: string) => void;
  readonly onStep: (entry: DeskTask) => void;
  readonly onMarkDone: (taskId: string) => void;
  readonly onFocus: (taskId: string) => void;
}

const icons: Partial<Record<DeskTask['step']['kind'], ReactNode>> = {
  run: <PlayRegular />,
  undo: <ArrowUndoRegular />,
};

/** Of a task that is selected all the same, and of another. */
const newTexts = { true: 'New since you opened this incident', false: 'Arrived after your choice' } as const;

/** A task below what it acts on: its state, what that means, and its one next step. */
export const TaskRow = memo(function TaskRow({
  entry,
  isSelected,
  isNew,
  isUnfolded,
  hasTabStop,
  ownNames,
  actions,
}: {
  entry: DeskTask;
  isSelected: boolean;
  /** A person hasn't had the task before them when they chose. */
  isNew: boolean;
  isUnfolded: boolean;
  /** The Tab key stops at the title of one task alone. */
  hasTabStop: boolean;
  ownNames: readonly string[];
  actions: RowActions;
}) {
  const id = useId();
  const { task, step, isBusy } = entry;
  const meta = metaOf(entry, ownNames, useNow(), isNew ? newTexts[`${isSelected}`] : '');
  const isRunnable = step.kind === 'run';
  const isLeft = isLeftToDo(step);
  return (
    <li
      className={styles.row}
      data-task={task.id}
      data-selected={isSelected || undefined}
      data-left={isLeft || undefined}
    >
      <span className={styles.check}>
        {isLeft && !isBusy && (
          <input
            type="checkbox"
            className={isRunnable || isSelected ? undefined : styles.quiet}
            aria-label={`Select ${taskTitle(task)}`}
            checked={isSelected}
            onChange={() => actions.onToggle(task.id)}
          />
        )}
      </span>
      <button
        id={`${id}-title`}
        type="button"
        className={styles.title}
        tabIndex={hasTabStop ? 0 : -1}
        aria-expanded={isUnfolded}
        aria-describedby={`${id}-state ${id}-meta`}
        onFocus={() => actions.onFocus(task.id)}
        onClick={() => actions.onUnfold(task.id)}
      >
        <Title entry={entry} />
      </button>
      <span id={`${id}-state`} className={styles.state}>
        <TaskState entry={entry} />
      </span>
      <span id={`${id}-meta`} className={meta.isWarning ? `${styles.meta} ${styles.warning}` : styles.meta}>
        <bdi>{meta.text}</bdi>
      </span>
      <span className={styles.action}>
        {step.kind !== 'none' && !isBusy && (
          <Button
            appearance={isQuiet(step) ? 'subtle' : 'secondary'}
            className={isQuiet(step) ? styles.link : undefined}
            size="small"
            icon={icons[step.kind]}
            aria-describedby={`${id}-title`}
            aria-expanded={unfolds(entry) ? isUnfolded : undefined}
            onClick={() => actions.onStep(entry)}
          >
            {isManual(entry) ? 'Mark done…' : stepLabel(step, task.actionType)}
          </Button>
        )}
        {isBusy && <span className={styles.busy}>In a run</span>}
      </span>
      {isUnfolded && (
        <TaskUnfolded entry={entry} ownNames={ownNames} onMarkDone={() => actions.onMarkDone(task.id)} />
      )}
    </li>
  );
});

/** It opens nothing and sends nothing, or takes something back: no reason to stand out. */
function isQuiet({ kind }: DeskTask['step']): boolean {
  return kind === 'checkAgain' || kind === 'undo';
}

/** A step that only its description explains: all that is left is to mark it done. */
export function isManual({ task, step }: DeskTask): boolean {
  return task.actionType === 'text' && step.kind === 'byHand';
}

/** The next step is a list of steps below the task. */
export function unfolds(entry: DeskTask): boolean {
  const { step } = entry;
  if (step.kind === 'undo') return step.way.kind === 'byHand';
  return (step.kind === 'byHand' && !isManual(entry)) || step.kind === 'stuck';
}

function Title({ entry: { task, join, file, targetText } }: { entry: DeskTask }) {
  const title = taskTitle(task);
  const [said, repeated] = file === '' ? splitTitle(title, targetText) : [title, ''];
  const found = file !== '' && join ? showName(evidenceName(join.evidence)) : '';
  return (
    <bdi>
      <ShortText text={said} />
      {repeated !== '' && <span className={styles.unseen}>{repeated}</span>}
      {found !== '' && !title.includes(found) && ` (${found})`}
    </bdi>
  );
}

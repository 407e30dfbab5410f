import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { createContext, type ReactNode, useContext } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { formatDuration, formatMoment } from '../../ui/format.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './labels.module.css';
import { ActionStatusLabel } from './labels.tsx';
import { type Progress, progressOf, type TaskTimes } from './progress.ts';

const Times = createContext<TaskTimes>({ usual: {}, started: {} });

/** Gives the labels below it the times that this browser's history knows. */
export function TaskTimesProvider({ times, children }: { times: TaskTimes; children: ReactNode }) {
  return <Times value={times}>{children}</Times>;
}

/** The times that this browser's history knows. */
export function useTimes(): TaskTimes {
  return useContext(Times);
}

/** How long the action of a task has been in progress; undefined unless it is. */
export function useProgress(task: IncidentTask): Progress | undefined {
  return progressOf(task, useTimes(), useNow());
}

/** The action status of a task; of what is in progress also for how long, beside how long it usually takes. */
export function ActionProgressLabel({ task }: { task: IncidentTask }) {
  const progress = useProgress(task);
  if (!progress) return <ActionStatusLabel task={task} />;
  const text = progressText(progress);
  const since = progress.isStartedHere ? 'Since you started it' : 'Since the last change';
  return (
    <span className={progress.isStuck ? styles.stuck : undefined}>
      <StatusLabel
        icon={progress.isStuck ? WarningFilled : ArrowSyncRegular}
        tone={progress.isStuck ? 'danger' : 'brand'}
        text={text}
        hint={`${text}. ${since}: ${formatMoment(progress.since)}.`}
      />
    </span>
  );
}

/** "In progress 3 h, stuck (usually 1 min here)" */
export function progressText({ age, usual, isStuck }: Progress): string {
  const stuck = isStuck ? ', stuck' : '';
  const usually = usual === undefined ? '' : ` (usually ${formatDuration(usual)} here)`;
  return `In progress ${formatDuration(age)}${stuck}${usually}`;
}

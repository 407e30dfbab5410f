import { lazy, Suspense } from 'react';
import type { ActionDraft } from '../../dialogs/tasks/action-draft.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { LeftOut } from '../../lib/sort-out.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import type { Runner } from '../../runs/runner.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import type { IncidentTasks } from './tasks/use-incident-tasks.ts';
import type { TaskChoice } from './tasks/use-task-choice.ts';

const loadTaskDialogs = () => import('../../dialogs/tasks/task-dialogs.tsx');
const TaskDialogs = lazy(async () => ({ default: (await loadTaskDialogs()).TaskDialogs }));
const loadAll = () => Promise.all([loadTaskDialogs(), loadRunPanel()]);

/** The dialog of what a person is about to do with tasks of an incident. */
export function IncidentDialogs({
  draft,
  onDraftChange,
  tasks,
  all,
  isComplete,
  loadedAt,
  choice,
  runner,
}: {
  draft: ActionDraft | null;
  onDraftChange: (draft: ActionDraft | null) => void;
  /** Of the incident. */
  tasks: IncidentTasks;
  all: readonly IncidentTask[];
  /** All tasks are loaded. */
  isComplete: boolean;
  loadedAt: number;
  choice: TaskChoice;
  runner: Runner;
}) {
  useLoadAhead(tasks.tasks.length > 0, loadAll);
  if (!draft || !isComplete) return null;
  const isRun = draft.command === 'run';
  const chosen = isRun ? choice.toRun : choice.toMark;
  // One may be in another incident: the task that takes an action back.
  const asked = draft.taskId === null ? chosen : all.filter(({ id }) => id === draft.taskId);
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        <TaskDialogs
          draft={draft}
          onDraftChange={onDraftChange}
          tasks={asked}
          hiddenTasks={none}
          skipped={isRun && draft.taskId === null ? skippedOf(tasks, choice) : undefined}
          all={all}
          loadedAt={loadedAt}
          runner={runner}
          onClose={() => onDraftChange(null)}
          onStarted={() => {
            onDraftChange(null);
            choice.clear();
          }}
          onNotSent={choice.add}
        />
      </Suspense>
    </PartBoundary>
  );
}

const none: readonly never[] = [];

/** The tasks that are left to do, and don't run with the others. */
function skippedOf({ tasks }: IncidentTasks, { toRun }: TaskChoice): readonly LeftOut<IncidentTask>[] {
  const running = new Set(toRun.map(({ id }) => id));
  return tasks
    .filter(({ task, step }) => !running.has(task.id) && step.kind !== 'none' && step.kind !== 'undo')
    .map(({ task, whySkipped }) => ({ row: task, reason: whySkipped ?? 'Not selected' }));
}

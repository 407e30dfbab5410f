import { useMemo, useRef } from 'react';
import { draftOf } from '../../../dialogs/tasks/action-draft.ts';
import { userDraftOf } from '../../../dialogs/users/user-action-draft.ts';
import type { IncidentsSearch } from '../search.ts';
import type { Drafts } from '../use-drafts.ts';
import { isManual, type RowActions } from './task-row.tsx';
import type { DeskTask } from './use-incident-tasks.ts';
import type { TaskChoice } from './use-task-choice.ts';

interface Uses {
  readonly choice: TaskChoice;
  readonly unfoldedId: string | undefined;
  readonly onChange: (next: Partial<IncidentsSearch>) => void;
  readonly drafts: Drafts;
  readonly query: { refetch(): unknown };
}

/** What the lines of tasks can do: the same object as long as the page stands, so that no line is drawn again for it. */
export function useRowActions(uses: Uses): RowActions {
  const latest = useRef(uses);
  latest.current = uses;
  return useMemo((): RowActions => {
    const unfold = (taskId: string) => {
      const { unfoldedId, onChange } = latest.current;
      onChange({ task: unfoldedId === taskId ? undefined : taskId });
    };
    const markDone = (taskId: string) => latest.current.drafts.setTask(draftOf('status', taskId));
    const run = (taskId: string) => latest.current.drafts.setTask(draftOf('run', taskId));
    return {
      onToggle: (taskId) => latest.current.choice.toggle(taskId),
      onFocus: (taskId) => latest.current.choice.setCurrent(taskId),
      onUnfold: unfold,
      onMarkDone: markDone,
      onStep(entry: DeskTask) {
        const { task, step } = entry;
        if (isManual(entry)) return markDone(task.id);
        switch (step.kind) {
          case 'run':
            return run(task.id);
          case 'markDone':
            return markDone(task.id);
          case 'checkAgain':
            return void latest.current.query.refetch();
          case 'userAction':
            return latest.current.drafts.setUser(userDraftOf(step.action, [task.id]));
          case 'undo':
            if (step.way.kind === 'task') return run(step.way.task.id);
            return step.way.kind === 'userAction'
              ? latest.current.drafts.setUser(userDraftOf(step.way.action, [task.id]))
              : unfold(task.id);
          default:
            return unfold(task.id);
        }
      },
    };
  }, []);
}

import { useEffect, useMemo, useRef, useState } from 'react';
import { isLeftToDo } from '../../../actions/response-action/sensible-step.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { keepDraft } from '../../../lib/drafts.ts';
import { readKeptIds, useKeptState } from '../../../ui/use-kept-state.ts';
import type { DeskTask, IncidentTasks } from './use-incident-tasks.ts';

/** Which tasks of an incident a person means. */
export interface TaskChoice {
  /** Ids: everything that can run, until a person chooses; from then on, nothing but what the person has ticked. */
  readonly selected: ReadonlySet<string>;
  /** A person has chosen. */
  readonly isChosen: boolean;
  /** The selected tasks that can run, in the order of sending. */
  readonly toRun: readonly IncidentTask[];
  /** What "Mark done" is about: what a person has selected, or else the task that had the focus last. */
  readonly toMark: readonly IncidentTask[];
  /** The task that has the focus, or had it last. */
  readonly currentId: string | undefined;
  readonly setCurrent: (taskId: string) => void;
  readonly toggle: (taskId: string) => void;
  /** Selects everything from the task that was toggled last. */
  readonly toggleTo: (taskId: string) => void;
  readonly add: (ids: readonly string[]) => void;
  /** Selects what can run, or nothing. */
  readonly selectRunnable: (isSelected: boolean) => void;
  /** These are under way now: the rest of the selection stays as it is. */
  readonly remove: (tasks: readonly IncidentTask[]) => void;
}

const nothingChosen: ReadonlySet<string> | null = null;

/**
 * The selection among the tasks of an incident. A choice stands for as long as the tab and the sign-in do: a task that came
 * after it is ticked by nobody but the person.
 *
 * @param incidentId the same as long as the caller is mounted
 */
export function useTaskChoice(incidentId: string, { tasks, runnable }: IncidentTasks): TaskChoice {
  const name = `selection.desk-tasks.${incidentId}`;
  const [chosen, setChosen] = useKeptState<ReadonlySet<string> | null>(
    name,
    nothingChosen,
    (ids) => ids && [...ids],
    readKeptIds,
  );
  const [currentId, setCurrent] = useState<string | undefined>(undefined);
  const anchor = useRef<string | undefined>(undefined);
  const last = useRef(chosen);
  last.current = chosen;
  // Left for another incident or page, which the browser doesn't tell of, the choice waits for the person's return.
  useEffect(
    () => () => {
      if (last.current !== null) keepDraft(name, [...last.current]);
    },
    [name],
  );
  const usual = useMemo(() => new Set(runnable.map(({ id }) => id)), [runnable]);
  const selected = chosen ?? usual;
  const canBeSelected = ({ step, isBusy }: DeskTask) => !isBusy && isLeftToDo(step);
  const able = tasks.filter(canBeSelected);
  const listed = able.filter(({ task }) => selected.has(task.id));
  const canRun = listed.filter(({ step }) => step.kind === 'run').map(({ task }) => task);
  const first = runnable.filter(({ id }) => selected.has(id));
  const current = able.filter(({ task }) => task.id === currentId);
  return {
    selected,
    isChosen: chosen !== null,
    toRun: [...first, ...canRun.filter((task) => !first.includes(task))],
    toMark: (chosen === null || listed.length === 0 ? current : listed).map(({ task }) => task),
    currentId,
    setCurrent,
    toggle(taskId) {
      if (!able.some(({ task }) => task.id === taskId)) return;
      anchor.current = taskId;
      const next = new Set(selected);
      if (!next.delete(taskId)) next.add(taskId);
      setChosen(next);
    },
    toggleTo(taskId) {
      const ids = able.map(({ task }) => task.id);
      const [from, to] = [ids.indexOf(anchor.current ?? taskId), ids.indexOf(taskId)];
      if (to < 0) return;
      setChosen(new Set([...selected, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    },
    add: (ids) => setChosen((now) => new Set([...(now ?? usual), ...ids])),
    selectRunnable(isSelected) {
      setChosen(new Set(isSelected ? runnable.map(({ id }) => id) : []));
    },
    remove(gone) {
      const ids = new Set(gone.map(({ id }) => id));
      const left = [...selected].filter((id) => !ids.has(id));
      // While the person has chosen nothing, what is under way leaves the usual selection by itself.
      if (chosen !== null || left.length === 0) setChosen(new Set(left));
    },
  };
}

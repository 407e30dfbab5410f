import { type RefObject, useMemo, useRef, useState } from 'react';
import { isLeftToDo } from '../../../actions/response-action/sensible-step.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { readKeptIds, useKeptState } from '../../../ui/use-kept-state.ts';
import type { DeskTask, IncidentTasks } from './use-incident-tasks.ts';

/** Which tasks of an incident a person means. */
export interface TaskChoice {
  /** Ids: everything that can run, until a person chooses, but for what the person has unticked before. */
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
 * The selection among the tasks of an incident. It survives a trip to the sign-in page.
 *
 * @param incidentId the same as long as the caller is mounted
 * @param unticked ids of what a person has unticked, in any incident: it stays so while the page stands
 */
export function useTaskChoice(
  incidentId: string,
  { tasks, runnable }: IncidentTasks,
  unticked: RefObject<Set<string>>,
): TaskChoice {
  const [chosen, setChosen] = useKeptState<ReadonlySet<string> | null>(
    `selection.desk-tasks.${incidentId}`,
    nothingChosen,
    (ids) => ids && [...ids],
    readKeptIds,
  );
  const [currentId, setCurrent] = useState<string | undefined>(undefined);
  const anchor = useRef<string | undefined>(undefined);
  const usual = useMemo(
    () => new Set(runnable.map(({ id }) => id).filter((id) => !unticked.current.has(id))),
    [runnable, unticked],
  );
  const selected = chosen ?? usual;
  const choose = (next: ReadonlySet<string>) => {
    for (const id of next) unticked.current.delete(id);
    setChosen(next);
  };
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
      if (next.delete(taskId)) unticked.current.add(taskId);
      else next.add(taskId);
      choose(next);
    },
    toggleTo(taskId) {
      const ids = able.map(({ task }) => task.id);
      const [from, to] = [ids.indexOf(anchor.current ?? taskId), ids.indexOf(taskId)];
      if (to < 0) return;
      choose(new Set([...selected, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    },
    add: (ids) => setChosen((now) => new Set([...(now ?? usual), ...ids])),
    selectRunnable(isSelected) {
      const ids = runnable.map(({ id }) => id);
      if (!isSelected) for (const id of [...ids, ...selected]) unticked.current.add(id);
      choose(new Set(isSelected ? ids : []));
    },
    remove(gone) {
      const ids = new Set(gone.map(({ id }) => id));
      const left = [...selected].filter((id) => !ids.has(id));
      // While the person has chosen nothing, what is under way leaves the usual selection by itself.
      if (chosen !== null || left.length === 0) setChosen(new Set(left));
    },
  };
}

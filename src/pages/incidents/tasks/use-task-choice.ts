import { useEffect, useMemo, useRef, useState } from 'react';
import { isLeftToDo } from '../../../actions/response-action/sensible-step.ts';
import { useSession } from '../../../auth/session.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { keepDraft } from '../../../lib/drafts.ts';
import { readKeptIds, useKeptState } from '../../../ui/use-kept-state.ts';
import type { DeskTask, IncidentTasks } from './use-incident-tasks.ts';

/** Which tasks of an incident a person means. */
export interface TaskChoice {
  /** Ids: everything that can run, until a person chooses; from then on, nothing but what the person has ticked. */
  readonly selected: ReadonlySet<string>;
  /** How many tasks are selected. */
  readonly count: number;
  /** The tasks that can run, selected or not. */
  readonly able: readonly IncidentTask[];
  /** Ids of the tasks that a person hasn't had before them: they came after the choice, or after the incident was opened. */
  readonly arrived: ReadonlySet<string>;
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

/** What a person has chosen, and among which tasks. */
interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Ids of the tasks that were there; null where not all were loaded yet. */
  readonly among: ReadonlySet<string> | null;
}

const nothingChosen: Chosen | null = null;

/**
 * The selection among the tasks of an incident. A choice stands for as long as the tab and the sign-in do: a task that came
 * after it is ticked by nobody but the person.
 *
 * @param incidentId the same as long as the caller is mounted
 * @param isComplete all tasks are loaded
 */
export function useTaskChoice(
  incidentId: string,
  { tasks, runnable }: IncidentTasks,
  isComplete: boolean,
): TaskChoice {
  const name = `selection.desk-tasks.${incidentId}`;
  const [kept, setKept] = useKeptState<Chosen | null>(name, nothingChosen, toKept, readKept);
  const chosen = kept?.ids;
  const [currentId, setCurrent] = useState<string | undefined>(undefined);
  const anchor = useRef<string | undefined>(undefined);
  const last = useRef(kept);
  last.current = kept;
  const { account } = useSession();
  // Left for another incident or page, which the browser doesn't tell of, the choice waits for the person's return. A page
  // that goes with the sign-out keeps nothing.
  useEffect(
    () => () => {
      if (last.current !== null && account.get() !== null) keepDraft(name, toKept(last.current));
    },
    [name, account],
  );
  const usual = useMemo(() => new Set(runnable.map(({ id }) => id)), [runnable]);
  const selected = chosen ?? usual;
  const ids = useMemo(() => new Set(tasks.map(({ task }) => task.id)), [tasks]);
  const opened = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (isComplete) opened.current ??= ids;
  }, [isComplete, ids]);
  const among = kept?.among ?? opened.current;
  const choose = (next: ReadonlySet<string>) => setKept({ ids: next, among: isComplete ? ids : null });
  const canBeSelected = ({ step, isBusy }: DeskTask) => !isBusy && isLeftToDo(step);
  const able = tasks.filter(canBeSelected);
  const listed = able.filter(({ task }) => selected.has(task.id));
  const canRun = able.filter(({ step }) => step.kind === 'run').map(({ task }) => task);
  const first = runnable.filter(({ id }) => selected.has(id));
  const current = able.filter(({ task }) => task.id === currentId);
  return {
    selected,
    count: listed.length,
    able: canRun,
    arrived: new Set(among && [...ids].filter((id) => !among.has(id))),
    toRun: [...first, ...canRun.filter((task) => selected.has(task.id) && !first.includes(task))],
    toMark: (kept === null || listed.length === 0 ? current : listed).map(({ task }) => task),
    currentId,
    setCurrent,
    toggle(taskId) {
      if (!able.some(({ task }) => task.id === taskId)) return;
      anchor.current = taskId;
      const next = new Set(selected);
      if (!next.delete(taskId)) next.add(taskId);
      choose(next);
    },
    toggleTo(taskId) {
      const listedIds = able.map(({ task }) => task.id);
      const [from, to] = [listedIds.indexOf(anchor.current ?? taskId), listedIds.indexOf(taskId)];
      if (to < 0) return;
      choose(new Set([...selected, ...listedIds.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    },
    // Called when the dialog is long closed: what is chosen by then counts.
    add: (more) =>
      setKept((now) => ({ ids: new Set([...(now?.ids ?? usual), ...more]), among: now?.among ?? null })),
    selectRunnable(isSelected) {
      choose(new Set(isSelected ? runnable.map(({ id }) => id) : []));
    },
    remove(gone) {
      const goneIds = new Set(gone.map(({ id }) => id));
      const left = [...selected].filter((id) => !goneIds.has(id));
      // While the person has chosen nothing, what is under way leaves the usual selection by itself.
      if (kept !== null || left.length === 0) choose(new Set(left));
    },
  };
}

function toKept(chosen: Chosen | null): unknown {
  return chosen && { ids: [...chosen.ids], among: chosen.among && [...chosen.among] };
}

function readKept(kept: unknown): Chosen | undefined {
  if (typeof kept !== 'object' || kept === null || !('ids' in kept)) return undefined;
  const ids = readKeptIds(kept.ids);
  return ids && { ids, among: ('among' in kept && readKeptIds(kept.among)) || null };
}

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useKeys } from '../../../ui/keys/keys.ts';
import { TargetHead } from './target-head.tsx';
import { targetName } from './target-words.ts';
import { type RowActions, TaskRow } from './task-row.tsx';
import styles from './tasks-by-target.module.css';
import type { DeskTarget, IncidentTasks } from './use-incident-tasks.ts';
import type { TaskChoice } from './use-task-choice.ts';

/**
 * The tasks of an incident, by what they act on. Arrows go from task to task, Enter unfolds one, X or Space selects.
 *
 * @param props.unfoldedId the task that is unfolded
 */
export function TasksByTarget({
  incidentId,
  tasks: { targets, tasks },
  choice,
  unfoldedId,
  ownNames,
  actions,
}: {
  incidentId: string;
  tasks: IncidentTasks;
  choice: TaskChoice;
  unfoldedId: string | undefined;
  ownNames: readonly string[];
  actions: RowActions;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { currentId, selected, arrived } = choice;
  const stopId = tasks.some(({ task }) => task.id === currentId) ? currentId : tasks[0]?.task.id;
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset.task;
  useKeys('Tasks', [
    {
      keys: 'X',
      label: 'Select the task',
      onPress: () => {
        const id = focused() ?? stopId;
        if (id !== undefined) choice.toggle(id);
      },
    },
    {
      keys: 'Shift+X',
      label: 'Select all tasks up to this one',
      onPress: () => {
        const id = focused();
        if (id !== undefined) choice.toggleTo(id);
      },
    },
  ]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div ref={list} className={styles.targets} onKeyDown={(event) => onKeyDown(event, list.current, choice)}>
      {targets.map((shown) => (
        <Target
          key={shown.target.key}
          shown={shown}
          incidentId={incidentId}
          isOpen={!folded.has(shown.target.key)}
          onFold={() => setFolded(toggled(folded, shown.target.key))}
        >
          {shown.tasks.map((entry) => (
            <TaskRow
              key={entry.task.id}
              entry={entry}
              isSelected={selected.has(entry.task.id)}
              isNew={arrived.has(entry.task.id)}
              isUnfolded={entry.task.id === unfoldedId}
              hasTabStop={entry.task.id === stopId}
              ownNames={ownNames}
              actions={actions}
            />
          ))}
        </Target>
      ))}
    </div>
  );
}

function Target({
  shown,
  incidentId,
  isOpen,
  onFold,
  children,
}: {
  shown: DeskTarget;
  incidentId: string;
  isOpen: boolean;
  onFold: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.target} aria-labelledby={id}>
      <TargetHead id={id} shown={shown} incidentId={incidentId} isOpen={isOpen} onFold={onFold} />
      {isOpen && (
        <ul className={styles.tasks} aria-label={`Tasks of ${targetName(shown.target)}`}>
          {children}
        </ul>
      )}
    </section>
  );
}

/** To the first box in sight that selects one of these tasks: they can run, though a person has to mean it. */
export function focusFirstBox(taskIds: readonly string[]): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-task]')];
  const row = rows.find(({ dataset }) => taskIds.includes(dataset.task ?? ''));
  const folded = document.querySelector<HTMLElement>('[aria-label="Tasks"] [aria-expanded="false"]');
  (row?.querySelector<HTMLElement>('input[type=checkbox]') ?? folded)?.focus();
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Arrows lead from title to title; Space selects, where a click would unfold. */
function onKeyDown(event: KeyboardEvent, list: HTMLElement | null, choice: TaskChoice): void {
  const { target, key } = event;
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-task]') : null;
  if (!list || !row || event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-task]')];
  const at = rows.indexOf(row);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  if (to !== undefined && !(target instanceof HTMLInputElement && target.type !== 'checkbox')) {
    event.preventDefault();
    rows[to]?.querySelector<HTMLElement>('button[aria-describedby]')?.focus();
  } else if (key === ' ' && target instanceof Element && target.matches('[data-task] > button')) {
    event.preventDefault();
    const { task } = row.dataset;
    if (task !== undefined) choice.toggle(task);
  }
}

import { useId } from 'react';
import type { Conflict } from '../../actions/response-action/conflicts.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { actionText, isolationText, targetText, taskTitle } from '../../resources/incident-tasks/words.ts';
import { DialogWarning } from '../../ui/dialog-parts.tsx';
import { countOf } from '../../ui/format.ts';
import styles from './conflict-choices.module.css';

/** Selected tasks that conflict on one target: one of them can be chosen, and none runs until then. */
export function ConflictChoices({
  conflicts,
  chosen,
  onChange,
}: {
  conflicts: readonly Conflict[];
  /** For the key of a conflict, the id of the chosen task. */
  chosen: ReadonlyMap<string, string>;
  onChange: (chosen: ReadonlyMap<string, string>) => void;
}) {
  if (conflicts.length === 0) return null;
  const choose = (key: string, id: string | undefined) => {
    const next = new Map(chosen);
    if (id === undefined) next.delete(key);
    else next.set(key, id);
    onChange(next);
  };
  return (
    <DialogWarning>
      <strong>{countOf(conflicts.length, 'target has', 'targets have')} conflicting tasks.</strong> Choose one
      to run; until then they’re skipped.
      <div className={styles.list}>
        {conflicts.map((conflict) => (
          <OneConflict
            key={conflict.key}
            conflict={conflict}
            chosenId={chosen.get(conflict.key)}
            onChoose={(id) => choose(conflict.key, id)}
          />
        ))}
      </div>
    </DialogWarning>
  );
}

function OneConflict({
  conflict: { tasks },
  chosenId,
  onChoose,
}: {
  conflict: Conflict;
  chosenId: string | undefined;
  onChoose: (id: string | undefined) => void;
}) {
  const name = useId();
  const [first] = tasks;
  return (
    <fieldset className={styles.conflict}>
      <legend className={styles.legend}>
        <bdi>{first && targetText(first)}</bdi>
      </legend>
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          checked={chosenId === undefined}
          onChange={() => onChoose(undefined)}
        />
        {tasks.length === 2 ? 'Run neither' : 'Run none of them'}
      </label>
      {tasks.map((task) => (
        <label key={task.id} className={styles.choice}>
          <input type="radio" name={name} checked={chosenId === task.id} onChange={() => onChoose(task.id)} />
          <span>
            <TaskOfConflict task={task} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What tells the tasks of one target apart: action, isolation type, title, incident. */
function TaskOfConflict({ task }: { task: IncidentTask }) {
  const isolation = isolationText(task);
  return (
    <>
      {actionText(task)}
      {isolation && ` (${isolation.toLowerCase()})`}, <bdi>{taskTitle(task)}</bdi>
      {task.incident && `, incident ${showHidden(task.incident.id)}`}
    </>
  );
}

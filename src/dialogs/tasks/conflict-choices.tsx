import type { Conflict } from '../../actions/response-action/conflicts.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { actionText, isolationText, targetText, taskTitle } from '../../resources/incident-tasks/words.ts';
import { DialogRadios, DialogWarning } from '../../ui/dialog-parts.tsx';
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
  const [first] = tasks;
  return (
    <DialogRadios
      legend={<bdi>{first && targetText(first)}</bdi>}
      options={[
        { value: none, label: tasks.length === 2 ? 'Run neither' : 'Run none of them' },
        ...tasks.map((task) => ({ value: task.id, label: <TaskOfConflict task={task} /> })),
      ]}
      value={chosenId ?? none}
      onChange={(id) => onChoose(id === none ? undefined : id)}
    />
  );
}

/** No task: no id is empty. */
const none = '';

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

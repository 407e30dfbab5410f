import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import { DeceptiveId } from '../../ui/confirm-dialog.tsx';

/** "Isolate device FIN-LT-0231"; the target where the title doesn't name it. */
export function TaskLine({
  task,
  all,
  isLikeAnother,
}: {
  task: IncidentTask;
  all: readonly IncidentTask[];
  isLikeAnother: boolean;
}) {
  const title = taskTitle(task);
  const target = fullTarget(task, all).text;
  return (
    <>
      <bdi>{title}</bdi>
      {target !== '' && !title.includes(target) && (
        <>
          {' '}
          (<bdi>{target}</bdi>)
        </>
      )}
      {isLikeAnother && <DeceptiveId id={task.id} />}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { type OtherTask, otherAdvice } from '../../actions/response-action/opposed.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import { DialogWarning } from '../../ui/dialog-parts.tsx';

/** More than these are counted, not named. */
const mostNamed = 5;

/** Tasks that are not sent and would do the same on a target, or take back what is done, in whatever incident. */
export function OtherTasks({ others }: { others: readonly OtherTask[] }) {
  if (others.length === 0) return null;
  return (
    <DialogWarning>
      {others.slice(0, mostNamed).map((each) => (
        <div key={`${each.task.id} ${each.other.id}`}>
          <OtherTaskLine {...each} />
        </div>
      ))}
      {others.length > mostNamed && (
        <div>And {others.length - mostNamed} more tasks on the same targets.</div>
      )}
    </DialogWarning>
  );
}

/** "“Release device SRV-FILE-02” in incident 2972380 does the opposite." */
export function OtherTaskLine({ other, kind }: OtherTask) {
  const incidentId = other.incident?.id ?? '';
  return (
    <>
      “<bdi>{taskTitle(other)}</bdi>”
      {incidentId !== '' && (
        <>
          {' in '}
          <Link to="/incidents/$incidentId" params={{ incidentId }} search={{ task: other.id }}>
            incident {showHidden(incidentId)}
          </Link>
        </>
      )}
      {` ${otherAdvice({ other, kind })}`}
    </>
  );
}

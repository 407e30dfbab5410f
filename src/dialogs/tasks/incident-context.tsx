import { useAccount } from '../../auth/session.ts';
import type { Incident } from '../../graph/incidents.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { hasNoOwner, isMine } from '../../resources/incidents/desk.ts';

/** "Incident 2972395, Multi-stage incident": below the title of a dialog, where the decision applies, and who else has it. */
export function IncidentContext({
  incident: { id, displayName, assignedTo = '' },
}: {
  incident: Pick<Incident, 'id' | 'displayName'> & Partial<Pick<Incident, 'assignedTo'>>;
}) {
  const account = useAccount();
  const isOthers =
    !hasNoOwner({ assignedTo }) && !isMine({ assignedTo }, [account.username, account.displayName]);
  const name = showName(displayName);
  return (
    <>
      Incident <bdi>{showHidden(id)}</bdi>
      {name !== '' && (
        <>
          , <bdi>{name}</bdi>
        </>
      )}
      {isOthers && (
        <strong>
          . Assigned to <bdi>{showName(assignedTo)}</bdi>
        </strong>
      )}
    </>
  );
}

import type { Incident } from '../../graph/incidents.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';

/** "Incident 2972395, Multi-stage incident": below the title of a dialog, where the decision applies. */
export function IncidentContext({
  incident: { id, displayName },
}: {
  incident: Pick<Incident, 'id' | 'displayName'>;
}) {
  const name = showName(displayName);
  return (
    <>
      Incident <bdi>{showHidden(id)}</bdi>
      {name !== '' && (
        <>
          , <bdi>{name}</bdi>
        </>
      )}
    </>
  );
}

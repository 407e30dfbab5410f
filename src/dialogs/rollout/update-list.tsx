import { lookAlikesAmong } from '../../lib/look-alikes.ts';
import { showName } from '../../lib/visible-text.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import { DeceptiveId } from '../../ui/confirm-dialog.tsx';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';
import { countOf } from '../../ui/format.ts';

/** So few are shown without being asked for. */
const fewUpdates = 6;

/** The driver updates of a decision, by name and version. */
export function UpdateList({ updates }: { updates: readonly DriverUpdate[] }) {
  const isLikeAnother = lookAlikesAmong(updates.map(lookOf));
  return (
    <DialogDisclosure
      summary={updates.length === 1 ? 'The driver update' : `The ${countOf(updates.length, 'driver update')}`}
      label="Driver updates"
      isOpen={updates.length <= fewUpdates || updates.some((update) => isLikeAnother(lookOf(update)))}
    >
      {() =>
        updates.map((update) => (
          <li key={update.id}>
            <bdi>{updateName(update)}</bdi>
            {!update.name.includes(update.version) && (
              <>
                {' '}
                <bdi>{showName(update.version)}</bdi>
              </>
            )}
            {isLikeAnother(lookOf(update)) && <DeceptiveId id={update.id} />}
          </li>
        ))
      }
    </DialogDisclosure>
  );
}

function lookOf({ name, version }: DriverUpdate): string {
  return name.includes(version) ? name : `${name} ${version}`;
}

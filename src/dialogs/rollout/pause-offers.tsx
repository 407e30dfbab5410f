import { profileName } from '../../resources/driver-profiles/names.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { familiesOf } from '../../resources/driver-updates/family.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { whatAPauseOffers } from '../../resources/driver-updates/what-a-pause-offers.ts';
import { pauseText } from '../../resources/driver-updates/words.ts';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';
import type { RolloutRing } from './rollout.ts';

/** So few are shown without being asked for. */
const few = 4;

/** What the devices of each ring are offered once these versions are paused there. */
export function PauseOffers({
  rings,
  shown: { columns, now },
  updates,
  all,
}: {
  rings: readonly RolloutRing[];
  shown: Rings;
  updates: readonly DriverUpdate[];
  all: readonly DriverUpdate[];
}) {
  const versionsOf = new Map(
    familiesOf(all).flatMap(({ versions }) => versions.map((version) => [version.id, versions] as const)),
  );
  const offers = rings.flatMap(({ profile, sent }) =>
    updates
      .filter((update) => sent.some((driver) => driver === cellIn(update, columns, profile.id)))
      .map((update) => {
        const versions = versionsOf.get(update.id) ?? [update];
        const offer = whatAPauseOffers(update, versions, { columns, profileId: profile.id, now });
        return {
          key: `${profile.id} ${update.id}`,
          name: updateName(update),
          text: pauseText(offer, profileName(profile)),
        };
      }),
  );
  if (offers.length === 0) return null;
  return (
    <DialogDisclosure
      summary="What devices are offered instead"
      label="What devices are offered instead"
      isOpen={offers.length <= few}
    >
      {() =>
        offers.map(({ key, name, text }) => (
          <li key={key}>
            {updates.length > 1 && (
              <>
                <bdi>{name}</bdi>:{' '}
              </>
            )}
            <bdi>{text}</bdi>
          </li>
        ))
      }
    </DialogDisclosure>
  );
}

import type { Driver } from '../../../graph/driver-inventories.ts';
import { showName } from '../../../lib/visible-text.ts';
import { driverName } from '../../../resources/driver-profiles/names.ts';
import { DeceptiveId } from '../../../ui/confirm-dialog.tsx';
import { reasonsText } from '../../../ui/count-reasons.ts';
import { DialogDisclosure } from '../../../ui/dialog-parts.tsx';
import { countOf, formatCount } from '../../../ui/format.ts';
import type { chooseDrivers } from '../choice.ts';

/** So few targets are shown without being asked for. */
const fewTargets = 6;

/** The drivers of a review by name: those to be sent, and those that are skipped, with the reasons. */
export function DriverLists({
  sent,
  skipped,
  selected,
  isLikeAnother,
}: {
  sent: readonly Driver[];
  skipped: ReturnType<typeof chooseDrivers>['skipped'];
  selected: number;
  isLikeAnother: (look: string) => boolean;
}) {
  const isDeceptive = (driver: Driver) => isLikeAnother(driverLook(driver));
  return (
    <>
      {sent.length > 0 && (
        <DialogDisclosure
          summary={sent.length === 1 ? 'The driver' : `The ${countOf(sent.length, 'driver')}`}
          label="Drivers to be sent"
          isOpen={sent.length <= fewTargets || sent.some(isDeceptive)}
        >
          {() =>
            sent.map((driver) => (
              <li key={driver.id}>
                <DriverLine driver={driver} isDeceptive={isDeceptive(driver)} />
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      {skipped.length > 0 && (
        <DialogDisclosure
          summary={`${formatCount(skipped.length)} of ${formatCount(selected)} selected ${
            skipped.length === 1 ? 'is' : 'are'
          } skipped: ${reasonsText(skipped.map(({ reason }) => reason))}`}
          label="Skipped drivers"
          isOpen={sent.length === 0}
        >
          {() =>
            skipped.map(({ row: driver, reason }) => (
              <li key={driver.id}>
                <DriverLine driver={driver} isDeceptive={isDeceptive(driver)} />: {reason}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
    </>
  );
}

/** A driver as a person knows it: name and version, each once, since many names hold the version already. */
export function driverLook({ name, version }: Driver): string {
  return name.includes(version) ? name : `${name} ${version}`;
}

function DriverLine({ driver, isDeceptive }: { driver: Driver; isDeceptive: boolean }) {
  const name = driverName(driver);
  const version = showName(driver.version);
  return (
    <>
      <bdi>{name}</bdi>
      {!name.includes(version) && (
        <>
          {' '}
          <bdi>{version}</bdi>
        </>
      )}
      {isDeceptive && <DeceptiveId id={driver.id} />}
    </>
  );
}

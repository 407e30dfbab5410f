import { verbs } from '../../actions/driver-approval/words.ts';
import { showName } from '../../lib/visible-text.ts';
import { driverName, profileName } from '../../resources/driver-profiles/names.ts';
import { reasonsText } from '../../ui/count-reasons.ts';
import { DialogDisclosure, NumberStrip } from '../../ui/dialog-parts.tsx';
import { countOf, formatCount, formatMinute } from '../../ui/format.ts';
import type { Approval } from './approval.ts';
import type { ApprovalChange, Difference, LeftWish } from './difference.ts';

/** So many lines of a list are shown: the whole stands in the file. */
const mostLines = 500;
/** So few changes are shown without being asked for. */
const fewChanges = 6;

/** How approvals differ: in numbers, then by name. @param props.unreadable entries of the file that are none */
export function DifferenceLists({
  difference: { changes, same, impossible, unmatched },
  unreadable,
}: {
  difference: Difference;
  unreadable: number;
}) {
  return (
    <>
      <div role="status">
        <NumberStrip
          numbers={[
            { value: formatCount(changes.length), label: changes.length === 1 ? 'change' : 'changes' },
            { value: formatCount(same), label: 'already so' },
            { value: formatCount(impossible.length + unmatched.length + unreadable), label: 'left out' },
          ]}
        />
      </div>
      {changes.length > 0 && (
        <DialogDisclosure
          summary={`The ${countOf(changes.length, 'change')}`.replace('The 1 ', 'The ')}
          label="Changes"
          isOpen={changes.length <= fewChanges}
        >
          {() =>
            changes.slice(0, mostLines).map((change) => (
              <li key={`${change.profile.id} ${change.driver.id}`}>
                <ChangeLine change={change} />
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      <LeftWishes label="Can’t be changed" wishes={impossible} />
      <LeftWishes label="Match nothing" wishes={unmatched} />
      {unreadable > 0 && (
        <p>
          {countOf(unreadable, 'entry', 'entries')} of the file can’t be read: no status, a date that isn’t
          one, or a text that is too long.
        </p>
      )}
    </>
  );
}

function ChangeLine({ change: { request, driver, profile, deployAt } }: { change: ApprovalChange }) {
  return (
    <>
      {verbs[request]} <DriverText name={driverName(driver)} version={driver.version} /> in{' '}
      <bdi>{profileName(profile)}</bdi>
      {(request === 'approve' || request === 'changeDate') &&
        (deployAt === null ? ', as soon as possible' : `, from ${formatMinute(deployAt)}`)}
    </>
  );
}

function LeftWishes({ label, wishes }: { label: string; wishes: readonly LeftWish[] }) {
  if (wishes.length === 0) return null;
  return (
    <DialogDisclosure
      summary={`${formatCount(wishes.length)} ${label.toLowerCase()}: ${reasonsText(wishes.map(({ reason }) => reason))}`}
      label={label}
      isOpen={false}
    >
      {() =>
        wishes.slice(0, mostLines).map(({ wanted, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold the same line twice, and lines never move
          <li key={place}>
            <DriverText name={nameOf(wanted)} version={wanted.version} /> in{' '}
            <bdi>{showName(wanted.profileName || wanted.profileId)}</bdi>: {reason}
          </li>
        ))
      }
    </DialogDisclosure>
  );
}

function DriverText({ name, version }: { name: string; version: string }) {
  return (
    <>
      <bdi>{name}</bdi>
      {version !== '' && !name.includes(version) && (
        <>
          {' '}
          <bdi>{showName(version)}</bdi>
        </>
      )}
    </>
  );
}

function nameOf({ name, driverId }: Approval): string {
  return showName(name || driverId);
}

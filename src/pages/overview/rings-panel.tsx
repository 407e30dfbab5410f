import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { createMerger } from '../../resources/driver-updates/merge.ts';
import { updateRowName } from '../../resources/driver-updates/names.ts';
import { arrange } from '../../resources/driver-updates/ring-order.ts';
import { useRingOrder } from '../../resources/driver-updates/use-ring-order.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import type { Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ringFacts } from './ring-facts.ts';

const mostOfAKind = 4;

/** What contradicts the order of rings, and which rollouts are on their way. Counted once every profile has loaded. */
export function RingsPanel({
  fleet,
  missing,
  now,
}: {
  fleet: readonly FleetProfile[];
  missing: Missing;
  now: number;
}) {
  const [order] = useRingOrder();
  const [merger] = useState(createMerger);
  const { rings } = useMemo(
    () =>
      arrange(
        fleet.map(({ profile }) => profile),
        order,
      ),
    [fleet, order],
  );
  const isWhole = missing.loading === 0;
  const hasOrder = rings.length > 1;
  // A day is exact enough, and all of it is counted at once.
  const today = Math.floor(now / 3_600_000) * 3_600_000;
  const facts = useMemo(() => {
    if (!isWhole || !hasOrder) return undefined;
    const { updates, columns } = merger.merge(fleet);
    return ringFacts(updates, { columns, ringIds: rings.map(({ id }) => id), now: today });
  }, [merger, fleet, rings, isWhole, hasOrder, today]);
  const nameOf = (profileId: string) => {
    const ring = rings.find(({ id }) => id === profileId);
    return ring ? profileName(ring) : profileId;
  };

  return (
    <Panel
      title="Rings"
      total={facts && formatCount(facts.conflicts.length + facts.rollouts.length)}
      note="conflicts and rollouts"
      end={<Link to="/driver-updates">Open driver updates</Link>}
    >
      {!hasOrder && (
        <p>
          Set the order of your rings there: what contradicts that order, and each rollout on its way, shows
          here.
        </p>
      )}
      {hasOrder && !facts && <p className={styles.note}>Loading the drivers…</p>}
      {facts && facts.conflicts.length + facts.rollouts.length === 0 && (
        <p>Nothing contradicts the order of your rings, and no rollout is on its way.</p>
      )}
      {facts && facts.conflicts.length + facts.rollouts.length > 0 && (
        <ul className={styles.list} aria-label="Conflicts and rollouts">
          {facts.conflicts.slice(0, mostOfAKind).map((update) => (
            <li key={update.id}>
              <span className={styles.warning}>
                <WarningFilled />
              </span>
              <UpdateLink update={update} />
              <span className={styles.note}>conflict</span>
            </li>
          ))}
          {facts.rollouts.slice(0, mostOfAKind).map(({ update, next, available, approved }) => (
            <li key={update.id}>
              <span className={styles.note}>
                <CalendarClockRegular />
              </span>
              <UpdateLink update={update} />
              <span className={styles.note}>
                in {available} of {approved} rings, <bdi>{nameOf(next.profileId)}</bdi> from{' '}
                {formatDay(next.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {facts && facts.conflicts.length > mostOfAKind && (
        <p className={styles.note}>
          <Link to="/driver-updates" search={{ conflict: ['yes'] }}>
            All {formatCount(facts.conflicts.length)} conflicts
          </Link>
        </p>
      )}
      <MissingNote missing={missing} />
    </Panel>
  );
}

function UpdateLink({ update }: { update: DriverUpdate }) {
  const name = updateRowName(update);
  return (
    <span className={styles.main}>
      <Link to="/driver-updates" search={{ update: update.id }} className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </Link>
    </span>
  );
}

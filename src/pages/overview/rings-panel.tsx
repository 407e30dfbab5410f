import { CalendarClockRegular } from '@fluentui/react-icons/headless/svg/calendar-clock';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { fleetAssignmentsQuery } from '../../resources/driver-profiles/fleet-assignments.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { conflictBrief } from '../../resources/driver-updates/conflict-words.ts';
import { sharingOf } from '../../resources/driver-updates/conflicts.ts';
import type { Columns, DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { nameWithVersion, updateName } from '../../resources/driver-updates/names.ts';
import { arrange } from '../../resources/driver-updates/ring-order.ts';
import { useRingOrder } from '../../resources/driver-updates/use-ring-order.ts';
import { unassignedText } from '../../resources/driver-updates/words.ts';
import { countOf, formatCount, formatDay } from '../../ui/format.ts';
import type { Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ringFacts } from './ring-facts.ts';
import type { MergedFleet } from './use-merged-fleet.ts';

const route = getRouteApi('/');

const mostOfAKind = 4;
const none: readonly never[] = [];
const noColumns: Columns = new Map();

/**
 * What contradicts the order of rings or differs in profiles with a group in common, and which rollouts are on their way.
 * Counted once every profile has loaded.
 */
export function RingsPanel({
  fleet,
  merged,
  missing,
  now,
}: {
  fleet: readonly FleetProfile[];
  merged: MergedFleet;
  missing: Missing;
  now: number;
}) {
  const [order] = useRingOrder();
  const { graph } = route.useRouteContext();
  const queryClient = useQueryClient();
  const { rings } = useMemo(
    () =>
      arrange(
        fleet.map(({ profile }) => profile),
        order,
      ),
    [fleet, order],
  );
  const hasOrder = rings.length > 1;
  const profiles = useMemo(() => fleet.map(({ profile }) => profile), [fleet]);
  const assigned = useQuery({
    ...fleetAssignmentsQuery(graph, queryClient, hasOrder && merged ? profiles : none),
    placeholderData: keepPreviousData,
  }).data;
  const unread = assigned && unassignedText(assigned.failed);
  // A minute is exact enough: what was approved just now is available, and all of it is counted at once.
  const thisMinute = Math.floor(now / 60_000) * 60_000;
  const facts = useMemo(() => {
    if (!merged || !hasOrder || !assigned) return undefined;
    const { updates, columns } = merged;
    const sharing = sharingOf(assigned.groupsOf);
    return ringFacts(updates, { columns, ringIds: rings.map(({ id }) => id), sharing, now: thisMinute });
  }, [merged, assigned, rings, hasOrder, thisMinute]);
  const nameOf = (profileId: string) => {
    const profile = profiles.find(({ id }) => id === profileId);
    return profile ? profileName(profile) : profileId;
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
        <p>{unread ? 'No conflicts found' : 'No conflicts'}, and no rollouts under way.</p>
      )}
      {facts && facts.conflicts.length + facts.rollouts.length > 0 && (
        <ul className={styles.list} aria-label="Conflicts and rollouts">
          {facts.conflicts.slice(0, mostOfAKind).map(({ update, conflict }) => (
            <li key={update.id}>
              <span className={styles.warning}>
                <WarningFilled />
              </span>
              <UpdateLink update={update}>
                <bdi className={styles.note}>
                  {conflictBrief(conflict, update, { columns: merged?.columns ?? noColumns, nameOf, now })}
                </bdi>
              </UpdateLink>
            </li>
          ))}
          {facts.rollouts.slice(0, mostOfAKind).map(({ update, next, available, approved }) => (
            <li key={update.id}>
              <span className={styles.note}>
                <CalendarClockRegular />
              </span>
              <UpdateLink update={update}>
                <span className={styles.note}>
                  {available === 0 ? 'in none' : `in ${available}`} of {approved} rings,{' '}
                  <bdi>{nameOf(next.profileId)}</bdi> from {formatDay(next.at)}
                </span>
              </UpdateLink>
            </li>
          ))}
        </ul>
      )}
      {facts && facts.conflicts.length > 0 && (
        <p className={styles.note}>
          <Link to="/driver-updates" search={{ conflict: ['yes'] }}>
            {facts.conflicts.length === 1
              ? 'Show the conflict'
              : `All ${countOf(facts.conflicts.length, 'conflict')}`}
          </Link>
        </p>
      )}
      {facts && unread && <p className={styles.note}>{unread}</p>}
      {facts && facts.rollouts.length > mostOfAKind && (
        <p className={styles.note}>and {countOf(facts.rollouts.length - mostOfAKind, 'more rollout')}</p>
      )}
      <MissingNote missing={missing} />
    </Panel>
  );
}

/** @param props.children what is said below the name */
function UpdateLink({ update, children }: { update: DriverUpdate; children?: ReactNode }) {
  const name = nameWithVersion(updateName(update), update.version);
  return (
    <span className={styles.main}>
      <Link to="/driver-updates" search={{ update: update.id }} className={styles.name} title={name}>
        <bdi>{name}</bdi>
      </Link>
      {children}
    </span>
  );
}

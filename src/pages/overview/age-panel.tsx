import { ageGroupText, shortAgeGroupText } from '../../resources/driver-updates/age.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { needsReview } from '../../resources/driver-updates/inbox.ts';
import { type Column, ColumnChart } from '../../ui/charts/column-chart.tsx';
import { Legend } from '../../ui/charts/stacked-bar.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { agesOf, type Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';

/** How long ago the driver updates that wait for review were released; each age leads to those it counts. */
export function AgePanel({
  updates,
  missing,
  now,
}: {
  /** Undefined while they are loading. */
  updates: readonly DriverUpdate[] | undefined;
  missing: Missing;
  now: number;
}) {
  const waiting = updates?.filter(needsReview) ?? [];
  const columns = agesOf(waiting, now).map(
    ({ group, updates: count, firmware }): Column => ({
      id: group,
      label: shortAgeGroupText(group),
      name: `${countOf(count, 'driver update')} released ${ageGroupText(group)} ago, ${formatCount(firmware)} firmware`,
      link: { to: '/review', search: { age: [group] } },
      segments: [
        { tone: 'firmware', count: firmware },
        { tone: 'review', count: count - firmware },
      ] as const,
    }),
  );
  return (
    <Panel title="Age of waiting drivers" note="driver updates by days since their release">
      {!updates && <p className={styles.note}>Loading the drivers…</p>}
      {updates && waiting.length === 0 && <p>Nothing waits for review.</p>}
      {waiting.length > 0 && (
        <>
          <Legend
            keys={[
              { tone: 'review', label: 'driver' },
              { tone: 'firmware', label: 'firmware' },
            ]}
          />
          <ColumnChart label="Driver updates to review by days since their release" columns={columns} />
        </>
      )}
      <MissingNote missing={missing} />
    </Panel>
  );
}

import type { Driver } from '../../graph/driver-inventories.ts';
import { ColumnChart } from '../../ui/charts/column-chart.tsx';
import { Legend } from '../../ui/charts/stacked-bar.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { ageGroups, type Missing } from './fleet-facts.ts';
import { MissingNote } from './missing-note.tsx';
import { Panel } from './panel.tsx';

/** How long ago the drivers that wait for review were released. */
export function AgePanel({
  drivers,
  missing,
  now,
}: {
  drivers: readonly Driver[];
  missing: Missing;
  now: number;
}) {
  const groups = ageGroups(drivers, now);
  let above = 0;
  const columns = groups.map(({ upTo, drivers: count, firmware }) => {
    const from = above;
    above = upTo ?? above;
    const days = upTo === undefined ? `more than ${from} days` : `${from} to ${upTo} days`;
    return {
      id: `${upTo}`,
      label: upTo === undefined ? `> ${from}` : `≤ ${upTo}`,
      name: `${countOf(count, 'driver')} released ${days} ago, ${formatCount(firmware)} firmware`,
      segments: [
        { tone: 'firmware', count: firmware },
        { tone: 'review', count: count - firmware },
      ] as const,
    };
  });
  return (
    <Panel title="Age of what waits" note="days since the release">
      {groups.every(({ drivers: count }) => count === 0) ? (
        missing.loading === 0 && <p>Nothing waits for review.</p>
      ) : (
        <>
          <Legend
            keys={[
              { tone: 'review', label: 'driver' },
              { tone: 'firmware', label: 'firmware' },
            ]}
          />
          <ColumnChart label="Drivers to review by days since their release" columns={columns} />
        </>
      )}
      <MissingNote missing={missing} />
    </Panel>
  );
}

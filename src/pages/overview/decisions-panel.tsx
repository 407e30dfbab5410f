import { Link } from '@tanstack/react-router';
import { dayOf } from '../../lib/local-day.ts';
import type { Run } from '../../runs/model/run.ts';
import { type Column, ColumnChart } from '../../ui/charts/column-chart.tsx';
import { Legend } from '../../ui/charts/stacked-bar.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { decisionsByWeek } from './decisions.ts';
import { Panel } from './panel.tsx';

const weeks = 8;
const shortDay = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });

/** The last day of a week. @param begins its first, in the reader's zone */
function lastOfWeek(begins: number): number {
  const first = new Date(begins);
  return new Date(first.getFullYear(), first.getMonth(), first.getDate() + 6).getTime();
}

/** Decisions on drivers, week by week, as far as this browser's history knows them. */
export function DecisionsPanel({ runs, now }: { runs: readonly Run[]; now: number }) {
  const decided = decisionsByWeek(runs, now, weeks);
  const columns = decided.map(
    ({ begins, approved, other }, index): Column => ({
      id: `${begins}`,
      label: index % 2 === 1 ? shortDay.format(begins) : '',
      name: `Week of ${formatDay(begins)}: ${formatCount(approved)} approved, ${formatCount(other)} declined or paused`,
      // The week's runs: each holds its decisions.
      link: {
        to: '/history',
        search: { from: dayOf(begins), to: dayOf(lastOfWeek(begins)) },
      } as const,
      segments: [
        { tone: 'approved', count: approved },
        { tone: 'declined', count: other },
      ] as const,
    }),
  );
  const isEmpty = decided.every(({ approved, other }) => approved + other === 0);
  return (
    <Panel
      title="Decisions per week"
      note="from this browser’s history"
      end={<Link to="/history">History</Link>}
    >
      {isEmpty ? (
        <p>No decision on a driver in the last {weeks} weeks.</p>
      ) : (
        <>
          <Legend
            keys={[
              { tone: 'approved', label: 'approved' },
              { tone: 'declined', label: 'declined or paused' },
            ]}
          />
          <ColumnChart label="Decisions on drivers per week" columns={columns} />
        </>
      )}
    </Panel>
  );
}

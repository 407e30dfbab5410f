import { Link } from '@tanstack/react-router';
import type { Run } from '../../runs/model/run.ts';
import { ColumnChart } from '../../ui/charts/column-chart.tsx';
import { Legend } from '../../ui/charts/stacked-bar.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { decisionsByWeek } from './decisions.ts';
import { Panel } from './panel.tsx';

const weeks = 8;
const shortDay = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });

/** Decisions on drivers, week by week, as far as this browser's history knows them. */
export function DecisionsPanel({ runs, now }: { runs: readonly Run[]; now: number }) {
  const decided = decisionsByWeek(runs, now, weeks);
  const columns = decided.map(({ begins, approved, other }, index) => ({
    id: `${begins}`,
    label: index % 2 === 1 ? shortDay.format(begins) : '',
    name: `Week of ${formatDay(begins)}: ${formatCount(approved)} approved, ${formatCount(other)} declined or paused`,
    segments: [
      { tone: 'approved', count: approved },
      { tone: 'declined', count: other },
    ] as const,
  }));
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

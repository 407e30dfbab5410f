import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DriverLinks } from '../../resources/driver-updates/driver-links.tsx';
import { type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import { deviceNote } from '../../resources/driver-updates/words.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { Facts } from '../../ui/details-panel.tsx';
import { Age } from '../../ui/time.tsx';
import styles from './before-you-decide.module.css';

/** So many runs are named. */
const mostRuns = 3;

/** What is known beside Intune: the runs of this browser with any version, and where the driver comes from. */
export function BeforeYouDecide({
  update,
  versions,
  sources,
}: {
  update: DriverUpdate;
  /** All of its family. */
  versions: readonly DriverUpdate[];
  sources: { readonly journal: Journal; readonly runner: Runner };
}) {
  const { runs } = useHistory(sources);
  const own = useMemo(() => runsWith(runs, versions), [runs, versions]);
  return (
    <section>
      <h3 className={styles.heading}>Before you decide</h3>
      <Facts
        rows={[
          ['Which devices', deviceNote],
          [
            'Runs in this browser',
            own.length === 0 ? (
              'None with this driver'
            ) : (
              <ul key="runs" className={styles.runs}>
                {own.slice(0, mostRuns).map((run) => (
                  <li key={run.id}>
                    <Link to="/history/$runId" params={{ runId: run.id }}>
                      <bdi>{run.title}</bdi>
                    </Link>
                    , <Age instant={run.startedAt} />
                  </li>
                ))}
              </ul>
            ),
          ],
          ['Look it up', <DriverLinks key="links" update={update} />],
        ]}
      />
    </section>
  );
}

/** The runs with any version of a driver, newest first. */
function runsWith(runs: readonly Run[], versions: readonly DriverUpdate[]): readonly Run[] {
  const ids = new Set(versions.flatMap((version) => [...driversIn(version)].map(({ id }) => id)));
  return runs.filter(({ steps }) => steps.some(({ items }) => items.some(({ id }) => ids.has(id))));
}

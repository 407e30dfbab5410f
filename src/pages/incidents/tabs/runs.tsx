import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { showHidden } from '../../../lib/visible-text.ts';
import { isLookedAfter, type Surroundings, shownState } from '../../../run-panel/history/rules.ts';
import { useHistory } from '../../../run-panel/history/use-history.ts';
import { ItemStateLabel } from '../../../run-panel/results.tsx';
import { runStateText } from '../../../run-panel/run-state-words.ts';
import { countOf, formatCount } from '../../../ui/format.ts';
import { Age } from '../../../ui/time.tsx';
import { MoreButton } from '../context/more-button.tsx';
import { Nothing } from '../context/section.tsx';
import type { PartProps } from '../part.ts';
import { type IncidentRun, runsOfIncident } from './incident-runs.ts';
import styles from './runs.module.css';

/** So many runs are drawn at first, and so many results of each. */
const few = { runs: 20, items: 8 };

/** The runs of this browser that touched the incident, the newest first. */
export function Runs({ group: { incidentId, tasks }, sources }: PartProps) {
  const { query, runs, around } = useHistory(sources);
  const [most, setMost] = useState(few.runs);
  const own = useMemo(
    () => runsOfIncident(runs, incidentId, new Set(tasks.map(({ id }) => id))),
    [runs, incidentId, tasks],
  );
  const rest = own.length - most;
  if (query.data === undefined) return null;
  return (
    <div className={styles.tab}>
      {own.length === 0 && <Nothing>Nothing sent for this incident from this browser.</Nothing>}
      <ol className={styles.list}>
        {own.slice(0, most).map((each) => (
          <RunOfIncident key={each.run.id} given={each} around={around} />
        ))}
      </ol>
      {rest > 0 && (
        <MoreButton onShow={() => setMost(most + few.runs)}>
          Show {formatCount(Math.min(rest, few.runs))} more of {formatCount(rest)}
        </MoreButton>
      )}
      {own.length > 0 && <Nothing>Only runs of this browser are listed.</Nothing>}
    </div>
  );
}

function RunOfIncident({ given: { run, items }, around }: { given: IncidentRun; around: Surroundings }) {
  const rest = items.length - few.items;
  const isChecking = isLookedAfter(run, around);
  const progress = { state: run.state, cancelled: run.cancelled, isChecking };
  return (
    <li className={styles.run}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link to="/history/$runId" params={{ runId: run.id }} className={styles.link}>
            <bdi>{showHidden(run.title)}</bdi>
          </Link>
        </h3>
        <span className={styles.facts}>
          {run.state !== 'done' && <span>{runStateText(shownState(run, around.elsewhere))}</span>}
          <Age instant={run.startedAt} />
        </span>
      </div>
      {run.note !== '' && (
        <p className={styles.note}>
          <bdi>{showHidden(run.note)}</bdi>
        </p>
      )}
      <ul className={styles.items} aria-label="Results">
        {items.slice(0, few.items).map((item) => (
          <li key={item.id} className={styles.item}>
            <span className={styles.name}>
              <bdi>{showHidden(item.name)}</bdi>
              {item.detail !== '' && !item.name.includes(item.detail) && (
                <>
                  {' '}
                  <bdi className={styles.detail}>{showHidden(item.detail)}</bdi>
                </>
              )}
            </span>
            <span className={styles.result}>
              <ItemStateLabel item={item} progress={progress} />
            </span>
            {item.reason !== '' && (
              <span className={styles.reason}>
                <bdi>{showHidden(item.reason)}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link to="/history/$runId" params={{ runId: run.id }} className={styles.link}>
          {countOf(rest, 'more result')}
        </Link>
      )}
    </li>
  );
}

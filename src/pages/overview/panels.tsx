import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import type { Progress } from '../../resources/incident-tasks/progress.ts';
import type { Sources } from '../../run-panel/sources.ts';
import type { Run } from '../../runs/model/run.ts';
import { AgePanel } from './age-panel.tsx';
import { ArrivalsPanel } from './arrivals-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { arrivals, type Missing, type ReviewLoad } from './fleet-facts.ts';
import { FollowUpPanel, type OpenRun, type Unread } from './follow-up-panel.tsx';
import { HandOverPanel } from './hand-over-panel.tsx';
import { IncidentsPanel } from './incidents-panel.tsx';
import styles from './overview.module.css';
import { ReviewPanel } from './review-panel.tsx';
import { RingsPanel } from './rings-panel.tsx';
import type { IncidentLoad } from './task-facts.ts';
import type { MergedFleet } from './use-merged-fleet.ts';

/** What the panels show of the drivers; undefined for people whose work they aren't. */
export interface DriverFacts {
  readonly fleet: readonly FleetProfile[];
  readonly merged: MergedFleet;
  readonly loads: readonly ReviewLoad[];
  readonly syncProblems: readonly DriverProfile[];
  /** As `daysFrom` gives them. */
  readonly days: readonly number[];
  readonly missing: Missing;
}

/** What the panels show of incident tasks. */
export interface IncidentFacts {
  readonly loads: readonly IncidentLoad[];
  /** How many tasks there are in all. */
  readonly tasks: number;
  /** How many rows of the list of tasks could not be read. */
  readonly setAside: number;
  /** Severities are still being read. */
  readonly isComing: boolean;
  /** Every incident with its tasks. */
  readonly groups: readonly TasksOfIncident[];
  readonly open: readonly { readonly task: IncidentTask; readonly progress: Progress | undefined }[];
}

/** The parts of the overview below its numbers. */
export function Panels({
  drivers,
  incidents,
  unread,
  openRuns,
  runs,
  sources,
  now,
}: {
  drivers: DriverFacts | undefined;
  incidents: IncidentFacts | undefined;
  unread: readonly Unread[];
  openRuns: readonly OpenRun[];
  /** The whole history. */
  runs: readonly Run[];
  sources: Sources;
  now: number;
}) {
  const decisions = drivers && <DecisionsPanel runs={runs} now={now} />;
  return (
    <div className={styles.panels}>
      <div className={styles.column}>
        {incidents && <IncidentsPanel {...incidents} now={now} />}
        {drivers && (
          <ReviewPanel
            loads={drivers.loads}
            updates={drivers.merged?.updates}
            missing={drivers.missing}
            now={now}
          />
        )}
        {drivers && (
          <ArrivalsPanel
            rows={arrivals(drivers.fleet, drivers.days, now)}
            days={drivers.days}
            missing={drivers.missing}
          />
        )}
        {/* Where the column is the shorter one. */}
        {!incidents && decisions}
      </div>
      <div className={styles.column}>
        <FollowUpPanel
          runs={openRuns}
          tasks={incidents?.open}
          profiles={drivers?.syncProblems}
          unread={unread}
          now={now}
        />
        {incidents && (
          <HandOverPanel groups={incidents.groups} isComing={incidents.isComing} sources={sources} />
        )}
        {drivers && (
          <>
            <RingsPanel fleet={drivers.fleet} merged={drivers.merged} missing={drivers.missing} now={now} />
            <CoveragePanel fleet={drivers.fleet} missing={drivers.missing} now={now} />
            <AgePanel updates={drivers.merged?.updates} missing={drivers.missing} now={now} />
          </>
        )}
        {incidents && decisions}
      </div>
    </div>
  );
}

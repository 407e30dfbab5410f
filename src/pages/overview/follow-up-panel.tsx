import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { ErrorCircleRegular } from '@fluentui/react-icons/headless/svg/error-circle';
import { HourglassRegular } from '@fluentui/react-icons/headless/svg/hourglass';
import { Link } from '@tanstack/react-router';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { syncText } from '../../resources/driver-profiles/words.ts';
import type { Progress } from '../../resources/incident-tasks/progress.ts';
import { actionStatusWord, taskTitle } from '../../resources/incident-tasks/words.ts';
import type { Run } from '../../runs/model/run.ts';
import { countOf, formatCount, formatDuration } from '../../ui/format.ts';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import { ProfileLink } from './profile-link.tsx';

const mostOfAKind = 4;
const none: readonly never[] = [];

/** A run with results that need attention. */
export interface OpenRun {
  readonly run: Run;
  readonly needing: number;
}

/** A task whose action is stuck, or has failed. */
export interface OpenTask {
  readonly task: IncidentTask;
  /** Undefined where the action has ended. */
  readonly progress: Progress | undefined;
}

/** What would have to be followed up, if it had been read. */
export interface Unread {
  /** "syncs" */
  readonly name: string;
  readonly isLoading: boolean;
}

/** What was begun and did not end well: runs, response actions, syncs. */
export function FollowUpPanel({
  runs,
  tasks,
  profiles,
  unread,
  now,
}: {
  runs: readonly OpenRun[];
  /** Undefined where they haven't been read, or aren't the person's work; so are the profiles. */
  tasks: readonly OpenTask[] | undefined;
  profiles: readonly DriverProfile[] | undefined;
  unread: readonly Unread[];
  now: number;
}) {
  const read = ['runs', ...(tasks ? ['actions'] : []), ...(profiles ? ['syncs'] : [])];
  const openTasks = tasks ?? none;
  const unsynced = profiles ?? none;
  const total = runs.length + openTasks.length + unsynced.length;
  const hidden = [runs, openTasks, unsynced].reduce(
    (sum, { length }) => sum + Math.max(0, length - mostOfAKind),
    0,
  );
  return (
    <Panel title="Follow up" total={formatCount(total)} note={read.join(', ')}>
      {total === 0 && unread.length === 0 && <p>Nothing has failed, and nothing is stuck.</p>}
      {total > 0 && (
        <ul className={styles.list} aria-label="What to follow up">
          {runs.slice(0, mostOfAKind).map(({ run, needing }) => (
            <li key={run.id}>
              <span className={styles.danger}>
                <ErrorCircleRegular />
              </span>
              <span className={styles.main}>
                <Link
                  to="/history/$runId"
                  params={{ runId: run.id }}
                  className={styles.name}
                  title={showHidden(run.title)}
                >
                  <bdi>{showHidden(run.title)}</bdi>
                </Link>
              </span>
              <span className={styles.note}>{countOf(needing, 'needs attention', 'need attention')}</span>
            </li>
          ))}
          {openTasks.slice(0, mostOfAKind).map(({ task, progress }) => (
            <li key={task.id}>
              <span className={progress ? styles.warning : styles.danger}>
                {progress ? <HourglassRegular /> : <ErrorCircleRegular />}
              </span>
              <span className={styles.main}>
                <Link
                  to="/incidents/$incidentId"
                  params={{ incidentId: task.incident?.id || 'none' }}
                  search={{ task: task.id }}
                  className={styles.name}
                  title={taskTitle(task)}
                >
                  <bdi>{taskTitle(task)}</bdi>
                </Link>
              </span>
              <span className={styles.note}>
                {progress
                  ? `in progress for ${formatDuration(progress.age)}`
                  : actionStatusWord(task.actionStatus)}
              </span>
            </li>
          ))}
          {unsynced.slice(0, mostOfAKind).map((profile) => (
            <li key={profile.id}>
              <span className={styles.warning}>
                <ArrowSyncRegular />
              </span>
              <span className={styles.main}>
                <ProfileLink profile={profile} />
              </span>
              <span className={styles.note}>{syncText(profile, now)}</span>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className={styles.note}>and {formatCount(hidden)} more</p>}
      <UnreadNote unread={unread} />
    </Panel>
  );
}

function UnreadNote({ unread }: { unread: readonly Unread[] }) {
  const namesOf = (isWanted: (entry: Unread) => boolean) =>
    unread
      .filter(isWanted)
      .map(({ name }) => name)
      .join(', ');
  const loading = namesOf(({ isLoading }) => isLoading);
  const failed = namesOf(({ isLoading }) => !isLoading);
  return (
    <>
      {loading !== '' && <p className={styles.note}>Loading {loading}…</p>}
      {failed !== '' && <p className={styles.note}>Not loaded: {failed}.</p>}
    </>
  );
}

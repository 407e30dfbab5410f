import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { Link, useLocation, useRouteContext } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { actionOnTarget } from '../../resources/incident-tasks/target.ts';
import { brief, entriesOf } from '../../run-panel/summary.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount, nameFew } from '../../ui/format.ts';
import { TitleMark } from '../../ui/title-mark.ts';
import { nothingWatched, runPath, watchRuns, withoutRun } from './ended-runs.ts';
import styles from './notices.module.css';
import { useFailedTasks } from './use-failed-tasks.ts';

/** So many are shown at once; the others are counted. */
const most = 3;

/**
 * Tells of runs that ended with trouble, and of tasks that failed, while the person was on another page or in another tab:
 * in a corner of the page until it is seen or dismissed, and in the title of the tab.
 */
export function Notices() {
  const { runner } = useRouteContext({ from: '__root__' });
  const mark = useContext(TitleMark);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [watched, setWatched] = useState(nothingWatched);

  // The runner lives outside React.
  useEffect(() => {
    const look = () => {
      const elsewhere = runner.elsewhere.get();
      const own = runner.runs.get().filter(({ id }) => !elsewhere.has(id));
      setWatched((before) => watchRuns(before, own, path, document.hidden));
    };
    look();
    return runner.runs.subscribe(look);
  }, [runner, path]);

  const [failed, forget] = useFailedTasks();
  const notices = watched.notices.filter(({ run }) => path !== runPath(run.id));
  const count = notices.length + failed.length;
  // The title of the tab is the browser's.
  useEffect(() => {
    mark?.set(count === 0 ? '' : `(${formatCount(count)}) `);
    return () => mark?.set('');
  }, [mark, count]);

  const see = (id: string) => setWatched((before) => withoutRun(before, id));
  return (
    <div role="status" className={styles.notices}>
      {notices.length > most && (
        <p className={styles.more}>
          <Link to="/history">
            {countOf(notices.length - most, 'more run needs', 'more runs need')} attention
          </Link>
        </p>
      )}
      {failed.length > 0 && <TasksNotice tasks={failed} onSeen={forget} />}
      {notices.slice(0, most).map(({ run, isFailure }) => (
        <Notice
          key={run.id}
          title={run.title}
          text={brief(run, entriesOf(run))}
          isFailure={isFailure}
          onSeen={() => see(run.id)}
        >
          <Link to="/history/$runId" params={{ runId: run.id }} onClick={() => see(run.id)}>
            See results
          </Link>
        </Notice>
      ))}
    </div>
  );
}

/** Tasks that failed, whoever started their actions. */
function TasksNotice({ tasks, onSeen }: { tasks: readonly IncidentTask[]; onSeen: () => void }) {
  const incidentIds = new Set(tasks.map(({ incident }) => incident?.id));
  const [incidentId] = incidentIds;
  return (
    <Notice
      title={countOf(tasks.length, 'response action failed', 'response actions failed')}
      text={nameFew(tasks.map((task) => actionOnTarget(task, tasks)))}
      isFailure
      onSeen={onSeen}
    >
      {incidentIds.size === 1 && incidentId !== undefined ? (
        <Link to="/incidents/$incidentId" params={{ incidentId }} onClick={onSeen}>
          See incident
        </Link>
      ) : (
        <Link
          to="/incident-tasks"
          search={{ actionStatus: ['failed', 'partiallyCompleted'] }}
          onClick={onSeen}
        >
          See tasks
        </Link>
      )}
    </Notice>
  );
}

function Notice({
  title,
  text,
  isFailure,
  onSeen,
  children,
}: {
  title: string;
  text: string;
  isFailure: boolean;
  onSeen: () => void;
  /** The link to what it tells of. */
  children: ReactNode;
}) {
  return (
    <div className={styles.notice}>
      <span className={isFailure ? styles.failed : styles.warning}>
        {isFailure ? <ErrorCircleFilled /> : <WarningFilled />}
      </span>
      <div className={styles.text}>
        <bdi className={styles.title}>{title}</bdi>
        <bdi>{text}</bdi>
        {children}
      </div>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={`Dismiss notice of ${title}`}
        onClick={onSeen}
      />
    </div>
  );
}

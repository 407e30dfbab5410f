import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { Link, useLocation, useRouteContext } from '@tanstack/react-router';
import { useContext, useEffect, useState } from 'react';
import { brief, entriesOf } from '../../run-panel/summary.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { TitleMark } from '../../ui/title-mark.ts';
import { nothingWatched, type RunNotice, runPath, watchRuns, withoutRun } from './ended-runs.ts';
import styles from './run-notices.module.css';

/** So many are shown at once; the others are counted. */
const most = 3;

/**
 * Tells of runs that ended with trouble while the person was on another page or in another tab: in a corner of the page
 * until it is seen or dismissed, and in the title of the tab.
 */
export function RunNotices() {
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

  const notices = watched.notices.filter(({ run }) => path !== runPath(run.id));
  const count = notices.length;
  // The title of the tab is the browser's.
  useEffect(() => {
    mark?.set(count === 0 ? '' : `(${formatCount(count)}) `);
    return () => mark?.set('');
  }, [mark, count]);

  const see = (id: string) => setWatched((before) => withoutRun(before, id));
  return (
    <div role="status" className={styles.notices}>
      {count > most && (
        <p className={styles.more}>
          <Link to="/history">{countOf(count - most, 'more run needs', 'more runs need')} attention</Link>
        </p>
      )}
      {notices.slice(0, most).map((notice) => (
        <Notice key={notice.run.id} notice={notice} onSeen={() => see(notice.run.id)} />
      ))}
    </div>
  );
}

function Notice({ notice: { run, isFailure }, onSeen }: { notice: RunNotice; onSeen: () => void }) {
  return (
    <div className={styles.notice}>
      <span className={isFailure ? styles.failed : styles.warning}>
        {isFailure ? <ErrorCircleFilled /> : <WarningFilled />}
      </span>
      <div className={styles.text}>
        <bdi className={styles.title}>{run.title}</bdi>
        <bdi>{brief(run, entriesOf(run))}</bdi>
        <Link to="/history/$runId" params={{ runId: run.id }} onClick={onSeen}>
          See results
        </Link>
      </div>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={`Dismiss notice of ${run.title}`}
        onClick={onSeen}
      />
    </div>
  );
}

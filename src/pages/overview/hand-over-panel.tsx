import { CopyRegular } from '@fluentui/react-icons/headless/svg/copy';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import type { Written, WrittenHandOver } from '../../dialogs/hand-over/written-hand-over.tsx';
import { openGaps } from '../../resources/hand-over/open-gaps.ts';
import { useHandOverNotes } from '../../resources/hand-over/use-notes.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';

/** The hand-over is read and written once its copy is asked for. */
interface Job {
  readonly Writer: typeof WrittenHandOver;
  readonly onWritten: (written: Written) => void;
  readonly onFailed: () => void;
}

/**
 * What a hand-over of now would lack, and its copy in one step.
 *
 * @param props.isComing incidents are still being read
 */
export function HandOverPanel({
  groups,
  isComing,
  sources,
}: {
  groups: readonly TasksOfIncident[];
  isComing: boolean;
  sources: Sources;
}) {
  const { noteOf } = useHandOverNotes(useAccount());
  const { open, noOwner, unknownOwner, noNextStep } = openGaps(groups, noteOf);
  const [job, setJob] = useState<Job | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState('');

  // The clipboard takes a text that is still to come only with the click itself.
  async function copy(): Promise<void> {
    if (isBusy) return;
    let isOver = false;
    setBusy(true);
    setTold('Reading…');
    const written = new Promise<Written>((onWritten, onFailed) => {
      import('../../dialogs/hand-over/written-hand-over.tsx').then(({ WrittenHandOver: Writer }) => {
        // The clipboard may refuse before the code is here.
        if (!isOver) setJob({ Writer, onWritten, onFailed });
      }, onFailed);
    });
    try {
      const text = written.then(({ markdown }) => new Blob([markdown], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      setTold((await written).told);
    } catch {
      setTold('Couldn’t copy. Open the hand-over instead.');
    }
    isOver = true;
    setJob(null);
    setBusy(false);
  }

  // Which incidents are open, and whose, is known once they have been read.
  const counts = isComing
    ? ['Loading incidents…']
    : [
        countOf(open, 'open incident'),
        `${formatCount(noOwner)} without an owner`,
        ...(unknownOwner > 0 ? [`owner of ${formatCount(unknownOwner)} unknown`] : []),
        `${formatCount(noNextStep)} without a next step`,
      ];
  return (
    <Panel title="Hand-over" end={<Link to="/hand-over">Open hand-over</Link>}>
      <p className={styles.handOverCounts}>{counts.join(' · ')}</p>
      <div className={styles.handOver}>
        <Button size="small" icon={<CopyRegular />} disabledFocusable={isBusy} onClick={() => void copy()}>
          Copy as Markdown
        </Button>
        <span role="status" className={styles.note}>
          {told}
        </span>
      </div>
      {job && <job.Writer sources={sources} onWritten={job.onWritten} onFailed={job.onFailed} />}
    </Panel>
  );
}

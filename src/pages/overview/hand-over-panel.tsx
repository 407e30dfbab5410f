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
 * @param props.isComing owners are still being read
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
  const [told, setTold] = useState('');

  // The clipboard takes a text that is still to come only with the click itself.
  async function copy(): Promise<void> {
    setTold('Reading…');
    const written = new Promise<Written>((onWritten, onFailed) => {
      import('../../dialogs/hand-over/written-hand-over.tsx').then(
        ({ WrittenHandOver: Writer }) => setJob({ Writer, onWritten, onFailed }),
        onFailed,
      );
    });
    try {
      const text = written.then(({ markdown }) => new Blob([markdown], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
      setTold((await written).told);
    } catch {
      setTold('Couldn’t copy. Open the hand-over instead.');
    }
    setJob(null);
  }

  const owners = isComing
    ? ['loading owners…']
    : [
        `${formatCount(noOwner)} without an owner`,
        ...(unknownOwner > 0 ? [`owner of ${formatCount(unknownOwner)} not loaded`] : []),
      ];
  return (
    <Panel title="Hand-over" end={<Link to="/hand-over">Open hand-over</Link>}>
      <p className={styles.handOverCounts}>
        {[countOf(open, 'open incident'), ...owners, `${formatCount(noNextStep)} without a next step`].join(
          ' · ',
        )}
      </p>
      <div className={styles.handOver}>
        <Button
          size="small"
          icon={<CopyRegular />}
          disabledFocusable={job !== null}
          onClick={() => void copy()}
        >
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

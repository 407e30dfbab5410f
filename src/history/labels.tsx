import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { WindowMultipleRegular } from '@fluentui/react-icons/svg/window-multiple';
import { CountLabel } from '../run-panel/outcomes.tsx';
import type { Run } from '../runs/model.ts';
import { formatMinute, formatMoment } from '../ui/format.ts';
import { StatusLabel } from '../ui/status-label.tsx';
import styles from './labels.module.css';
import { type ShownState, shownState } from './rules.ts';
import { countsText, runStateText, tellCounts } from './words.ts';

const looks = {
  running: { icon: ArrowSyncRegular, tone: 'brand' },
  paused: { icon: PauseRegular, tone: 'warning' },
  settling: { icon: SearchRegular, tone: 'brand' },
  done: { icon: CheckmarkRegular, tone: 'neutral' },
  elsewhere: { icon: WindowMultipleRegular, tone: 'neutral' },
} as const;

const hints: Record<ShownState, string> = {
  running: 'Its requests are being sent',
  paused: 'It sends nothing until somebody resumes it',
  settling: 'Everything is sent; what became of it is being read',
  done: 'It does nothing by itself any more',
  elsewhere: 'Another tab of this browser carries it out',
};

export function RunStateLabel({ run, elsewhere }: { run: Run; elsewhere: ReadonlySet<string> }) {
  const state = shownState(run, elsewhere);
  // Who carries it out is said beside what it does.
  const text = state === 'elsewhere' ? `${runStateText(run.state)}, in another tab` : runStateText(state);
  return <StatusLabel {...looks[state]} text={text} hint={hints[state]} />;
}

/** What became of a run's items, what needs a person first. */
export function CountLabels({ run, isChecking }: { run: Run; isChecking: boolean }) {
  return (
    <span className={styles.counts} title={countsText(run, isChecking)}>
      {tellCounts(run, isChecking).map((count) => (
        <CountLabel key={count.text} {...count} />
      ))}
    </span>
  );
}

/** When a run was started, with UTC on hover. */
export function StartLabel({ run }: { run: Run }) {
  return (
    <time dateTime={new Date(run.startedAt).toISOString()} title={formatMoment(run.startedAt)}>
      {formatMinute(run.startedAt)}
    </time>
  );
}

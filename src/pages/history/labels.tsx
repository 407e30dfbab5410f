import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/headless/svg/pause';
import { SearchRegular } from '@fluentui/react-icons/headless/svg/search';
import { WindowMultipleRegular } from '@fluentui/react-icons/headless/svg/window-multiple';
import { Link } from '@tanstack/react-router';
import { type RelatedRuns, shownState } from '../../run-panel/history/rules.ts';
import { CountLabel } from '../../run-panel/results.tsx';
import { runStateHint, runStateText } from '../../run-panel/run-state-words.ts';
import type { Run } from '../../runs/model/run.ts';
import { formatMinute, formatMoment } from '../../ui/format.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import styles from './labels.module.css';
import { countsText, relatedText, runName, type TellCount } from './words.ts';

const looks = {
  running: { icon: ArrowSyncRegular, tone: 'brand' },
  paused: { icon: PauseRegular, tone: 'warning' },
  settling: { icon: SearchRegular, tone: 'brand' },
  done: { icon: CheckmarkRegular, tone: 'neutral' },
  elsewhere: { icon: WindowMultipleRegular, tone: 'neutral' },
} as const;

export function RunStateLabel({ run, elsewhere }: { run: Run; elsewhere: ReadonlySet<string> }) {
  const state = shownState(run, elsewhere);
  // The tab that handles the run is named beside its state.
  const text = state === 'elsewhere' ? `${runStateText(run.state)}, in another tab` : runStateText(state);
  return <StatusLabel {...looks[state]} text={text} hint={runStateHint(state)} />;
}

/** The results of a run, what needs attention first. */
export function CountLabels({ counts }: { counts: readonly TellCount[] }) {
  return (
    <span className={styles.counts} title={countsText(counts)}>
      {counts.map(({ isFailure, ...count }) => (
        <span key={count.text} className={isFailure ? styles.failed : undefined}>
          <CountLabel {...count} />
        </span>
      ))}
    </span>
  );
}

/** Which run a run continues, and which ones continue it; one alone is a link. */
export function RelatedLabel({ run, related }: { run: Run; related: RelatedRuns | undefined }) {
  const text = relatedText(run, related);
  const [only, ...others] = [related?.before, ...(related?.after ?? [])].filter((each) => each !== undefined);
  if (only === undefined || others.length > 0) return <span title={text}>{text}</span>;
  return (
    <Link to="/history/$runId" params={{ runId: only.id }} tabIndex={-1} title={runName(only)}>
      {text}
    </Link>
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

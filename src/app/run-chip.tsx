import { PlayCircleRegular } from '@fluentui/react-icons/headless/svg/play-circle';
import { useRouteContext } from '@tanstack/react-router';
import { useDeferredValue, useSyncExternalStore } from 'react';
import { countAnswered } from '../run-panel/summary.ts';
import { itemsOf } from '../runs/model/run.ts';
import { Button } from '../ui/button.tsx';
import { countOf, formatCount } from '../ui/format.ts';
import styles from './run-chip.module.css';

/** What is being sent or checked now, in every tab: "1 run, 190 of 240". It opens the results. */
export function RunChip({ onOpen }: { onOpen: () => void }) {
  const { runner } = useRouteContext({ from: '__root__' });
  // A run has an event for each response: input comes first.
  const runs = useDeferredValue(useSyncExternalStore(runner.runs.subscribe, runner.runs.get));
  const sending = runs.filter(({ state }) => state === 'running');
  const checking = runs.filter(({ state }) => state === 'settling');
  const shown = sending.length > 0 ? sending : checking;
  if (shown.length === 0) return null;
  const items = shown.flatMap(itemsOf);
  const progress =
    sending.length > 0
      ? `${formatCount(countAnswered(items))} of ${formatCount(items.length)}`
      : 'checking results';
  return (
    <Button
      size="small"
      shape="circular"
      icon={<PlayCircleRegular />}
      className={styles.chip ?? ''}
      title="Show results"
      onClick={onOpen}
    >
      {countOf(shown.length, 'run')}, {progress}
    </Button>
  );
}

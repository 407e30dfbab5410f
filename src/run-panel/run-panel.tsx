import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useState, useSyncExternalStore } from 'react';
import type { Runner } from '../runs/runner.ts';
import { countOf } from '../ui/format.ts';
import { RunAnnouncer } from './run-announcer.tsx';
import styles from './run-panel.module.css';
import { RunView } from './run-view.tsx';

/** The runs of this page's life, docked below whatever page is open. Nothing is shown before the first run. */
export function RunPanel({ runner }: { runner: Runner }) {
  const runs = useSyncExternalStore(runner.runs.subscribe, runner.runs.get);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [collapsedAt, setCollapsedAt] = useState(0);
  const [newest] = runs;
  if (!newest) return null;
  // A new run opens the panel again, and comes to the front.
  const isCollapsed = collapsedAt === runs.length;
  const shown = runs.find(({ id }) => id === chosenId) ?? newest;
  return (
    <section className={styles.panel} aria-label="Outcomes">
      <RunAnnouncer run={newest} />
      <header className={styles.bar}>
        <h2 className={styles.heading}>Outcomes</h2>
        {runs.length > 1 && (
          <label className={styles.chooser}>
            Run{' '}
            <select value={shown.id} onChange={({ target }) => setChosenId(target.value)}>
              {runs.map((run) => (
                <option key={run.id} value={run.id}>
                  {run.title}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className={styles.space}>{runs.length > 1 && countOf(runs.length, 'run')}</span>
        <Button
          appearance="subtle"
          icon={isCollapsed ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={!isCollapsed}
          onClick={() => setCollapsedAt(isCollapsed ? 0 : runs.length)}
        >
          {isCollapsed ? 'Show' : 'Hide'}
        </Button>
      </header>
      {!isCollapsed && <RunView key={shown.id} run={shown} runner={runner} onStarted={setChosenId} />}
    </section>
  );
}

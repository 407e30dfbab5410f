import { ArrowMaximizeRegular } from '@fluentui/react-icons/headless/svg/arrow-maximize';
import { ArrowMinimizeRegular } from '@fluentui/react-icons/headless/svg/arrow-minimize';
import { ChevronDownRegular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/headless/svg/chevron-up';
import { OpenRegular } from '@fluentui/react-icons/headless/svg/open';
import { SubtractRegular } from '@fluentui/react-icons/headless/svg/subtract';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { Run } from '../runs/model/run.ts';
import { Button } from '../ui/button.tsx';
import styles from './run-panel.module.css';
import { fullPageKey } from './use-full-page.ts';

/** The heading of the panel, which opens and closes it. */
export function ToggleHeading({
  ref,
  isOpen,
  onToggle,
}: {
  ref: Ref<HTMLHeadingElement>;
  isOpen: boolean;
  onToggle: () => void;
}) {
  return (
    <h2 ref={ref} tabIndex={-1} className={styles.heading}>
      <Button
        appearance="subtle"
        size="small"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        Results
      </Button>
    </h2>
  );
}

/** Chooses among the runs of this page's life. */
export function RunChooser({
  runs,
  names,
  shownId,
  onChoose,
}: {
  runs: readonly Run[];
  names: ReadonlyMap<string, string>;
  shownId: string;
  onChoose: (id: string) => void;
}) {
  return (
    <select
      className={styles.chooser}
      aria-label="Run"
      title={names.get(shownId)}
      value={shownId}
      onChange={({ target }) => onChoose(target.value)}
    >
      {runs.map(({ id }) => (
        <option key={id} value={id}>
          {names.get(id)}
        </option>
      ))}
    </select>
  );
}

/**
 * Where else the run can be seen, and how large.
 *
 * @param props.onFull absent where the panel is a page in any case
 */
export function PanelButtons({
  runId,
  isFull,
  onFull,
  onMinimize,
}: {
  runId: string;
  isFull: boolean;
  onFull: (() => void) | undefined;
  onMinimize: () => void;
}) {
  const size = isFull ? 'Leave full page' : 'Full page';
  return (
    <div className={styles.icons}>
      <Link
        to="/history/$runId"
        params={{ runId }}
        className={styles.link}
        aria-label="Open in history"
        title="Open in history"
      >
        <OpenRegular />
      </Link>
      {onFull && (
        <Button
          appearance="subtle"
          icon={isFull ? <ArrowMinimizeRegular /> : <ArrowMaximizeRegular />}
          aria-label={size}
          aria-keyshortcuts={isFull ? `${fullPageKey} Escape` : fullPageKey}
          title={`${size} (${fullPageKey})`}
          onClick={onFull}
        />
      )}
      <Button
        appearance="subtle"
        icon={<SubtractRegular />}
        aria-label="Minimize"
        title="Minimize"
        onClick={onMinimize}
      />
    </div>
  );
}

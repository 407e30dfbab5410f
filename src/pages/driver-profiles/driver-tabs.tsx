import type { Driver } from '../../graph/driver-inventories.ts';
import { type Coverage, segmentsOf } from '../../resources/driver-profiles/standing.ts';
import { Button } from '../../ui/button.tsx';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { selectMatching } from '../../ui/data-grid/selection.ts';
import { formatCount } from '../../ui/format.ts';
import type { List } from '../../ui/list-page/use-list.ts';
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import styles from './driver-tabs.module.css';
import type { DriversTab } from './search.ts';

const tabs: readonly Tab<DriversTab>[] = [
  { value: 'all', label: 'All' },
  { value: 'needsReview', label: 'Needs review', tone: 'review' },
  { value: 'scheduled', label: 'Scheduled', tone: 'scheduled' },
  { value: 'approved', label: 'Approved', tone: 'approved' },
  { value: 'suspended', label: 'Paused', tone: 'paused' },
  { value: 'declined', label: 'Declined', tone: 'declined' },
];

/** How the drivers of a profile stand: a bar, and a tab for each standing, which is its legend as well. */
export function DriverTabs({
  tab,
  coverage,
  list,
  selection,
  onChange,
}: {
  tab: DriversTab;
  /** Undefined until the drivers are loaded. */
  coverage: Coverage | undefined;
  list: List<Driver>;
  selection: Selection<Driver>;
  onChange: (tab: DriversTab) => void;
}) {
  const all = coverage && Object.values(coverage).reduce((sum: number, count: number) => sum + count, 0);
  return (
    <div className={styles.standing}>
      <div className={styles.bar}>{coverage && <StackedBar segments={segmentsOf(coverage)} isThin />}</div>
      <div className={styles.line}>
        <Tabs
          label="Drivers shown"
          tabs={tabs.map((each) => ({
            ...each,
            count: each.value === 'all' ? all : coverage?.[each.value],
          }))}
          selected={tab}
          onSelect={onChange}
        />
        <SelectAll list={list} selection={selection} />
      </div>
    </div>
  );
}

/** Selects all that the tab shows in one click. */
function SelectAll({
  list: { view, rowId },
  selection,
}: {
  list: List<Driver>;
  selection: Selection<Driver>;
}) {
  const isAll = selection.shown.length === view.matching;
  if (view.matching === 0) return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.all}
      disabledFocusable={isAll}
      onClick={() => selection.change(selectMatching(view, selection.ids, { rowId }, true))}
    >
      Select all {formatCount(view.matching)}
    </Button>
  );
}

import type { ReactNode } from 'react';
import { ClearButton } from '../clear-button.tsx';
import { hasUnmatched } from '../data-grid/selection.ts';
import { countOf, formatCount } from '../format.ts';
import styles from './selection-status.module.css';
import type { List } from './use-list.ts';
import type { Selected, Selection } from './use-selection.ts';

/** Why selected rows aren't shown, with their numbers: "2 hidden by filters", "4 on other tabs". */
export function hiddenTexts(
  { hidden, onOtherTabs }: Pick<Selected<unknown>, 'hidden' | 'onOtherTabs'>,
  byFilters = 'hidden by filters',
): readonly string[] {
  const filtered = hidden - onOtherTabs;
  return [
    ...(filtered > 0 ? [`${formatCount(filtered)} ${byFilters}`] : []),
    ...(onOtherTabs > 0 ? [countOf(onOtherTabs, 'on another tab', 'on other tabs')] : []),
  ];
}

/**
 * What is selected, in words: "4 selected, 2 hidden by filters", "All 90 selected".
 *
 * @param props.isInSight a selected row stays in sight although it no longer matches
 */
export function selectionText({
  selected,
  hidden,
  onOtherTabs = 0,
  matching,
  isInSight = false,
}: {
  selected: number;
  hidden: number;
  onOtherTabs?: number;
  matching: number;
  isInSight?: boolean;
}): string {
  // "All" of one is more than there is to say.
  const isAll = matching > 1 && selected - hidden === matching;
  if (hidden === 0) return `${isAll ? 'All ' : ''}${formatCount(selected)} selected`;
  const told = isAll ? `All ${formatCount(matching)} matching selected` : `${formatCount(selected)} selected`;
  const where = hiddenTexts({ hidden, onOtherTabs }, isInSight ? 'outside the filters' : undefined);
  return `${told}, ${isAll ? 'and ' : ''}${where.join(', ')}`;
}

/**
 * Beside the filters: what the commands concern, and the way to select nothing.
 *
 * @param props.consequence what the selection amounts to
 */
export function SelectionStatus<Row>({
  list,
  selection,
  consequence,
}: {
  list: List<Row>;
  selection: Selection<Row>;
  consequence?: ReactNode;
}) {
  const { view, rowId } = list;
  const { ids, rows, hidden, onOtherTabs } = selection;
  if (rows.length === 0) return null;
  return (
    <>
      <span role="status">
        {selectionText({
          selected: rows.length,
          hidden,
          onOtherTabs,
          matching: view.matching,
          isInSight: hidden > 0 && hasUnmatched(view, ids, rowId),
        })}
      </span>
      {consequence && <span className={styles.note}>{consequence}</span>}
      {hidden > 0 && <span className={styles.note}>Not sent unless you include them</span>}
      <ClearButton onClear={selection.clear}>Clear selection</ClearButton>
    </>
  );
}

import { Button } from '@fluentui/react-components';
import { ClearButton } from './clear-button.tsx';
import type { RowView } from './data-grid/row-model.ts';
import { selectMatching } from './data-grid/selection.ts';
import { formatCount } from './format.ts';
import type { Selected } from './use-selected.ts';

/** What is selected, in words: "4 selected, 2 of them hidden by filters", "All 90 matching selected". */
export function selectionText(selected: number, hidden: number, matching: number): string {
  const isAll = matching > 0 && selected - hidden === matching;
  if (!isAll) {
    const told = `${formatCount(selected)} selected`;
    return hidden > 0 ? `${told}, ${formatCount(hidden)} of them hidden by filters` : told;
  }
  const told = `All ${formatCount(matching)} matching selected`;
  return hidden > 0 ? `${told}, and ${formatCount(hidden)} hidden by filters` : told;
}

/** Beside the commands: what they concern, and the ways to select all that matches or nothing. */
export function SelectionStatus<Row>({
  view,
  rowId,
  selection,
  selected,
  onSelectionChange,
}: {
  view: RowView<Row>;
  rowId: (row: Row) => string;
  selection: ReadonlySet<string>;
  selected: Selected<Row>;
  onSelectionChange: (next: ReadonlySet<string>) => void;
}) {
  const { rows, hidden } = selected;
  const shown = rows.length - hidden;
  if (rows.length === 0) return null;
  return (
    <>
      <span role="status">{selectionText(rows.length, hidden, view.matching)}</span>
      {shown > 0 && shown < view.matching && (
        <Button
          appearance="subtle"
          size="small"
          onClick={({ currentTarget }) => {
            // The button goes away with what it offered; focus stays beside it.
            if (currentTarget.nextElementSibling instanceof HTMLElement)
              currentTarget.nextElementSibling.focus();
            onSelectionChange(selectMatching(view, selection, { rowId }, true));
          }}
        >
          Select all {formatCount(view.matching)} matching
        </Button>
      )}
      <ClearButton onClear={() => onSelectionChange(new Set())}>Clear selection</ClearButton>
    </>
  );
}

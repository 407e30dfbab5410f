// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned by hand, which a table element does not allow.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { cellControl, innerControls } from './cell-focus.ts';
import styles from './data-grid.module.css';
import type { GroupLine } from './grid-lines.ts';
import { heardByTheGrid } from './grid-row.tsx';
import type { SelectionState } from './selection.ts';

interface GroupRowProps {
  readonly group: GroupLine;
  readonly line: number;
  /** Distance from the first line, in CSS px. */
  readonly offset: number;
  readonly colCount: number;
  /** The `aria-colindex` of the grid's tab stop, if it is in this row. */
  readonly activeIndex: number | undefined;
  /** How much of the group is selected; undefined where rows are not selected. */
  readonly selected: SelectionState | undefined;
  readonly folds: boolean;
  /** Stands after the label, in place of the number of rows. */
  readonly summary: ReactNode;
}

/** The header line of a group of rows: selects them all, and shows or hides them. */
export function GroupRow(props: GroupRowProps) {
  const { group, line, activeIndex, selected, folds } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The grid is one tab stop: what the summary brought is reached by F2.
    for (const control of element.current ? innerControls(element.current) : []) control.tabIndex = -1;
  });
  const isOnBox = selected !== undefined && activeIndex === 1;
  const tabIndex = activeIndex !== undefined && !isOnBox ? 0 : -1;
  const before = selected === undefined ? 0 : 1;
  const label = <bdi>{group.label}</bdi>;
  return (
    <div
      ref={element}
      role="row"
      className={`${styles.row} ${styles.groupRow}`}
      style={{ transform: `translateY(${props.offset}px)` }}
      aria-rowindex={line + 2}
    >
      {selected && (
        <div role="gridcell" className={styles.select} aria-colindex={1}>
          <input
            {...cellControl}
            type="checkbox"
            tabIndex={isOnBox ? 0 : -1}
            aria-label={`Select all ${group.size.toLocaleString()} in ${group.label}`}
            checked={selected === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selected === 'some';
            }}
            onChange={heardByTheGrid}
          />
        </div>
      )}
      <div
        role="gridcell"
        className={styles.group}
        aria-colindex={1 + before}
        aria-colspan={props.colCount - before}
        tabIndex={folds ? undefined : tabIndex}
      >
        {folds ? (
          <button
            {...cellControl}
            type="button"
            className={styles.fold}
            aria-expanded={!group.isCollapsed}
            tabIndex={tabIndex}
          >
            <span className={styles.chevron}>
              {group.isCollapsed ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
            </span>
            {label}
          </button>
        ) : (
          label
        )}
        {props.summary ?? <span className={styles.size}>{group.size.toLocaleString()}</span>}
      </div>
    </div>
  );
}

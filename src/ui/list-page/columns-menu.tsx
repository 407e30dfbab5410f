import { ColumnTripleEditRegular } from '@fluentui/react-icons/headless/svg/column-triple-edit';
import { lazy, Suspense } from 'react';
import { Button } from '../button.tsx';
import type { Column } from '../data-grid/row-model.ts';
import { PartBoundary } from '../part-boundary.tsx';
import { Popover } from '../popover.tsx';
import styles from './filter-menu.module.css';

const ColumnChooser = lazy(async () => ({
  default: (await import('./column-chooser.tsx')).ColumnChooser,
})) as typeof import('./column-chooser.tsx').ColumnChooser;

/** @param props.list the name under which the grid keeps its columns */
export function ColumnsMenu<Row>({ list, columns }: { list: string; columns: readonly Column<Row>[] }) {
  return (
    <Popover
      trigger={(props) => (
        <Button
          {...props}
          appearance="subtle"
          size="small"
          title="Columns"
          className={styles.columns}
          icon={<ColumnTripleEditRegular />}
        >
          <span className={styles.words}>Columns</span>
        </Button>
      )}
    >
      {() => (
        <PartBoundary name="The columns">
          <Suspense fallback={null}>
            <ColumnChooser list={list} columns={columns} />
          </Suspense>
        </PartBoundary>
      )}
    </Popover>
  );
}

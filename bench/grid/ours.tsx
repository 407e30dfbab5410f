import { Badge, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DataGrid } from '../../src/ui/data-grid/data-grid.tsx';
import type { Column, Sort } from '../../src/ui/data-grid/row-model.ts';
import { useRowView } from '../../src/ui/data-grid/use-row-view.ts';
import { type Driver, fields, fieldText } from './drivers.ts';
import { offerBench } from './probe.ts';

const columns: readonly Column<Driver>[] = fields.map(({ key, label, width, searched }) => ({
  id: key,
  header: label,
  width,
  searched,
  text: (driver) => fieldText(driver, key),
  sortValue: (driver) => (key === 'releaseDateTime' ? Date.parse(driver[key]) : driver[key]),
  ...(key === 'approvalStatus'
    ? { render: (driver: Driver) => <Badge appearance="tint">{driver.approvalStatus}</Badge> }
    : {}),
}));
const rowId = (driver: Driver) => driver.id;
const rowName = (driver: Driver) => driver.name;
const open = () => undefined;
const hold = { rowId, filters: '', isComplete: true, isLoading: false };

let matching = 0;
let show: (rows: readonly Driver[]) => void = () => undefined;

function Grid({ rows }: { readonly rows: readonly Driver[] }) {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>();
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const view = useRowView(rows, columns, { search, sort, hold });
  useLayoutEffect(() => {
    matching = view.matching;
  });
  return (
    <>
      <input type="search" aria-label="Search" onChange={(event) => setSearch(event.target.value)} />
      <div style={{ display: 'flex', blockSize: 676 }}>
        <DataGrid
          label="Drivers"
          columns={columns}
          view={view}
          rowId={rowId}
          rowName={rowName}
          density="compact"
          sort={sort}
          onSortChange={setSort}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={open}
          empty="No driver matches"
        />
      </div>
    </>
  );
}

function Page() {
  const [rows, setRows] = useState<readonly Driver[]>();
  show = setRows;
  return <FluentProvider theme={webLightTheme}>{rows && <Grid rows={rows} />}</FluentProvider>;
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />); // in ours.html
offerBench({
  show: (rows) => show(rows),
  matching: () => matching,
  compare: new Intl.Collator(undefined, { numeric: true }).compare,
});

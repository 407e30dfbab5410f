import {
  Badge,
  createTableColumn,
  FluentProvider,
  TableCellLayout,
  useFluent,
  useScrollbarWidth,
  webLightTheme,
} from '@fluentui/react-components';
import {
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  type RowRenderer,
} from '@fluentui-contrib/react-data-grid-react-window';
import { useLayoutEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Driver, driverText, fields, fieldText } from './drivers.ts';
import { offerBench } from './probe.ts';

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const columns = fields.map(({ key, label }) =>
  createTableColumn<Driver>({
    columnId: key,
    // Both values are of the same field, and so of the same type.
    compare: (a, b) => compare(a[key] as string, b[key] as string),
    renderHeaderCell: () => label,
    renderCell: (driver) =>
      key === 'approvalStatus' ? (
        <Badge appearance="tint">{driver.approvalStatus}</Badge>
      ) : (
        <TableCellLayout truncate>{fieldText(driver, key)}</TableCellLayout>
      ),
  }),
);
const rowId = (driver: Driver) => driver.id;
const renderRow: RowRenderer<Driver> = ({ item, rowId: key }, style) => (
  <DataGridRow<Driver>
    key={key}
    style={style}
    selectionCell={{ checkboxIndicator: { 'aria-label': `Select ${item.name}` } }}
  >
    {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
  </DataGridRow>
);

let matching = 0;
let show: (rows: readonly Driver[]) => void = () => undefined;

/** The same search over the same texts, so that what differs is the grid. */
function Grid({ rows }: { readonly rows: readonly Driver[] }) {
  const [search, setSearch] = useState('');
  const { targetDocument } = useFluent();
  const scrollbar = useScrollbarWidth({ targetDocument });
  const texts = useMemo(() => rows.map(driverText), [rows]);
  const items = useMemo(
    () => rows.filter((_, index) => texts[index]?.includes(search.toLowerCase())),
    [rows, texts, search],
  );
  useLayoutEffect(() => {
    matching = items.length;
  });
  return (
    <>
      <input type="search" aria-label="Search" onChange={(event) => setSearch(event.target.value)} />
      <DataGrid items={items} columns={columns} sortable selectionMode="multiselect" getRowId={rowId}>
        <DataGridHeader style={{ paddingInlineEnd: scrollbar }}>
          <DataGridRow>
            {({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<Driver> itemSize={36} height={640} listProps={{ overscanCount: 6 }}>
          {renderRow}
        </DataGridBody>
      </DataGrid>
    </>
  );
}

function Page() {
  const [rows, setRows] = useState<readonly Driver[]>();
  show = setRows;
  return <FluentProvider theme={webLightTheme}>{rows && <Grid rows={rows} />}</FluentProvider>;
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />); // in fluent.html
offerBench({ show: (rows) => show(rows), matching: () => matching, compare });

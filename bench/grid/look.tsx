import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Eye16Regular } from '@fluentui/react-icons/svg/eye';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DataGrid } from '../../src/ui/data-grid/data-grid.tsx';
import type { Column, Sort } from '../../src/ui/data-grid/row-model.ts';
import { useRowView } from '../../src/ui/data-grid/use-row-view.ts';
import { type Driver, fields, fieldText, makeDrivers } from './drivers.ts';

// The grid as people see it, by query: ?theme=dark&dir=rtl&density=comfortable&rows=50&state=loading|busy|grouped|wide

const query = new URLSearchParams(location.search);
const state = query.get('state');
const dark = query.get('theme') === 'dark';
const drivers = state === 'loading' ? [] : makeDrivers(Number(query.get('rows') ?? 1000));

const shown: readonly Column<Driver>[] = fields.map(({ key, label, width, searched }) => ({
  id: key,
  header: label,
  width,
  searched,
  text: (driver) => fieldText(driver, key),
  sortValue: (driver) => driver[key],
  ...(key === 'applicableDeviceCount' ? { align: 'end' } : {}),
  ...(key === 'approvalStatus'
    ? {
        keep: true,
        minWidth: 116,
        render: ({ approvalStatus }: Driver) => (
          <span
            style={{
              display: 'flex',
              alignItems: 'center',
              gap: 4,
              minInlineSize: 'max-content',
              blockSize: '100%',
            }}
          >
            {approvalStatus === 'approved' ? <CheckmarkCircle16Regular /> : <Eye16Regular />}
            {approvalStatus}
          </span>
        ),
      }
    : {}),
}));

const matrix: readonly Column<Driver>[] = [
  ...shown.slice(0, 1),
  ...Array.from({ length: 60 }, (_, index) => ({
    id: `profile-${index}`,
    header: `Profile ${index + 1}`,
    width: 120,
    text: (driver: Driver) => driver.approvalStatus,
    // Two controls in a cell, as a page may have.
    ...(index === 0
      ? {
          render: () => (
            <>
              <button type="button">One</button> <button type="button">Two</button>
            </>
          ),
        }
      : {}),
  })),
];

const columns = state === 'wide' ? matrix : shown;
const rowId = (driver: Driver) => driver.id;
const groupBy =
  state === 'grouped'
    ? (driver: Driver) => ({ id: driver.manufacturer, label: driver.manufacturer })
    : undefined;
const selectable = (driver: Driver) => driver.approvalStatus !== 'suspended';

function Page() {
  const [rows, setRows] = useState(drivers);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>();
  const [selection, setSelection] = useState<ReadonlySet<string>>(
    () => new Set(rows.slice(2, 4).map(({ id }) => id)),
  );
  const [openedId, setOpenedId] = useState<string>();
  const view = useRowView(rows, columns, { search, sort, groupBy });
  return (
    <FluentProvider
      theme={dark ? webDarkTheme : webLightTheme}
      dir={query.get('dir') === 'rtl' ? 'rtl' : 'ltr'}
      style={{
        display: 'flex',
        flexDirection: 'column',
        blockSize: '100%',
        colorScheme: dark ? 'dark' : 'light',
      }}
    >
      <div role="toolbar" aria-label="Trial">
        <input
          type="search"
          aria-label="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <button type="button" onClick={() => setRows((before) => before.slice(1))}>
          Drop the first
        </button>
        <button type="button" onClick={() => setRows([])}>
          Drop all
        </button>
        <button type="button" onClick={() => setRows(drivers)}>
          Bring all back
        </button>
        <output>{`${selection.size} selected, ${openedId ?? 'none'} open`}</output>
      </div>
      <DataGrid
        label="Drivers"
        columns={columns}
        view={view}
        rowId={rowId}
        rowName={({ name }) => name}
        density={query.get('density') === 'comfortable' ? 'comfortable' : 'compact'}
        sort={sort}
        onSortChange={setSort}
        selection={selection}
        onSelectionChange={setSelection}
        selectable={selectable}
        allLabel={`Select all ${view.matching.toLocaleString()} drivers`}
        onOpen={({ id }) => setOpenedId(id)}
        openedId={openedId}
        groupBy={groupBy}
        busy={state === 'busy'}
        loadingRows={state === 'loading' ? 8 : undefined}
        storageKey="look"
        empty="No driver matches."
      />
    </FluentProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />); // in look.html

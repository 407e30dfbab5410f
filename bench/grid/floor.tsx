import { Badge, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Driver, driverText } from './drivers.ts';
import { offerBench } from './probe.ts';

let matching = 0;
let show: (rows: readonly Driver[]) => void = () => undefined;

/** What any grid costs at least: the same provider and page, and a single row of two cells. */
function Page() {
  const [rows, setRows] = useState<readonly Driver[]>();
  const [search, setSearch] = useState('');
  show = setRows;
  const matches = rows?.filter((driver) => driverText(driver).includes(search)) ?? [];
  useLayoutEffect(() => {
    matching = matches.length;
  });
  return (
    <FluentProvider theme={webLightTheme}>
      <input type="search" aria-label="Search" onChange={(event) => setSearch(event.target.value)} />
      <table>
        <tbody>
          {matches.map((driver) => (
            // biome-ignore lint/a11y/noRedundantRoles: the probe finds rows and cells by role.
            <tr key={driver.id} role="row">
              <td>
                <Badge appearance="tint">{driver.approvalStatus}</Badge>
              </td>
              <td>{driver.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FluentProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />); // in floor.html
offerBench({ show: (rows) => show(rows), matching: () => matching, compare: (a, b) => a.localeCompare(b) });

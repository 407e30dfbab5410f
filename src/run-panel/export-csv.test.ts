import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf, taskItemOf } from '../runs/testing/test-runs.ts';
import { runsToCsv } from './export-csv.ts';

const actor = { username: 'dana@contoso.example', displayName: 'Dana Driver' };

const hostile = ['=1+1', '+1', '-1', '@cmd', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x'];

it('[SR-25] no cell begins with what a spreadsheet takes for a formula, and every text survives', async () => {
  const items = hostile.map((name, index) =>
    itemOf(String(index), { phase: 'settled', outcome: 'failed', name }),
  );
  const csv = await runsToCsv([runOf([stepOf('1', items)])], actor);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data.map((row) => row.Name)).toEqual(hostile.map((name) => `'${name}`));
  for (const cell of data.flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
});

it('[M4] quotes, separators and lines inside a text stay inside their cell', async () => {
  const name = 'a "quoted", name; with\r\na line';
  const csv = await runsToCsv([runOf([stepOf('1', [itemOf('a', { name })])])], actor);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data).toHaveLength(1);
  expect(data[0]?.Name).toBe(name);
});

it('each item has the ids of every request that it was in, in order', async () => {
  const attempts = [
    { clientRequestId: 'c1', requestId: 'r1', ids: ['a', 'b'], sentAt: '2026-01-01T00:00:00.000Z' },
    {
      clientRequestId: 'c2',
      requestId: 'r2',
      ids: ['b'],
      sentAt: '2026-01-01T00:00:01.000Z',
      endedAt: '2026-01-01T00:00:02.000Z',
    },
  ];
  const step = stepOf('1', [itemOf('a'), itemOf('b'), itemOf('c')], { attempts });
  const csv = await runsToCsv([runOf([step]), runOf([stepOf('2', [itemOf('d')])], { id: 'other' })], actor);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data.map((row) => [row.Id, row['client-request-id'], row['request-id'], row['Run id']])).toEqual([
    ['a', 'c1', 'r1', 'run'],
    ['b', 'c1 c2', 'r1 r2', 'run'],
    ['c', '', '', 'run'],
    ['d', '', '', 'other'],
  ]);
  expect(data.map((row) => row['Answered (UTC)'])).toEqual(['', '2026-01-01T00:00:02.000Z', '', '']);
});

it('tells what was asked for, and from when on', async () => {
  const deployAt = Date.UTC(2026, 11, 8);
  const one = [stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown' })])];
  const csv = await runsToCsv(
    [
      runOf(one, { intent: { kind: 'driver-approval', action: 'approve', deployAt } }),
      runOf(one, {
        intent: { kind: 'driver-approval', action: 'decline', deployAt: null },
        state: 'settling',
      }),
      runOf(one, { intent: { kind: 'response-action' }, state: 'done' }),
    ],
    actor,
  );
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data.map((row) => [row.Action, row['Available from (UTC)'], row.Result])).toEqual([
    ['Approve', '2026-12-08T00:00:00.000Z', 'Unknown, checking…'],
    ['Decline', '', 'Unknown, checking…'],
    ['', '', 'Unknown, needs attention'],
  ]);
});

it('has words where people read, and Graph’s names in the columns of ids', async () => {
  const drivers = { kind: 'driver-approval', action: 'suspend', deployAt: null } as const;
  const paused = itemOf('a', { before: 'approved', after: 'suspended' });
  const isolated = taskItemOf('b', { after: 'inProgress' });
  const csv = await runsToCsv(
    [
      runOf([stepOf('1', [paused])], { intent: drivers, follows: 'first' }),
      runOf([stepOf('2', [isolated])], { intent: { kind: 'response-action' } }),
    ],
    actor,
  );
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  const columns = ['Action', 'State before', 'State after'];
  const rows = data.map((row) => [
    ...columns.map((name) => row[name]),
    ...columns.map((name) => row[`${name} id`]),
    row['Follows run id'],
  ]);
  expect(rows).toEqual([
    ['Pause', 'Approved', 'Paused', 'suspend', 'approved', 'suspended', 'first'],
    ['Isolate device', 'Not started', 'In progress', 'isolateDevice', 'notStarted', 'inProgress', ''],
  ]);
});

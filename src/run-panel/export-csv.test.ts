import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { runToCsv } from './export-csv.ts';

const hostile = ['=1+1', '+1', '-1', '@cmd', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x'];

it('no cell begins with what a spreadsheet takes for a formula, and every text survives', async () => {
  const items = hostile.map((name, index) =>
    itemOf(String(index), { phase: 'settled', outcome: 'failed', name }),
  );
  const csv = await runToCsv(runOf([stepOf('1', items)]));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data.map((row) => row.Name)).toEqual(hostile.map((name) => `'${name}`));
  for (const cell of data.flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
});

it('quotes, separators and lines inside a text stay inside their cell', async () => {
  const name = 'a "quoted", name; with\r\na line';
  const csv = await runToCsv(runOf([stepOf('1', [itemOf('a', { name })])]));
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  expect(data).toHaveLength(1);
  expect(data[0]?.Name).toBe(name);
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { runsToCsv } from './export-csv.ts';

const actor = { username: 'dana@contoso.example', displayName: 'Dana Driver' };

const dangerous = /^[=+\-@\t\r\0＝＋－＠]/;

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'), fc.string())
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'sep=;',
    'sep=,\r\n=1+1',
    "=cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '@SUM(1)*cmd|" /C calc"!A0',
    '"\r\n=1+1',
    '",=1+1,"',
    '\uFEFF=1+1',
    '\0=1+1',
  ),
);

it('[M3 M4] whatever a text holds, it stays in its cell, is no formula there, and can be read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 6 }), async (names) => {
      const items = names.map((name, index) => itemOf(String(index), { name, reason: name, detail: name }));
      const csv = await runsToCsv(
        [runOf([stepOf('1', items)], { title: names[0] ?? '', note: names[0] ?? '' })],
        actor,
      );
      // The first line is ours, so that none of theirs can say how the file is read.
      expect(csv.startsWith('\uFEFF"Run","Note",')).toBe(true);
      const { data } = Papa.parse<Record<string, string>>(csv.slice(1), {
        header: true,
        delimiter: ',',
        newline: '\r\n',
      });
      expect(data).toHaveLength(names.length);
      for (const [index, row] of data.entries()) {
        const name = names[index] ?? '';
        for (const cell of [row.Name, row.Reason, row.Detail])
          expect(cell).toBe(dangerous.test(name) ? `'${name}` : name);
        for (const cell of Object.values(row)) expect(cell).not.toMatch(dangerous);
      }
    }),
    { numRuns: 400 },
  );
});

it('[B22] ten thousand results are written, none of them lost', async () => {
  const steps = Array.from({ length: 100 }, (_, step) =>
    stepOf(
      `${step}`,
      Array.from({ length: 100 }, (_item, index) =>
        itemOf(`${step}-${index}`, { reason: 'Applied, "so far"' }),
      ),
    ),
  );
  const csv = await runsToCsv([runOf(steps)], actor);
  expect(csv.split('\r\n')).toHaveLength(10_001);
  expect(new Set(csv.match(/"\d+-\d+"/g)).size).toBe(10_000);
});

import { expect, it } from 'vitest';
import { nameRuns } from './name-runs.ts';

const at = Date.UTC(2026, 10, 29, 10, 0, 5);
const run = (id: string, startedAt = at) => ({ id, title: 'Run 2 response actions', startedAt });

it('runs of one title are told apart by the second, by the tab, and by a number where nothing else differs', () => {
  const runs = [run('a'), run('b', at + 1_000), run('c'), run('d')];
  const names = [...nameRuns(runs, new Set(['c'])).values()];
  expect(new Set(names).size).toBe(4);
  expect(names[0]).toMatch(/:05.*: Run 2 response actions$/);
  expect(names[1]).toMatch(/:06/);
  expect(names[2]).toMatch(/, in another tab: /);
  expect(names[3]).toBe(`${names[0]} (2)`);
});

import { expect } from 'vitest';

const leastRounds = 3;
const mostRounds = 30;

/**
 * Expects work to take less than so many times as long as other work, in one run and in turns. The best of their times
 * counts, as another process may have had the machine meanwhile; more rounds are played while it is not good enough.
 */
export async function expectFasterThan(times: number, other: () => unknown, work: () => unknown) {
  const best = { other: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY };
  const ratio = () => best.work / best.other;
  for (let round = 0; round < leastRounds || (round < mostRounds && ratio() >= times); round += 1) {
    best.other = Math.min(best.other, await timeOf(other));
    best.work = Math.min(best.work, await timeOf(work));
  }
  expect(ratio()).toBeLessThan(times);
}

/** In ms. */
async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

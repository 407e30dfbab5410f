const rounds = 5;

/**
 * How many times longer one piece of work takes than another, in one run and in turns. The best of their times counts:
 * another process may have had the machine meanwhile.
 */
export async function timesLonger(work: () => unknown, than: () => unknown): Promise<number> {
  const best = { work: Number.POSITIVE_INFINITY, than: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, play] of Object.entries({ work, than })) {
      const begun = performance.now();
      await play();
      best[name as keyof typeof best] = Math.min(best[name as keyof typeof best], performance.now() - begun);
    }
  }
  return best.work / best.than;
}

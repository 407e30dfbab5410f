/**
 * Works on entries in their order, so many of them at once. After a failure nothing more is begun; what was begun ends.
 *
 * @throws what the first failure threw, once everything that was begun has ended
 */
export async function inLanes<Entry>(
  entries: readonly Entry[],
  lanes: number,
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const left = [...entries];
  const failures: unknown[] = [];
  async function lane(): Promise<void> {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await work(next).catch((error: unknown) => {
        failures.push(error);
        left.length = 0;
      });
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
}

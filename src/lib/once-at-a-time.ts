/**
 * Does a piece of work for a key once at a time. However often it is asked for while it is under way, it is done once
 * more afterward, so that the last request gets a fresh result.
 *
 * @returns asks for it; resolves when all that was asked for is done, at once for requests that join. It rejects with what the
 *   last piece of work threw
 */
export function onceAtATime(work: (key: string) => Promise<void>): (key: string) => Promise<void> {
  const underWay = new Set<string>();
  const again = new Set<string>();
  return async (key) => {
    if (underWay.has(key)) {
      again.add(key);
      return;
    }
    underWay.add(key);
    try {
      do {
        again.delete(key);
        await work(key).catch((error: unknown) => {
          if (!again.has(key)) throw error;
        });
      } while (again.has(key));
    } finally {
      underWay.delete(key);
    }
  };
}

/** Gives out a limited number of turns, and decides who is next. */
export interface Turns {
  /**
   * Waits for a turn. Whoever takes one ends it, once, by what it gets.
   *
   * @param rankOf the lowest rank is next, and of equals the one that has waited longest; asked at each turn
   */
  take(rankOf: () => number): Promise<() => void>;
}

export function createTurns(atOnce: number): Turns {
  const waiting: { readonly rankOf: () => number; readonly go: (end: () => void) => void }[] = [];
  let taken = 0;

  function serve(): void {
    while (taken < atOnce && waiting.length > 0) {
      const ranks = waiting.map(({ rankOf }) => rankOf());
      const [next] = waiting.splice(ranks.indexOf(Math.min(...ranks)), 1);
      taken += 1;
      next?.go(() => {
        taken -= 1;
        serve();
      });
    }
  }

  return {
    take: (rankOf) =>
      new Promise((go) => {
        waiting.push({ rankOf, go });
        serve();
      }),
  };
}

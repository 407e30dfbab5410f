/** How the profiles of a decision follow one another. */
export interface Chain {
  /** Each follows the one before. */
  readonly ids: readonly string[];
  /** The profiles beside the rings: each follows the last of the chain, and none follows it. */
  readonly besideIds: readonly string[];
  /** The chain is made of rings. */
  readonly isOrdered: boolean;
}

/**
 * The rings among these profiles, one after the other. Where no ring is among them, the profiles themselves: then only a
 * person can tell how they follow one another.
 *
 * @param ids in the order in which they are shown: rings first
 */
export function chainOf(ids: readonly string[], rings: readonly { readonly id: string }[]): Chain {
  const ringIds = new Set(rings.map(({ id }) => id));
  const inOrder = ids.filter((id) => ringIds.has(id));
  if (inOrder.length === 0) return { ids, besideIds: [], isOrdered: false };
  return { ids: inOrder, besideIds: ids.filter((id) => !ringIds.has(id)), isOrdered: true };
}

/** The profile that another one follows; undefined for the first one, and for one that takes no part. */
export function followedBy({ ids, besideIds }: Chain, id: string): string | undefined {
  return besideIds.includes(id) ? ids.at(-1) : ids[ids.indexOf(id) - 1];
}

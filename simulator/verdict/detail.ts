export type Judgement =
  | 'open'
  | 'lost'
  | 'doubled'
  | 'misreported'
  | 'unclaimed'
  | 'ungestured'
  | 'early'
  | 'browserDuplicate'
  | 'browserDoubleEffect';

/** One thing that a verdict counts. */
export interface Detail {
  readonly judgement: Judgement;
  /** In words. */
  readonly text: string;
  readonly targetId?: string;
  readonly itemId?: string;
  readonly clientRequestId?: string | null;
}

/** Lists by key, in the order in which the keys come up; what has no key is left out. */
export function groupBy<T>(
  list: readonly T[],
  keyFor: (entry: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyFor(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

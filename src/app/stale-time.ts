/** For how long what was read counts as fresh, in ms. */
const fresh = 60_000;

/**
 * How long a read stays fresh. One that its page left half-way is old at once: its query keeps the part that had come,
 * with the time of that part, and would show the part as the whole.
 *
 * @param query holds what was read; lists say of themselves whether they are complete
 */
export function staleTimeOf({ state: { data } }: { readonly state: { readonly data: unknown } }): number {
  const isPart = typeof data === 'object' && data !== null && 'isComplete' in data && !data.isComplete;
  return isPart ? 0 : fresh;
}

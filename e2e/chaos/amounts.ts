/**
 * How many of something are to be run, by an environment variable.
 *
 * @throws when it is no whole number: nothing may be left out by a slip
 */
export function amountOf(variable: string, usual: number): number {
  const text = process.env[variable] ?? `${usual}`;
  if (!/^\d+$/.test(text)) throw new Error(`${variable} takes a whole number, not "${text}".`);
  return Number(text);
}

import { formatCount } from './format.ts';

/** Names keep their capital in the middle of a line. */
const names = /^(?:Microsoft|Defender|Graph|Intune|Entra|Actiondesk)\b/;

/** The first clause of a reason, as it follows a number: "already in progress" of "The action is already in progress". */
function clauseOf(reason: string): string {
  const [clause = ''] = reason.split(/[.;:] |\.$/);
  const short = clause.replace(/^(?:The (?:action|task) is |It )/, '').replace(/(?<= reject) it$/, '');
  return names.test(short) ? short : `${short.charAt(0).toLowerCase()}${short.slice(1)}`;
}

/** "8 already approved · 4 already in another run"; a reason that all of them share stands in full. */
export function reasonsText(reasons: readonly string[]): string {
  const [first = '', ...others] = new Set(reasons);
  return others.length === 0 ? first : countsText(reasons);
}

/** The same where there is room for the first clause only, even of a reason that all share. */
export function countsText(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(clauseOf(reason), (counts.get(clauseOf(reason)) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([clause, count]) => `${formatCount(count)} ${clause}`)
    .join(' · ');
}

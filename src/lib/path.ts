import { ProblemError } from './problem.ts';

/**
 * True for text that may stand as one segment of a URL path. `.` and `..` are folded away by the URL parser even
 * when percent-encoded, and would turn one endpoint into another. Half a surrogate pair cannot be encoded at all.
 */
export function isSafeSegment(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text.length <= 512 && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/**
 * Builds a path below Graph's version root: `graphPath('deviceManagement', 'windowsDriverUpdateProfiles', id)`.
 * Each part is encoded once.
 *
 * @throws ProblemError `badInput` for a part that could not be one segment.
 */
export function graphPath(...parts: readonly string[]): string {
  for (const part of parts) {
    if (!isSafeSegment(part)) {
      throw new ProblemError({
        kind: 'badInput',
        title: 'This ID can’t be valid',
        advice: 'Check the address, or open the entry from its list.',
        raw: JSON.stringify(part).slice(0, 200),
      });
    }
  }
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

import { countOf } from '../../ui/format.ts';

/** What is said of the number of results. @param unread lists that are not there yet */
export function statusText(count: number, typed: string, unread: readonly string[]): string {
  if (typed.trim() === '') return '';
  return count === 0 ? nothingText(unread) : countOf(count, 'result');
}

/** "Tasks not loaded yet": what may still be found is not called missing. */
export function nothingText(unread: readonly string[]): string {
  return unread.length === 0 ? 'Nothing matches' : `${unread.join(', ')} not loaded yet`;
}

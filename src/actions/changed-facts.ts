import { redactSecrets } from '../lib/redact.ts';
import type { Reviewed } from '../runs/model/run.ts';

/**
 * Which facts of an item are no longer what was reviewed: "Status changed from “open” to “not relevant”; skipped".
 *
 * @param labels what people call each fact; the others are not compared
 * @param wordOf a value in the words of the lists
 * @returns undefined when all are the same
 */
export function changedFacts(
  reviewed: Reviewed,
  now: Reviewed,
  labels: Readonly<Record<string, string>>,
  wordOf: (fact: string, value: string) => string,
): string | undefined {
  const changes = Object.entries(labels).flatMap(([fact, label]) => {
    const [before, after] = [reviewed[fact] ?? '', now[fact] ?? ''];
    return isSame(before, after)
      ? []
      : [`${label} changed from ${quote(wordOf(fact, before))} to ${quote(wordOf(fact, after))}`];
  });
  return changes.length === 0 ? undefined : `${changes.join(', ')}; skipped`;
}

/** The history keeps no secrets, so a fact from there may lack what looked like one. */
function isSame(reviewed: string, now: string): boolean {
  return reviewed === now || reviewed === redactSecrets(now);
}

function quote(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}

import { plainWords } from '../lib/plain-words.ts';
import { redact } from '../lib/redact.ts';
import { showHidden } from '../lib/visible-text.ts';
import type { Reviewed } from '../runs/model.ts';

/**
 * Which facts of an item are no longer what was reviewed: "Status changed from “open” to “not relevant”; skipped".
 *
 * @param labels what people call each fact; the others are not compared
 * @returns undefined when all are the same
 */
export function changedFacts(
  reviewed: Reviewed,
  now: Reviewed,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const changes = Object.entries(labels).flatMap(([fact, label]) => {
    const [before, after] = [reviewed[fact] ?? '', now[fact] ?? ''];
    return isSame(before, after) ? [] : [`${label} changed from ${quote(before)} to ${quote(after)}`];
  });
  return changes.length === 0 ? undefined : `${changes.join(', ')}; skipped`;
}

/** The history keeps no secrets and no addresses, so a fact from there may lack what is in the one that was just read. */
function isSame(reviewed: string, now: string): boolean {
  return reviewed === now || reviewed === redact(now);
}

function quote(fact: string): string {
  return fact === '' ? 'nothing' : `“${showHidden(fact === 'suspended' ? 'paused' : plainWords(fact))}”`;
}

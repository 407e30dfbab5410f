import { partsOf } from '../action.ts';
import type { Intent, Item, PlanTarget, Reviewed, Run } from './run.ts';

/** Tells one decision about one item from all others: 12 hex digits. */
export type Fingerprint = (
  intent: Intent,
  targetId: PlanTarget['id'],
  item: Pick<Item, 'id' | 'reviewed'>,
) => Promise<string>;

/**
 * The fingerprint of an item as a person reviewed it: the first 12 hex digits of the SHA-256 over the intent, the
 * target, the item and its facts, as JSON with the facts sorted by name. It is made when a run starts, kept in the
 * history, and made again just before each sending, of the intent that is about to be sent and of the facts that were
 * just read: where the two differ, the item is not what was decided about, and is not sent.
 */
export const fingerprintOf: Fingerprint = async (intent, targetId, { id, reviewed }) => {
  const text = canonicalText(intent, targetId, id, reviewed);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = new Uint8Array(digest).slice(0, digits / 2);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const digits = 12;

/** The same text for the same decision, in whatever order its facts were read. */
export function canonicalText(intent: Intent, targetId: string, id: string, reviewed: Reviewed): string {
  const facts = Object.entries(reviewed).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([partsOf(intent), targetId, id, facts]);
}

/** A run that is about to start, with the fingerprint of each item. */
export async function withFingerprints(run: Run, fingerprint: Fingerprint): Promise<Run> {
  const steps = run.steps.map(async (step) => ({
    ...step,
    items: await Promise.all(
      step.items.map(async (item) => ({
        ...item,
        fingerprint: await fingerprint(step.intent, step.targetId, item),
      })),
    ),
  }));
  return { ...run, steps: await Promise.all(steps) };
}

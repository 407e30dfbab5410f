import * as v from 'valibot';
import { accountHash } from '../../lib/account-hash.ts';

const key = 'actiondesk.recents';

/** So many are kept. */
const most = 20;

/** Ids alone: the names come from what is loaded. The account is a hash, so that the entry names no person. */
const schema = v.object({ account: v.string(), ids: v.array(v.string()) });

/** The ids of what an account chose lately, the latest first. Another account's are none of its business. */
export async function readRecents(accountKey: string): Promise<readonly string[]> {
  const kept = read();
  return kept?.account === (await accountHash('recents', accountKey)) ? kept.ids.slice(0, most) : [];
}

/** Keeps what was chosen, in the place of another account's. */
export async function keepRecent(accountKey: string, id: string): Promise<void> {
  const ids = withRecent(await readRecents(accountKey), id);
  const account = await accountHash('recents', accountKey);
  try {
    localStorage.setItem(key, JSON.stringify({ account, ids }));
  } catch {
    // Local storage is full or blocked: the palette works without it.
  }
}

/** At the sign-out of an account. */
export function forgetRecents(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked: then there is nothing.
  }
}

/** The latest first, each once, no more than are kept. */
export function withRecent(ids: readonly string[], id: string): readonly string[] {
  return [id, ...ids.filter((other) => other !== id)].slice(0, most);
}

function read(): v.InferOutput<typeof schema> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

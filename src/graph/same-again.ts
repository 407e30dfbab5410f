import type { SendHooks } from './sender.ts';

/**
 * The hooks of a request that is the same when it is sent again.
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function sameAgain({ reread, ...hooks }: SendHooks, body: unknown): SendHooks {
  return { ...hooks, ...(reread && { reread: async () => (await reread()) && { body } }) };
}

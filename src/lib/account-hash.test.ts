import { expect, it } from 'vitest';
import { accountHash } from './account-hash.ts';

it('is the first half of a known digest, and another for each account and purpose', async () => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('recents dana'));
  const hash = await accountHash('recents', 'dana');
  expect(hash).toBe(Buffer.from(digest).toString('hex').slice(0, 32));
  expect(await accountHash('recents', 'ben')).not.toBe(hash);
  expect(await accountHash('sign-out', 'dana')).not.toBe(hash);
});

import { expect, it } from 'vitest';
import { readReturned } from './returned.ts';

it.each([
  ['?admin_consent=True&tenant=1', 'adminConsent'],
  ['?admin_consent=True&error=access_denied', 'adminConsentRefused'],
  ['?admin_consent=False', 'adminConsentRefused'],
  ['?state=abc', null],
  ['', undefined],
  ['?q=state', undefined],
  ['?state=abc&q=x', undefined],
])('what came back in %j is %j', (search, expected) => {
  expect(readReturned(search)).toBe(expected);
});

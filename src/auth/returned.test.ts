import { expect, it } from 'vitest';
import { readReturned } from './returned.ts';

const isOurs = (state: string | null) => state === 'ours';

it.each([
  ['?admin_consent=True&tenant=1&state=ours', 'adminConsent'],
  ['?admin_consent=True&error=access_denied&state=ours', 'adminConsentRefused'],
  ['?admin_consent=False&state=ours', 'adminConsentRefused'],
  // Anyone can write such a link: without the state it proves nothing, either way.
  ['?admin_consent=True&tenant=1', 'adminConsentUnproven'],
  ['?admin_consent=True&state=theirs', 'adminConsentUnproven'],
  ['?admin_consent=True&error=access_denied', 'adminConsentUnproven'],
  ['?state=abc', null],
  ['', undefined],
  ['?q=state', undefined],
  ['?state=abc&q=x', undefined],
])('the query %j means %j', (search, expected) => {
  expect(readReturned(search, isOurs)).toBe(expected);
});

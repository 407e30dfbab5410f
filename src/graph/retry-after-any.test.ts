import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, longestWait } from './policy.ts';
import { readRetryAfter } from './retry-after.ts';
import { failureOf, noon, proxyRefusal } from './test-answers.ts';

const header = fc.oneof(
  fc.string(),
  fc.integer().map(String),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.array(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 4 }).map((parts) => parts.join(', ')),
);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('[N17] whatever a header says, the wait is a number of at least two seconds that ends at a time', () => {
  fc.assert(
    fc.property(header, fc.nat(8), random, (text, attempt, chance) => {
      const { milliseconds } = readRetryAfter(text, attempt, noon, chance);
      expect(milliseconds).toBeGreaterThanOrEqual(2_000);
      expect(Number.isNaN(new Date(noon + milliseconds).getTime())).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

it('[N17] a whole number of seconds is never cut short, nor stretched by more than a fifth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), random, (seconds, chance) => {
      const { milliseconds, asked } = readRetryAfter(`${seconds}`, 0, noon, chance);
      expect(asked).toBe(true);
      expect(milliseconds).toBeGreaterThanOrEqual(seconds * 1_000);
      expect(milliseconds).toBeLessThanOrEqual(seconds * 1_200);
    }),
  );
});

/** As a browser gives it where Graph does not expose the header to pages of other origins. */
function withHidden(response: Response, hidden: string): Response {
  const headers = new Headers(response.headers);
  headers.delete(hidden);
  return new Response(response.body, { status: response.status, headers });
}

it('[N16] a header that the page may not see counts for none: our own back-off, with its floor', async () => {
  const shown = proxyRefusal(429, { 'Retry-After': '1' });
  const answer = await failureOf(withHidden(shown, 'Retry-After'));
  for (const repeats of [0, 1, 2]) {
    const verdict = decide('setState', answer, { repeats, renewals: 0 }, noon, 0);
    expect(verdict.kind).toBe('readThenResend');
    expect('wait' in verdict && verdict.wait).toBeGreaterThanOrEqual(2_000);
    expect('wait' in verdict && verdict.wait).toBeLessThan(longestWait);
  }
});

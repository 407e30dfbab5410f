import { expect, it } from 'vitest';
import { failureOf, graphRefusal } from './test-answers.ts';

// These may or may not have had an effect: never words that say "rejected" for certain.
it.each([408, 421, 425])('a %i is a fault on the way, and no refusal', async (status) => {
  const { problem } = await failureOf(graphRefusal(status));
  expect(problem).toMatchObject({
    kind: 'serverFault',
    title: `Microsoft Graph couldn’t complete the request (${status})`,
    status,
  });
});

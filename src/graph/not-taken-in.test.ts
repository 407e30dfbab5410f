import { expect, it } from 'vitest';
import { failureOf, graphRefusal } from './test-answers.ts';

// Whether these had an effect nobody knows: an answer that does not say "refused" goes once reading tells.
it.each([408, 421, 425])('a %i is a fault on the way, and no refusal', async (status) => {
  const { problem } = await failureOf(graphRefusal(status));
  expect(problem).toMatchObject({
    kind: 'serverFault',
    title: 'Microsoft Graph did not take the request in',
    status,
  });
});

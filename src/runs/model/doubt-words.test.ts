import { expect, it } from 'vitest';
import { connectionLost, failureOf, graphRefusal, proxyRefusal } from '../../graph/test-answers.ts';
import { sendStep } from '../sending/send-step.ts';
import { setUpDrive } from '../testing/test-context.ts';

/** What a person is told of a request of which nobody knows what became. */
async function adviceAfter(response: Response | Error): Promise<string | undefined> {
  const answer = await failureOf(response);
  const { context, shown } = setUpDrive(
    { pilot: ['a'] },
    { send: async () => ({ kind: 'unknown', answer }) },
  );
  await sendStep(context, 'step-1');
  return shown().steps[0]?.problem?.advice;
}

it.each([
  ['a connection that was lost', connectionLost],
  ['a page of HTML that says 200', new Response('<html>')],
  ['[N13] a refusal that a proxy wrote', proxyRefusal(403)],
  ['a 503 that a proxy wrote', proxyRefusal(503)],
])('[N3] after %s, what may stand in the way is named', async (_what, response) => {
  expect(await adviceAfter(response)).toMatch(
    /^Actiondesk won’t resend it.*A proxy, VPN, or browser extension may be interfering\.$/,
  );
});

it('after a fault that Graph itself told of, nothing else is suspected', async () => {
  expect(await adviceAfter(graphRefusal(504))).toMatch(
    /^Actiondesk won’t resend it.*Check again checks now\.$/,
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeProblem, type Problem, supportFacts } from './problem.ts';

const problem: Problem = { kind: 'rejected', title: 'Refused', advice: 'Look.', status: 400 };

/** What must not leave the desk, as services quote it. */
const secrets: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a token': fc
    .tuple(fc.base64String({ minLength: 16 }), fc.base64String({ minLength: 16 }))
    .map((parts) => `eyJhbGciOiJSUzI1NiJ9.${parts.map((part) => part.replaceAll(/[+/=]/g, '_')).join('.')}`),
  'a code': fc.stringMatching(/^code=0\.[A-Za-z0-9]{20,40}$/),
  'a challenge': fc.stringMatching(/^claims=[A-Za-z0-9]{20,40}$/),
  'a bearer': fc.stringMatching(/^Bearer [A-Za-z0-9._-]{20,40}$/),
  'a user principal name': fc.stringMatching(/^[a-z]{3,10}\.[a-z]{3,10}@[a-z]{3,10}\.example$/),
};

it.each(Object.keys(secrets))(
  '[M15 SR-31] what is copied and shown for support holds no part of %s',
  (name) => {
    const secret = secrets[name] ?? fc.constant('');
    const around = fc.stringMatching(/^[ \w:{}"'\r\n]{0,30}$/);
    fc.assert(
      fc.property(around, secret, around, (before, text, after) => {
        const raw = `${before} ${text} ${after}`;
        const kept = text.split(/[ =]/).at(-1) ?? text;
        for (const told of [describeProblem({ ...problem, raw }), supportFacts({ ...problem, raw }).join()]) {
          expect(told).not.toContain(kept);
          expect(told).not.toContain(kept.slice(0, 16));
        }
      }),
    );
  },
);

it('[M15] nothing that a service said can pass for a line of ours', () => {
  const raw = 'No.\r\nrequest-id: forged\nStatus: 200\u2028Code: Fine\u2029  end';
  expect(describeProblem({ ...problem, raw, requestId: 'true-one' }).split('\n')).toEqual([
    'Error: Refused',
    'Status: 400',
    'request-id: true-one',
    'Response: No. request-id: forged Status: 200 Code: Fine end',
  ]);
});

const everyField = ['title', 'code', 'requestId', 'clientRequestId', 'date', 'raw'] as const;

it.each(everyField)('[SR-31] nothing in %s can pass for a line of ours, or be of any length', (field) => {
  const forged = `x\r\nStatus: 200\u0085Code: Fine\u2028request-id: forged\u0000\u001B[2J\u202E ${'y'.repeat(100_000)}`;
  const lines = describeProblem({ ...problem, [field]: forged }).split(/[\r\n\u0085\u2028\u2029]/);
  expect(lines.filter((line) => line.startsWith('Status:'))).toEqual(['Status: 400']);
  expect(lines.filter((line) => /^(Code: Fine|request-id: forged)/.test(line))).toEqual([]);
  expect(lines.join()).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(lines.join().length).toBeLessThan(field === 'raw' ? 2_200 : 500);
});

it.each(everyField)('[SR-31] no token and no address leaves with %s', (field) => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJ1cG4iOiJhbm5hIn0.c2lnbmF0dXJl';
  const told = describeProblem({ ...problem, [field]: `Forbidden_${token} anna.smith@contoso.com` });
  expect(told).not.toMatch(/c2lnbmF0|eyJ1cG4|anna|contoso/);
  expect(told).toContain('[address]');
});

it('scopes are one line, too', () => {
  expect(describeProblem({ ...problem, scopes: ['a\nStatus: 200', 'b'] })).toContain(
    'Permissions: a Status: 200 b',
  );
});

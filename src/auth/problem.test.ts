import { AuthError, BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '../lib/problem.ts';
import { problemOfSignIn } from './problem.ts';

const scopes = ['SecurityIncident.ReadWrite.All'];
const refusal = (code: string, message: string, subError = '') =>
  new InteractionRequiredAuthError(code, 'id-1', message, subError);

describe('[A10] problemOfSignIn', () => {
  it.each([
    [refusal('consent_required', 'AADSTS65001: has not consented'), 'consentNeeded', 'AADSTS65001'],
    [refusal('invalid_grant', 'AADSTS65001: no', 'consent_required'), 'consentNeeded', 'AADSTS65001'],
    [refusal('access_denied', 'AADSTS90094: admin'), 'consentRefused', 'AADSTS90094'],
    [refusal('consent_required', 'AADSTS65005: not listed'), 'consentRefused', 'AADSTS65005'],
    [refusal('access_denied', 'AADSTS65004: declined'), 'consentRefused', 'AADSTS65004'],
    [new BrowserAuthError('user_cancelled', 'id-1'), 'consentRefused', 'user_cancelled'],
    [refusal('interaction_required', 'AADSTS50076: second factor'), 'stepUpNeeded', 'AADSTS50076'],
    [refusal('invalid_grant', 'AADSTS50158: more', 'basic_action'), 'stepUpNeeded', 'AADSTS50158'],
    [refusal('login_required', 'AADSTS50058: no session'), 'signInNeeded', 'AADSTS50058'],
    [refusal('invalid_grant', 'AADSTS700084: expired'), 'signInNeeded', 'AADSTS700084'],
    [new BrowserAuthError('timed_out', 'id-1'), 'signInNeeded', 'timed_out'],
    [new BrowserAuthError('post_request_failed', 'id-1'), 'unreachable', 'post_request_failed'],
    [new ServerError('invalid_grant', 'id-1', 'AADSTS50196: a loop'), 'throttled', 'AADSTS50196'],
    [new ServerError('temporarily_unavailable', 'id-1', 'AADSTS90033: later'), 'throttled', 'AADSTS90033'],
    [new ServerError('busy', 'id-1', 'no', '', '', 429), 'throttled', 'busy'],
    [new ServerError('broken', 'id-1', 'no', '', '', 500), 'throttled', 'broken'],
    [new ServerError('invalid_grant', 'id-1', 'no', '', '', 400), 'unreachable', 'invalid_grant'],
    [
      new AuthError('invalid_client', 'id-1', 'AADSTS700016: no such application'),
      'unreachable',
      'AADSTS700016',
    ],
  ] as const)('%s', (error, kind, code) => {
    const problem = problemOfSignIn(error, scopes);
    expect(problem).toMatchObject({ kind, code });
    expect(problem.scopes).toBe(kind === 'throttled' || kind === 'unreachable' ? undefined : scopes);
    expect(problem.raw).toContain(error.errorCode);
  });

  it('doesn’t take a canceled sign-in, which asks for no permission, for a refusal', () => {
    const error = new BrowserAuthError('user_cancelled', 'id-1');
    expect(problemOfSignIn(error, [])).toMatchObject({ kind: 'cancelled', title: 'You’re not signed in' });
  });

  it('keeps the challenge and the id for support', () => {
    const error = refusal('interaction_required', 'AADSTS50076: second factor');
    const problem = problemOfSignIn(error, scopes, '{"access_token":{}}');
    expect(problem).toMatchObject({ claims: '{"access_token":{}}', requestId: 'id-1' });
    expect(problemOfSignIn(error, scopes)).not.toHaveProperty('claims');
  });

  it('leaves what is no error of MSAL as it is', () => {
    const problem: Problem = { kind: 'badInput', title: 'Not secure', advice: 'Use https.' };
    expect(problemOfSignIn(new ProblemError(problem), scopes)).toBe(problem);
    expect(problemOfSignIn(new TypeError('x'), scopes)).toMatchObject({ kind: 'unexpected' });
  });

  it('tells the status, where there was an answer', () => {
    const error = new ServerError('busy', 'id-1', 'no', '', '', 429);
    expect(problemOfSignIn(error, scopes).status).toBe(429);
    expect(problemOfSignIn(refusal('login_required', 'no'), scopes)).not.toHaveProperty('status');
  });

  it('caps what the service says', () => {
    const problem = problemOfSignIn(new AuthError('server_error', 'id-1', 'x'.repeat(100_000)), scopes);
    expect(problem.raw?.length).toBeLessThan(2_100);
  });
});

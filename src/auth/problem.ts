import { AuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { capText, type Problem, type ProblemKind, toProblem } from '../lib/problem.ts';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const needsAdministrator = ['AADSTS90094', 'AADSTS90093', 'AADSTS65005'];
const cancelled = ['AADSTS65004', 'AADSTS50199'];

/** Turns what MSAL throws into a problem. MSAL's own texts are left out of bundles: codes decide. */
export function problemOfSignIn(thrown: unknown, scopes: readonly string[], claims?: string): Problem {
  if (!(thrown instanceof AuthError)) return toProblem(thrown);
  const code = /AADSTS\d+/.exec(thrown.errorMessage)?.[0] ?? thrown.errorCode;
  return {
    ...explain(thrown, code, scopes),
    code,
    scopes,
    date: new Date().toISOString(),
    raw: capText(`${thrown.errorCode} ${thrown.subError} ${thrown.errorMessage}`.trim()),
    ...(thrown.correlationId && { requestId: thrown.correlationId }),
    ...(claims !== undefined && { claims }),
  };
}

function explain(
  thrown: AuthError,
  code: string,
  scopes: readonly string[],
): { kind: ProblemKind; title: string; advice: string } {
  if (needsAdministrator.includes(code)) {
    return {
      kind: 'consentRefused',
      title: 'An administrator has to grant this permission',
      advice:
        'Your account may not grant it. Hand the link below to an administrator; until then, the rest goes on working.',
    };
  }
  if (cancelled.includes(code) || thrown.errorCode === 'user_cancelled') {
    if (scopes.length === 0) {
      return {
        kind: 'cancelled',
        title: 'You are not signed in',
        advice: 'You cancelled on the sign-in page. Sign in when you are ready.',
      };
    }
    return {
      kind: 'consentRefused',
      title: 'The permission was not granted',
      advice: 'You cancelled on the sign-in page. Nothing was lost; grant it when you are ready.',
    };
  }
  if (thrown.errorCode === 'consent_required' || thrown.subError === 'consent_required') {
    return {
      kind: 'consentNeeded',
      title: 'A permission is needed',
      advice: 'Continue to the sign-in page to grant it. You come back to this screen, and nothing is lost.',
    };
  }
  if (thrown.subError === 'basic_action' || thrown.errorCode === 'interaction_required') {
    return {
      kind: 'stepUpNeeded',
      title: 'Microsoft asks you to prove again who you are',
      advice: 'Continue to the sign-in page. You come back to this screen, and nothing is lost.',
    };
  }
  if (thrown instanceof InteractionRequiredAuthError || thrown.errorCode === 'timed_out') {
    return {
      kind: 'signInNeeded',
      title: 'Your sign-in has ended',
      advice: 'Sign in again. You come back to this screen, and nothing is lost.',
    };
  }
  return {
    kind: 'unreachable',
    title: 'The sign-in service could not be used',
    advice:
      'Check the network, then try again. If it stays, check the app registration named in config.json.',
  };
}

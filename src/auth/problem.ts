import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { capText, type Problem, type ProblemKind, toProblem } from '../lib/problem.ts';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const needsAdministrator = ['AADSTS90094', 'AADSTS90093', 'AADSTS65005'];
/** A client that asks in a loop; a fault of a moment. */
const busy = ['AADSTS50196', 'AADSTS90033'];
const cancelled = ['AADSTS65004', 'AADSTS50199'];

/** Turns what MSAL throws into a problem. MSAL's own texts are left out of bundles: codes decide. */
export function problemOfSignIn(thrown: unknown, scopes: readonly string[], claims?: string): Problem {
  if (!(thrown instanceof AuthError)) return toProblem(thrown);
  const status = thrown instanceof ServerError ? thrown.status : undefined;
  const code = /AADSTS\d+/.exec(thrown.errorMessage)?.[0] ?? thrown.errorCode;
  const told = explain(thrown, code, scopes, status);
  return {
    ...told,
    code,
    // Where the service is out of reach, no permission is what is missing.
    ...(told.kind !== 'throttled' && told.kind !== 'unreachable' && { scopes }),
    date: new Date().toISOString(),
    raw: capText(`${thrown.errorCode} ${thrown.subError} ${thrown.errorMessage}`.trim()),
    ...(status !== undefined && { status }),
    ...(thrown.correlationId && { requestId: thrown.correlationId }),
    ...(claims !== undefined && { claims }),
  };
}

/** True where the same request may well succeed later, and asking at once makes it worse. */
function isBusy(code: string, status = 0): boolean {
  return busy.includes(code) || status === 429 || status >= 500;
}

function explain(
  thrown: AuthError,
  code: string,
  scopes: readonly string[],
  status: number | undefined,
): { kind: ProblemKind; title: string; advice: string } {
  if (isBusy(code, status)) {
    return {
      kind: 'throttled',
      title: 'The sign-in service has too much to do, and gave no token',
      advice:
        'Nothing was sent without it. Actiondesk leaves that service alone for a minute; try again after that.',
    };
  }
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

import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { capText, type Problem, type ProblemKind, toProblem } from '../lib/problem.ts';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const needsAdministrator = ['AADSTS90094', 'AADSTS90093', 'AADSTS65005'];
/** The client asked too often; a transient fault. */
const busy = ['AADSTS50196', 'AADSTS90033'];
const cancelled = ['AADSTS65004', 'AADSTS50199'];

/** Turns an error of MSAL into a problem. Bundles of MSAL hold no texts, so codes decide. */
export function problemOfSignIn(thrown: unknown, scopes: readonly string[], claims?: string): Problem {
  if (!(thrown instanceof AuthError)) return toProblem(thrown);
  const status = thrown instanceof ServerError ? thrown.status : undefined;
  const code = /AADSTS\d+/.exec(thrown.errorMessage)?.[0] ?? thrown.errorCode;
  const told = explain(thrown, code, scopes, status);
  return {
    ...told,
    code,
    // A service that can't be reached says nothing about permissions.
    ...(told.kind !== 'throttled' && told.kind !== 'unreachable' && { scopes }),
    date: new Date().toISOString(),
    raw: capText(`${thrown.errorCode} ${thrown.subError} ${thrown.errorMessage}`.trim()),
    ...(status !== undefined && { status }),
    ...(thrown.correlationId && { requestId: thrown.correlationId }),
    ...(claims !== undefined && { claims }),
  };
}

/** True where the same request may succeed later, and asking at once makes things worse. */
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
      title: 'Microsoft sign-in is busy',
      advice: 'Without a token, nothing is sent. Actiondesk waits a minute before asking for one again.',
    };
  }
  if (needsAdministrator.includes(code)) {
    return {
      kind: 'consentRefused',
      title: 'Admin approval needed',
      advice: 'Send the link below to an admin. Everything else keeps working.',
    };
  }
  if (cancelled.includes(code) || thrown.errorCode === 'user_cancelled') {
    if (scopes.length === 0) {
      return {
        kind: 'cancelled',
        title: 'You’re not signed in',
        advice: 'You canceled on the sign-in page. Sign in when you’re ready.',
      };
    }
    return {
      kind: 'consentRefused',
      title: 'The permission wasn’t granted',
      advice: 'You canceled on the sign-in page. Nothing was lost. Grant it when you’re ready.',
    };
  }
  if (thrown.errorCode === 'consent_required' || thrown.subError === 'consent_required') {
    return {
      kind: 'consentNeeded',
      title: 'Permission needed',
      advice: 'Grant it on the sign-in page. You’ll come back to this screen, and nothing is lost.',
    };
  }
  if (thrown.subError === 'basic_action' || thrown.errorCode === 'interaction_required') {
    return {
      kind: 'stepUpNeeded',
      title: 'Verify your identity to continue',
      advice: 'Continue to the sign-in page. You’ll come back to this screen, and nothing is lost.',
    };
  }
  if (thrown instanceof InteractionRequiredAuthError || thrown.errorCode === 'timed_out') {
    return {
      kind: 'signInNeeded',
      title: 'Your session has ended',
      advice: 'Sign in again. You’ll come back to this screen, and nothing is lost.',
    };
  }
  return {
    kind: 'unreachable',
    title: 'Microsoft sign-in failed',
    advice:
      'Check the network, then try again. If it keeps failing, check the app registration named in config.json.',
  };
}

import type { Context } from 'hono';
import type { Fault, FaultOf } from '../faults/fault.ts';
import type { FaultSet } from '../faults/fault-set.ts';
import type { RequestLog } from '../request-log.ts';
import { describeError, OAuthError } from './oauth-error.ts';

/** What the faults of the sign-in endpoints need of a tenant. Tests of Entra ID alone go without. */
export interface Faulty {
  readonly faults?: FaultSet;
  readonly log?: RequestLog;
}

/** Logs a request to the token endpoint. The answer of the fault that it meets, if it meets one. */
export function meetTokenFault(c: Context, tenant: Faulty, params: URLSearchParams): Response | undefined {
  const grantType = params.get('grant_type');
  const { fault } = tenant.faults?.take({ place: 'token', grantType }) ?? { fault: undefined };
  tenant.log?.addSignIn({ endpoint: 'token', detail: grantType, fault: fault?.id ?? null });
  if (fault?.kind !== 'tokenThrottled' && fault?.kind !== 'tokenServerError') return undefined;
  const [status, refusal] = refusalOf(fault);
  if (fault.retryAfter !== null) c.header('Retry-After', fault.retryAfter);
  c.header('Cache-Control', 'no-store');
  const correlationId = params.get('client-request-id') ?? c.req.header('client-request-id');
  return c.json(describeError(refusal, correlationId), status);
}

function refusalOf(fault: FaultOf<'tokenThrottled'> | FaultOf<'tokenServerError'>) {
  return fault.kind === 'tokenThrottled'
    ? ([429, clientLoop()] as const)
    : ([
        fault.status,
        new OAuthError('temporarily_unavailable', 90033, 'A transient error has occurred. Please try again.'),
      ] as const);
}

/** The words are those of public traces; that the error is `invalid_grant` and the status 429 is a guess. */
function clientLoop(): OAuthError {
  const text =
    'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.';
  return new OAuthError('invalid_grant', 50196, text);
}

/** Logs a request to the sign-in page. The refusal of the fault that it meets, if it meets one. */
export function meetAuthorizeFault(tenant: Faulty, params: URLSearchParams): OAuthError | undefined {
  const fault: Fault | undefined = tenant.faults?.take({ place: 'authorize', grantType: null }).fault;
  tenant.log?.addSignIn({ endpoint: 'authorize', detail: params.get('prompt'), fault: fault?.id ?? null });
  return fault?.kind === 'authorizeError' ? new OAuthError(fault.error, fault.code, fault.text) : undefined;
}

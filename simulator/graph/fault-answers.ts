import type { Fault, FaultOf } from '../faults/fault.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { claimsChallenge, popChallenge, revokedRefusal, takesChallenges } from './challenges.ts';
import { distort } from './distort.ts';
import { elsewhereOf } from './elsewhere.ts';
import { intuneRefusal } from './intune-errors.ts';
import {
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  type HeaderList,
  type SocketFault,
  toErrorAnswer,
} from './message.ts';
import { forbiddenRefusal } from './permissions.ts';

const retryHeader = (retryAfter: string | null): HeaderList =>
  retryAfter === null ? {} : { 'Retry-After': retryAfter };

function throttled(fault: FaultOf<'throttled'>, request: GraphRequest): GraphRefusal {
  const headers = retryHeader(fault.retryAfter);
  return fault.source === 'gateway'
    ? new GraphRefusal(429, 'TooManyRequests', 'Too many requests.', headers)
    : intuneRefusal(request, 429, 'TooManyRequests', 'An error has occurred', headers);
}

const serverErrors = {
  500: ['InternalServerError', 'An internal server error has occurred'],
  502: ['BadGateway', 'The gateway got no usable answer from the service.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The service did not answer in time.'],
} as const;

function serverError(fault: FaultOf<'serverError'>, request: GraphRequest): GraphRefusal {
  const [code, text] = serverErrors[fault.status];
  const headers = retryHeader(fault.retryAfter);
  return fault.status === 500 && isIntune(request)
    ? intuneRefusal(request, 500, code, text, headers)
    : new GraphRefusal(fault.status, code, text, headers);
}

const isIntune = (request: GraphRequest) => request.segments[0]?.toLowerCase() === 'devicemanagement';

const proxyPage = (title: string, text: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

/** The 401 of continuous access evaluation, or the 403 that a resource may send instead. */
function challenged(fault: FaultOf<'claimsChallenge'>, request: GraphRequest): GraphRefusal {
  const text =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies';
  if (!takesChallenges(request.token.capabilities)) {
    return new GraphRefusal(401, 'InvalidAuthenticationToken', text);
  }
  const bearer = claimsChallenge(text, { acrs: { essential: true, value: 'c1' } });
  const code = fault.status === 403 ? 'Forbidden' : 'InvalidAuthenticationToken';
  return new GraphRefusal(fault.status, code, text, {
    'WWW-Authenticate': fault.pop ? `${popChallenge}, ${bearer}` : bearer,
  });
}

/** The words of a refusal for which nobody gave any. */
const usualCodes: Readonly<Record<number, string>> = {
  408: 'RequestTimeout',
  409: 'Conflict',
  410: 'ResyncRequired',
  412: 'PreconditionFailed',
  421: 'MisdirectedRequest',
  423: 'ResourceLocked',
  425: 'TooEarly',
  501: 'NotImplemented',
  504: 'GatewayTimeout',
  507: 'InsufficientStorage',
  509: 'BandwidthLimitExceeded',
};

function anyStatus({
  status,
  code,
  text,
  retryAfter,
}: Pick<FaultOf<'status'>, 'status' | 'code' | 'text' | 'retryAfter'>): GraphRefusal {
  const usual = usualCodes[status] ?? 'UnknownError';
  return new GraphRefusal(status, code ?? usual, text ?? 'The request was refused.', retryHeader(retryAfter));
}

const proxyAnswer = (status: number, retryAfter: string | null, cors = true): GraphAnswer => ({
  status,
  headers: retryHeader(retryAfter),
  html: proxyPage(`${status}`, 'The upstream server could not be reached.'),
  cors,
});

const onSocket = (socket: SocketFault): GraphAnswer => ({ status: 0, socket });

/**
 * What a request that meets `fault` is answered. `real` is what Graph itself answered, where the fault strikes after
 * the effect; undefined where nothing was done.
 */
export function toFaultAnswer(
  fault: Fault,
  tenant: Tenant,
  request: GraphRequest,
  real: GraphAnswer | undefined,
): GraphAnswer {
  const refuse = (refusal: GraphRefusal) => toErrorAnswer(refusal, request, tenant.clock.now());
  switch (fault.kind) {
    case 'throttled':
      return { ...refuse(throttled(fault, request)), ...(fault.hidden && { hides: 'Retry-After' }) };
    case 'serverError':
      return fault.html ? proxyAnswer(fault.status, fault.retryAfter) : refuse(serverError(fault, request));
    case 'status':
      return fault.html ? proxyAnswer(fault.status, fault.retryAfter) : refuse(anyStatus(fault));
    case 'lateApply':
      return refuse(anyStatus({ status: fault.status, code: undefined, text: undefined, retryAfter: null }));
    case 'bare401':
      return refuse(new GraphRefusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.'));
    case 'claimsChallenge':
      return refuse(challenged(fault, request));
    case 'revoked':
      tenant.directory.revokeAccessTokens();
      return refuse(revokedRefusal(request.token.capabilities, tenant.directory.accessTokensRevokedAt()));
    case 'forbidden':
      return refuse(forbiddenRefusal(request, fault.reason));
    case 'expiredNextLink':
      return refuse(expiredLink(fault, request));
    case 'html200':
      return { status: 200, html: proxyPage('Sign in to the network', 'Accept the terms of use to go on.') };
    case 'noCors':
      return proxyAnswer(fault.status, null, false);
    case 'redirectElsewhere':
      return { status: fault.status, headers: { Location: elsewhereOf(request.root, tenant) } };
    case 'closeConnection':
      return onSocket('close');
    case 'resetConnection':
      return onSocket('reset');
    case 'endConnection':
      return onSocket('end');
    case 'goaway':
      return onSocket('goaway');
    case 'refusedStream':
      return onSocket('refuse');
    case 'cancelledStream':
      return onSocket('cancel');
    case 'stall':
      return onSocket('silence');
    case 'partialApply':
      return partly(fault, request, real, tenant.clock.now());
    case 'emptyBody':
      return { status: 200 };
    case 'asStatus':
      return asStatus(fault, real);
    case 'badJson':
      return { status: 200, text: '{"@odata.context":"x","value":[{"id":' };
    case 'nullJson':
      return { status: 200, text: 'null' };
    default:
      return (real && distort(fault, tenant, request, real)) ?? real ?? { status: 200 };
  }
}

function expiredLink(fault: FaultOf<'expiredNextLink'>, request: GraphRequest): GraphRefusal {
  const text = 'The skip token is not valid, or has expired.';
  return isIntune(request)
    ? intuneRefusal(request, fault.status, 'BadRequest', text)
    : new GraphRefusal(fault.status, 'BadRequest', text);
}

/** A real refusal stays one. */
function partly(
  { status }: FaultOf<'partialApply'>,
  request: GraphRequest,
  real: GraphAnswer | undefined,
  now: number,
): GraphAnswer {
  if (real && real.status >= 400) return real;
  if (status === null) return onSocket('close');
  return toErrorAnswer(
    anyStatus({ status, code: undefined, text: undefined, retryAfter: null }),
    request,
    now,
  );
}

/** A real refusal stays one. */
function asStatus(fault: FaultOf<'asStatus'>, real: GraphAnswer | undefined): GraphAnswer {
  if (real && real.status >= 400) return real;
  const { status } = fault;
  return status === 200 && real?.body !== undefined ? { status, body: real.body } : { status };
}

import type { Fault } from '../faults.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { intuneRefusal } from './intune-errors.ts';
import {
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  type HeaderList,
  toErrorAnswer,
} from './message.ts';
import { forbiddenRefusal } from './permissions.ts';

type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

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

const graphAppId = '00000003-0000-0000-c000-000000000000';
const authorize = 'https://login.microsoftonline.com/common/oauth2/authorize';

/**
 * The 401 of continuous access evaluation. Graph sends challenges only to clients that declared `cp1`:
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(fault: FaultOf<'claimsChallenge'>, request: GraphRequest): GraphRefusal {
  const capable = request.token.capabilities.some((capability) => capability.toLowerCase() === 'cp1');
  const text =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies';
  if (!capable) return new GraphRefusal(401, 'InvalidAuthenticationToken', text);
  const claims = Buffer.from(
    JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
  ).toString('base64');
  const bearer =
    `Bearer realm="", authorization_uri="${authorize}", client_id="${graphAppId}", ` +
    `error_description="${text}", error="insufficient_claims", claims="${claims}"`;
  const pop = `PoP realm="", authorization_uri="${authorize}", client_id="${graphAppId}", nonce="eyJhbGciOiJub25lIn0=", `;
  return new GraphRefusal(401, 'InvalidAuthenticationToken', text, {
    'WWW-Authenticate': fault.pop ? pop + bearer : bearer,
  });
}

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
      return refuse(throttled(fault, request));
    case 'serverError':
      return fault.html
        ? {
            status: fault.status,
            headers: retryHeader(fault.retryAfter),
            html: proxyPage(`${fault.status}`, 'The upstream server could not be reached.'),
          }
        : refuse(serverError(fault, request));
    case 'claimsChallenge':
      return refuse(claimsChallenge(fault, request));
    case 'revoked':
      tenant.directory.revokeAccessTokens();
      return refuse(new GraphRefusal(401, 'InvalidAuthenticationToken', 'The token has been revoked.'));
    case 'closeConnection':
      return { status: 0, socket: 'close' };
    case 'forbidden':
      return refuse(forbiddenRefusal(request, isIntune(request) ? 'intune' : 'security', fault.reason));
    case 'html200':
      return { status: 200, html: proxyPage('Sign in to the network', 'Accept the terms of use to go on.') };
    case 'truncate':
      return { ...(real ?? { status: 200 }), socket: 'truncate' };
    case 'omitIds':
      return real ? omitIds(real, fault.count) : { status: 200 };
    case 'latency':
      return real ?? { status: 200 };
  }
}

const idLists = ['successfulDriverIds', 'failedDriverIds', 'notFoundDriverIds'] as const;

/** Leaves the first `count` ids out of a bulkDriverActionResult. */
function omitIds(answer: GraphAnswer, count: number): GraphAnswer {
  const { body } = answer;
  if (answer.status !== 200 || typeof body !== 'object' || body === null) return answer;
  let left = count;
  const shortened: Record<string, unknown> = { ...body };
  for (const name of idLists) {
    const ids = shortened[name];
    if (!Array.isArray(ids)) continue;
    shortened[name] = ids.slice(left);
    left = Math.max(0, left - ids.length);
  }
  return { ...answer, body: shortened };
}

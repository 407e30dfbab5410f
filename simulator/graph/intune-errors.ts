import { GraphRefusal, type GraphRequest, type HeaderList } from './message.ts';

const noOperation = '00000000-0000-0000-0000-000000000000';

type Sender = Pick<GraphRequest, 'path' | 'requestId'>;

/** The backend behind Graph names itself in every message: scale unit, service and its own api version. */
function backendUrl(request: Sender): string {
  const service = 'f42d0733-ffff-2597-0313-112623060902';
  return `https://fef.amsua0102.manage.microsoft.com/Updates/SoftwareUpdateService/${service}${request.path}?api-version=5026-07-14`;
}

/** Intune's `error.message` is a JSON document of its own, with CRLF and two blanks. */
function wrap(text: string, request: Sender): string {
  const message =
    `${text} - Operation ID (for customer support): ${noOperation}` +
    ` - Activity ID: ${request.requestId} - Url: ${backendUrl(request)}`;
  const document = {
    _version: 3,
    Message: message,
    CustomApiErrorPhrase: '',
    RetryAfter: null,
    ErrorSourceService: '',
    HttpHeaders: '{}',
  };
  return JSON.stringify(document, null, 2).replaceAll('\n', '\r\n');
}

/** A refusal of the Intune backend: `text` is wrapped the way Intune does. */
export function intuneRefusal(
  request: Sender,
  status: number,
  code: string,
  text: string,
  headers: HeaderList = {},
): GraphRefusal {
  return new GraphRefusal(status, code, wrap(text, request), headers);
}

/** What a tenant without an Intune licence gets: 401, the refusal nested once more in a second JSON document. */
export function unlicensedRefusal(request: Sender): GraphRefusal {
  const inner = wrap('An error has occurred', request);
  return new GraphRefusal(
    401,
    'UnknownError',
    JSON.stringify({ ErrorCode: 'Forbidden', Message: inner, Target: null, Details: null, InnerError: null }),
  );
}

/** An unknown route or verb below a known object: plain text, and a 400. */
export function noRouteRefusal(request: Pick<GraphRequest, 'path' | 'method' | 'segments'>): GraphRefusal {
  const template = request.segments
    .slice(1)
    .map((_, index) => (index % 2 === 0 ? 'navigation' : 'key'))
    .join('/');
  return new GraphRefusal(
    400,
    'No method match route template',
    `No OData route exists that match template ~/singleton/${template} with http verb ${request.method} for request ` +
      `/Updates/SoftwareUpdateService${request.path}.`,
  );
}

import { capText, type Problem, type ProblemKind } from '../lib/problem.ts';

/** The parts of an answer that a problem is made from. */
export interface RefusedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly requestId: string | undefined;
  readonly clientRequestId: string;
  readonly date: string;
  readonly scopes: readonly string[];
  readonly claims: string | undefined;
}

interface GraphError {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

/**
 * Reads Graph's error body in all its forms: the plain one, Intune's JSON inside `message`, and the doubly nested
 * one with `ErrorCode`. https://learn.microsoft.com/graph/errors
 *
 * @returns undefined when the text is no Graph error, as with a proxy's page.
 */
export function readGraphError(text: string): GraphError | undefined {
  const error = field(parseObject(text), 'error');
  if (typeof error !== 'object' || error === null) return undefined;
  const message = textField(error, 'message');
  const inner = field(error, 'innerError');
  const codes = [textField(error, 'code'), textField(inner, 'code')];
  return {
    code: codes.find((code) => code !== '') ?? '',
    message: unwrapMessage(message),
    requestId: textField(inner, 'request-id') || undefined,
  };
}

function unwrapMessage(message: string, depth = 0): string {
  const wrapped = depth < 3 && message.trimStart().startsWith('{') ? parseObject(message) : undefined;
  const inner = textField(wrapped, 'Message');
  if (inner === '') return message;
  return unwrapMessage(inner, depth + 1).split(' - Operation ID')[0] ?? inner;
}

/** Own properties only: a planted `__proto__` is data like any other. */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function textField(value: unknown, name: string): string {
  const text = field(value, name);
  return typeof text === 'string' ? text : '';
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True when an answer was made by Graph itself and not by something between it and the browser. */
export function isFromGraph(answer: Pick<RefusedAnswer, 'text' | 'requestId'>): boolean {
  return answer.requestId !== undefined && readGraphError(answer.text) !== undefined;
}

interface Explanation {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly advice: string;
}

/** Turns an answer that is no success into a problem. Status and code decide; the text is only shown. */
export function problemOfAnswer(answer: RefusedAnswer): Problem {
  const error = readGraphError(answer.text);
  const explanation = explain(answer, error);
  const requestId = answer.requestId ?? error?.requestId;
  return {
    ...explanation,
    status: answer.status,
    clientRequestId: answer.clientRequestId,
    date: answer.date,
    raw: capText(answer.text),
    ...(error?.code && { code: error.code }),
    ...(requestId !== undefined && { requestId }),
    ...(answer.claims !== undefined && { claims: answer.claims }),
    ...((explanation.kind === 'forbidden' || explanation.kind === 'stepUpNeeded') && {
      scopes: answer.scopes,
    }),
  };
}

function explain(answer: RefusedAnswer, error: GraphError | undefined): Explanation {
  const said = error?.message ? quote(capText(error.message.trim(), 300)) : '';
  if (answer.claims !== undefined) {
    return {
      kind: 'stepUpNeeded',
      title: 'Microsoft asks you to prove again who you are',
      advice: 'Continue to the sign-in page. You come back to this screen, and nothing is lost.',
    };
  }
  if (!isFromGraph(answer)) return explainForeign(answer);
  const byCode = explainCode(error?.code ?? '', said);
  if (byCode) return byCode;
  switch (answer.status) {
    case 401:
      return /^(UnknownError|Forbidden)$/i.test(error?.code ?? '')
        ? {
            kind: 'noLicence',
            title: 'Intune refused this tenant or person',
            advice:
              `This is what Intune answers when the tenant has no active Intune licence. ${said}`.trim(),
          }
        : {
            kind: 'signInNeeded',
            title: 'Microsoft Graph does not accept this sign-in any more',
            advice: 'Sign in again. You come back to this screen.',
          };
    case 402:
    case 403:
      return {
        kind: 'forbidden',
        title: 'Microsoft Graph refused: a right is missing',
        advice: `${said} ${missingRight(answer.scopes)}`.trim(),
      };
    case 404:
    case 410:
      return {
        kind: 'notFound',
        title: 'Microsoft Graph does not know this entry',
        advice: 'It may have been deleted, or the address is wrong. Go back to the list and read it again.',
      };
    case 429:
      return {
        kind: 'throttled',
        title: 'Microsoft Graph asks us to slow down',
        advice: 'Nothing was changed by this request.',
      };
    case 408:
    case 421:
    case 425:
      return {
        kind: 'serverFault',
        title: 'Microsoft Graph did not take the request in',
        advice: 'Try again in a minute; if it stays, give support the ids below.',
      };
    default:
      return answer.status >= 500
        ? {
            kind: 'serverFault',
            title: 'Microsoft Graph met a fault of its own',
            advice: `${said} Try again in a minute; if it stays, give support the ids below.`.trim(),
          }
        : {
            kind: 'rejected',
            title: 'Microsoft Graph refused the request',
            advice: said ? `${said} ${otherWay(answer.scopes)}`.trim() : 'Give support the ids below.',
          };
  }
}

function quote(message: string): string {
  return `Microsoft says: “${message}”${message.endsWith('.') ? '' : '.'}`;
}

/** What Graph refuses of a response action, for whatever reason, the Defender portal may still do. */
function otherWay(scopes: readonly string[]): string {
  return scopes.includes('SecurityIncident.ReadWrite.All')
    ? 'Open the incident in the Defender portal and carry it out there.'
    : '';
}

/** Scope and role end in one answer; a token of ours has the scope, so the role comes first. */
function missingRight(scopes: readonly string[]): string {
  const roles = scopes.some((scope) => scope.startsWith('SecurityIncident'))
    ? 'Security Reader to see, Security Operator to act'
    : "Intune Administrator, or Intune's Policy and Profile manager";
  return `Most likely your account lacks a role. Ask for one of these: ${roles}. Otherwise the permission below was not granted.`;
}

/** The two errors that the page of executeResponseAction names. */
function explainCode(code: string, said: string): Explanation | undefined {
  switch (code.toLowerCase()) {
    case 'unsupportedactiontype':
      return {
        kind: 'unsupportedAction',
        title: 'This action cannot be run from outside the Defender portal',
        advice: `${said} Open the incident in the Defender portal and carry it out there.`.trim(),
      };
    case 'actionalreadyinprogress':
      return {
        kind: 'alreadyInProgress',
        title: 'The action is already running',
        advice:
          'Somebody started it before, or the browser repeated our own request. Nothing was started twice; its progress is shown here.',
      };
    default:
      return undefined;
  }
}

function explainForeign(answer: RefusedAnswer): Explanation {
  if (answer.status === 429 || answer.status === 503) {
    return {
      kind: 'serverFault',
      title: `Something before Microsoft Graph answered ${answer.status}`,
      advice:
        'The answer carries no request id of Graph: a gateway or proxy may have sent it. Try again in a minute.',
    };
  }
  return {
    kind: answer.status === 401 ? 'signInNeeded' : answer.status >= 500 ? 'serverFault' : 'untrusted',
    title: `The answer (${answer.status}) did not come from Microsoft Graph`,
    advice:
      'It carries no error that Graph would write. A proxy between this browser and Graph may be the sender: ask your network team.',
  };
}

/** No answer at all: the browser does not say why, so neither do we. */
export function problemOfLoss(
  reason: 'network' | 'timeout' | 'cut' | 'nonsense',
  clientRequestId: string,
  date: string,
  detail: string,
): Problem {
  const words = {
    network: ['The connection to Microsoft Graph was lost', 'unreachable'],
    timeout: ['Microsoft Graph did not answer in time', 'unreachable'],
    cut: ['The answer of Microsoft Graph broke off', 'untrusted'],
    nonsense: ['The answer is not what Microsoft Graph would send', 'untrusted'],
  } as const satisfies Record<string, readonly [string, ProblemKind]>;
  const [title, kind] = words[reason];
  return {
    kind,
    title,
    advice: 'Check the network, VPN and proxy of this computer, then try again.',
    clientRequestId,
    date,
    raw: capText(detail),
  };
}

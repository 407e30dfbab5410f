import { capText, type Problem, type ProblemKind } from '../lib/problem.ts';
import { missingRight } from './missing-right.ts';
import { quote } from './quote.ts';

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

const giveIds = 'Give Microsoft support the IDs under Details.';
const tryLater =
  'Try again in a minute. If it keeps happening, give Microsoft support the IDs under Details.';
const inPortal = 'Open the incident in the Defender portal and run the action there.';

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
      title: 'Verify your identity to continue',
      advice: 'Continue to the sign-in page. You’ll come back to this screen, and nothing is lost.',
    };
  }
  if (!isFromGraph(answer)) return explainForeign(answer);
  const byCode = explainCode(error?.code ?? '', said);
  if (byCode) return byCode;
  switch (answer.status) {
    case 401:
      return /^(UnknownError|Forbidden)$/i.test(error?.code ?? '')
        ? {
            kind: 'noLicense',
            title: 'Intune rejected this tenant or account',
            advice: `Intune answers this way when the tenant has no active Intune license. ${said}`.trim(),
          }
        : {
            kind: 'signInNeeded',
            title: 'Microsoft Graph no longer accepts this sign-in',
            advice: 'Sign in again. You’ll come back to this screen.',
          };
    case 402:
    case 403:
      return {
        kind: 'forbidden',
        title: 'Access denied',
        advice: `${said} ${missingRight(answer.scopes)}`.trim(),
      };
    case 404:
    case 410:
      return {
        kind: 'notFound',
        title: 'Not found in Microsoft Graph',
        advice: 'It may have been deleted, or the address is wrong. Go back to the list and refresh it.',
      };
    case 429:
      return {
        kind: 'throttled',
        title: 'Too many requests',
        advice: 'This request didn’t change anything.',
      };
    case 408:
    case 421:
    case 425:
      return {
        kind: 'serverFault',
        title: `Microsoft Graph couldn’t complete the request (${answer.status})`,
        advice: tryLater,
      };
    default:
      return answer.status >= 500
        ? {
            kind: 'serverFault',
            title: `Microsoft Graph server error (${answer.status})`,
            advice: `${said} ${tryLater}`.trim(),
          }
        : {
            kind: 'rejected',
            title: 'Microsoft Graph rejected the request',
            advice: said ? `${said} ${otherWay(answer.scopes)}`.trim() : giveIds,
          };
  }
}

/** The Defender portal may still run a response action that Graph rejects. */
function otherWay(scopes: readonly string[]): string {
  return scopes.includes('SecurityIncident.ReadWrite.All') ? inPortal : '';
}

/** The two errors that the page of executeResponseAction names. */
function explainCode(code: string, said: string): Explanation | undefined {
  switch (code.toLowerCase()) {
    case 'unsupportedactiontype':
      return {
        kind: 'unsupportedAction',
        title: 'This action can’t be run from Actiondesk',
        advice: `${said} ${inPortal}`.trim(),
      };
    case 'actionalreadyinprogress':
      return {
        kind: 'alreadyInProgress',
        title: 'The action is already in progress',
        advice:
          'It was started earlier, possibly by this run’s own request. This request didn’t start it again.',
      };
    default:
      return undefined;
  }
}

function explainForeign(answer: RefusedAnswer): Explanation {
  if (answer.status === 429 || answer.status === 503) {
    return {
      kind: 'serverFault',
      title: `A ${answer.status} that probably isn’t from Microsoft Graph`,
      advice: 'It has no request-id of Graph. A gateway or proxy may have sent it. Try again in a minute.',
    };
  }
  return {
    kind: answer.status === 401 ? 'signInNeeded' : answer.status >= 500 ? 'serverFault' : 'untrusted',
    title: `This ${answer.status} response doesn’t look like Microsoft Graph’s`,
    advice:
      'It has no Graph error. A proxy between this browser and Graph may have sent it. Ask your network team.',
  };
}

/** No usable answer. The browser gives no cause, so none is stated. */
export function problemOfLoss(
  reason: 'network' | 'timeout' | 'cut' | 'nonsense',
  clientRequestId: string,
  date: string,
  detail: string,
): Problem {
  const words = {
    network: ['The connection to Microsoft Graph was lost', 'unreachable'],
    timeout: ['Microsoft Graph didn’t respond in time', 'unreachable'],
    cut: ['The response was cut off', 'untrusted'],
    nonsense: ['Unexpected response format', 'untrusted'],
  } as const satisfies Record<string, readonly [string, ProblemKind]>;
  const [title, kind] = words[reason];
  return {
    kind,
    title,
    advice: 'Check this computer’s network, VPN, and proxy, then try again.',
    clientRequestId,
    date,
    raw: capText(detail),
  };
}

import { redact } from './redact.ts';
import { showHidden } from './visible-text.ts';

/** The kinds of problem that the app tells apart. Each calls for a different next step. */
export const problemKinds = [
  'signInNeeded',
  'consentNeeded',
  'stepUpNeeded',
  'consentRefused',
  'forbidden',
  'noLicense',
  'notFound',
  'throttled',
  'rejected',
  'alreadyInProgress',
  'unsupportedAction',
  'serverFault',
  'unreachable',
  'untrusted',
  'cancelled',
  'badInput',
  'unexpected',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/**
 * Any error, in one shape. `title` says what happened, `advice` what to do; the rest is for support.
 * Every text is plain text, to be rendered as text.
 */
export interface Problem {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly advice: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Graph's `error.code`, or Entra's `AADSTS…`. */
  readonly code?: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  /** ISO 8601, UTC: when the answer came, by this computer's clock. */
  readonly date?: string;
  /** What the service said, as it came, at most 2,000 characters. */
  readonly raw?: string;
  /** Epoch ms: not before this time. */
  readonly retryAt?: number;
  /** The permissions that are missing, as Graph names them. */
  readonly scopes?: readonly string[];
  /** A claims challenge, as JSON, to be passed on to the sign-in. */
  readonly claims?: string;
}

/** True for a problem that any sign-in solves: one banner is enough, wherever it was met. */
export function needsSignIn({ kind }: Problem): boolean {
  return kind === 'signInNeeded' || kind === 'stepUpNeeded';
}

const longestRaw = 2_000;

/** Cuts a foreign text to what a screen and a support ticket can hold. */
export function capText(text: string, longest = longestRaw): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** The one error that travels by `throw`. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Anything that was thrown, as a problem. An aborted read is `cancelled`; an unforeseen error is `unexpected`. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return { kind: 'cancelled', title: 'Canceled', advice: 'Nothing more was loaded.' };
  }
  return {
    kind: 'unexpected',
    title: 'Something went wrong in Actiondesk',
    advice: 'Reload the page. If it happens again, send the details to your Actiondesk admin.',
    raw: capText(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)),
  };
}

/** Control characters and line ends, with which a service could forge a line. */
const controls = /[\p{Cc}\u2028\u2029]+\s*/gu;

/** Codes and IDs come in a header or a body, and can be any text. */
const longestCode = 300;

/** The service's own text, safe to show and to pass on: on one line, without tokens, secrets, addresses and logon names. */
function sayLine(text: string, longest: number): string {
  return capText(showHidden(redact(text).replaceAll(controls, ' ').trim()), longest);
}

/** The facts that support asks for, by label, as they are shown and copied. */
export function supportFacts(problem: Problem): readonly (readonly [label: string, value: string])[] {
  const { title, status, code, requestId, clientRequestId, date, scopes, raw } = problem;
  const facts = [
    ['Error', title],
    ['Status', status?.toString()],
    ['Code', code],
    ['request-id', requestId],
    ['client-request-id', clientRequestId],
    ['Time (UTC)', date],
    ['Permissions', scopes?.join(' ')],
    ['Response', raw],
  ] as const;
  return facts
    .map(
      ([label, text = '']) =>
        [label, sayLine(text, label === 'Response' ? longestRaw : longestCode)] as const,
    )
    .filter(([, value]) => value !== '');
}

/** The same as lines, ready to paste. */
export function describeProblem(problem: Problem): string {
  return supportFacts(problem)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n');
}

import { redact } from './redact.ts';

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

/**
 * The service's own text, safe to show and to pass on: without tokens, codes, addresses and names of people, and on one
 * line, so that none of it can pass for a line of ours.
 */
export function sayRaw(raw: string): string {
  return redact(raw).replaceAll(/[\r\n\u2028\u2029]+\s*/g, ' ');
}

/** The lines that support asks for, ready to paste. */
export function describeProblem(problem: Problem): string {
  const lines: [string, string | number | undefined][] = [
    ['Error', problem.title],
    ['Status', problem.status],
    ['Code', problem.code],
    ['request-id', problem.requestId],
    ['client-request-id', problem.clientRequestId],
    ['Time (UTC)', problem.date],
    ['Permissions', problem.scopes?.join(' ')],
    ['Response', problem.raw === undefined ? undefined : sayRaw(problem.raw)],
  ];
  return lines
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n');
}

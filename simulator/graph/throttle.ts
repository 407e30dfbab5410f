import type { GraphRequest } from './message.ts';

interface Budget {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
  readonly covers: (request: ThrottledRequest) => boolean;
}

type ThrottledRequest = Pick<GraphRequest, 'method' | 'segments'>;

const isBelow = (request: ThrottledRequest, area: string, collection?: string) =>
  request.segments[0]?.toLowerCase() === area &&
  (collection === undefined || request.segments[1]?.toLowerCase() === collection);

/**
 * Per app and tenant. The Intune figures are those of the Intune updates service at
 * https://learn.microsoft.com/graph/throttling-limits; incident tasks and incidents are not listed there, so they have
 * the 50 calls a minute of the Defender XDR incidents API.
 */
const budgets: readonly Budget[] = [
  {
    name: 'intune writes',
    limit: 100,
    windowMs: 20_000,
    covers: (request) => request.method !== 'GET' && isBelow(request, 'devicemanagement'),
  },
  {
    name: 'intune',
    limit: 1_000,
    windowMs: 20_000,
    covers: (request) => isBelow(request, 'devicemanagement'),
  },
  {
    name: 'incident tasks',
    limit: 50,
    windowMs: 60_000,
    covers: (request) => isBelow(request, 'security', 'incidenttasks'),
  },
  {
    name: 'incidents',
    limit: 50,
    windowMs: 60_000,
    covers: (request) => isBelow(request, 'security', 'incidents'),
  },
];

/** A client's timer may fire a little early, and its clock is not ours. */
const toleranceMs = 50;
/** What left before the answer to another request could arrive is on its way for no longer than this, on a slow machine too. */
const onItsWayMs = 500;

export interface Throttle {
  /** Counts a request; when a budget is used up, the whole seconds to wait. Refused requests count too, as in Graph. */
  admit(request: ThrottledRequest): number | undefined;
  /** Remembers that requests of this kind were told to wait for `waitMs`. */
  promise(request: ThrottledRequest, waitMs: number): void;
  /** How many milliseconds too early this request is; undefined when it is not. */
  earlyBy(request: ThrottledRequest): number | undefined;
}

/** A Retry-After speaks for the reads, or the writes, of one area. */
const laneOf = (request: ThrottledRequest) =>
  `${request.segments[0]?.toLowerCase()} ${request.method === 'GET' ? 'reads' : 'writes'}`;

const targetOf = ({ segments }: ThrottledRequest) => segments.join('/').toLowerCase();

/** Runs on real time, whatever the tenant's clock says: a client's waiting is real. */
export function createThrottle(realNow: () => number = Date.now): Throttle {
  const sent = new Map<string, number[]>();
  const deadlines = new Map<string, number>();
  const promises = new Map<string, { readonly at: number; readonly target: string }>();
  const waitOf = (budget: Budget, now: number): number => {
    const times = (sent.get(budget.name) ?? []).filter((time) => time > now - budget.windowMs);
    times.push(now);
    sent.set(budget.name, times);
    // The next call fits once all but `limit - 1` of the counted ones have left the window.
    const blocking = times.length > budget.limit ? times[times.length - budget.limit] : undefined;
    return blocking === undefined ? 0 : blocking + budget.windowMs - now;
  };
  return {
    admit: (request) => {
      const now = realNow();
      const waits = budgets.filter((budget) => budget.covers(request)).map((budget) => waitOf(budget, now));
      const wait = Math.max(0, ...waits);
      return wait > 0 ? Math.ceil(wait / 1_000) : undefined;
    },
    promise: (request, waitMs) => {
      const lane = laneOf(request);
      const isRunning = (deadlines.get(lane) ?? 0) > realNow();
      deadlines.set(lane, Math.max(deadlines.get(lane) ?? 0, realNow() + waitMs));
      if (!isRunning) promises.set(lane, { at: realNow(), target: targetOf(request) });
    },
    earlyBy: (request) => {
      const promise = promises.get(laneOf(request));
      const isOnItsWay =
        promise && realNow() - promise.at < onItsWayMs && promise.target !== targetOf(request);
      if (isOnItsWay) return undefined;
      const early = (deadlines.get(laneOf(request)) ?? 0) - toleranceMs - realNow();
      return early > 0 ? early : undefined;
    },
  };
}

/**
 * The milliseconds that a Retry-After text asks for: seconds, or an HTTP date. Two headers arrive as one list, of which
 * the longest wait holds. Undefined when it says nothing usable.
 */
export function parseRetryAfter(text: string, now: number): number | undefined {
  const isSeconds = /^\s*\d+(\.\d+)?(\s*,\s*\d+(\.\d+)?)*\s*$/.test(text);
  const seconds = isSeconds ? Math.max(...text.split(',').map(Number)) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

import type { SocketFault } from './graph/message.ts';
import type { PersonaId } from './tenants/personas.ts';

/** One request that reached a tenant's Graph. Times are real time, ISO 8601. */
export interface RequestEntry {
  readonly seq: number;
  readonly receivedAt: string;
  answeredAt: string | null;
  readonly method: string;
  /** After `/beta` or `/v1.0`, as it was sent. */
  readonly path: string;
  readonly query: string;
  readonly clientRequestId: string | null;
  readonly requestId: string;
  /** `1.1` or `2.0`. */
  readonly httpVersion: string;
  /** Its connection had carried another request, or waited for one: a browser may repeat what dies on such a one. */
  readonly isOnUsed: boolean;
  /** Null while it is open, and for good where no answer was sent: a connection that was closed, or kept silent. */
  status: number | null;
  /** What was done to the connection in place of an answer, or in the middle of one. */
  broken: SocketFault | null;
  /** The answer was a proxy's page, not Graph's own. */
  byProxy: boolean;
  /** Null for an app-only token. */
  readonly persona: PersonaId | null;
  readonly scopes: readonly string[];
  /** The fault that decided the answer. */
  fault: string | null;
  /** The JSON of a write; its text when it is not JSON; null without one. */
  readonly body: unknown;
}

export type EffectKind =
  | 'driverAction'
  | 'responseAction'
  | 'syncInventory'
  | 'taskUpdate'
  | 'profileChange'
  | 'profileAssignment'
  | 'incidentUpdate'
  | 'incidentComment'
  | 'userAction';

/** A change that really happened: one entry for each driver, task or profile changed. The truth that tests compare with. */
export interface Effect {
  readonly seq: number;
  readonly at: string;
  readonly requestId: string;
  /** As the caller sent it: a request that the browser repeats by itself keeps it. */
  readonly clientRequestId: string | null;
  readonly kind: EffectKind;
  readonly profileId: string | null;
  readonly taskId: string | null;
  readonly driverId: string | null;
  /** Of an `incidentUpdate` and an `incidentComment` alone. */
  readonly incidentId?: string;
  /** Of a `userAction` alone: the user, or the identity account, that the request named. */
  readonly userId?: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A request to a sign-in endpoint. Entra ID's part of the log: enough to count by. */
export interface SignInEntry {
  readonly seq: number;
  readonly at: string;
  readonly endpoint: 'authorize' | 'token';
  /** The `grant_type` of a token request, the `prompt` of an authorize request. */
  readonly detail: string | null;
  /** The fault that decided the answer. */
  readonly fault: string | null;
}

/** A request that followed the app out to the other origin that redirects and hostile links name. */
export interface ElsewhereEntry {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Whether it brought an access token along, which no request there may. */
  readonly withToken: boolean;
}

/** A request that came before the time that a Retry-After had named. */
export interface Violation {
  readonly seq: number;
  readonly at: string;
  readonly requestId: string;
  readonly rule: 'beforeRetryAfter';
  readonly method: string;
  readonly path: string;
  readonly earlyMs: number;
}

type Numbered = 'seq' | 'at';

export interface RequestLog {
  readonly requests: readonly RequestEntry[];
  readonly effects: readonly Effect[];
  /** Actions that were taken and found everything as they wanted it: a second sending shows here, not in `effects`. */
  readonly noChanges: readonly Effect[];
  readonly violations: readonly Violation[];
  readonly signIns: readonly SignInEntry[];
  readonly elsewhere: readonly ElsewhereEntry[];
  /** Opens an entry; whoever answers fills in `answeredAt`, `status`, `fault` and what else became of it. */
  addRequest(
    entry: Omit<
      RequestEntry,
      'seq' | 'receivedAt' | 'answeredAt' | 'status' | 'fault' | 'broken' | 'byProxy'
    >,
  ): RequestEntry;
  /** Goes to `effects`, or to `noChanges` when `before` and `after` are alike. */
  addEffect(effect: Omit<Effect, Numbered>): void;
  addViolation(violation: Omit<Violation, Numbered>): void;
  addSignIn(entry: Omit<SignInEntry, Numbered>): void;
  addElsewhere(entry: Omit<ElsewhereEntry, Numbered>): void;
  clear(): void;
}

/** Entries kept of each kind; the oldest go first, so that a simulator left running does not grow for ever. */
const kept = 20_000;

/** One sequence numbers the entries of all lists together: their order is the order of events. */
export function createRequestLog(): RequestLog {
  const lists = {
    requests: [] as RequestEntry[],
    effects: [] as Effect[],
    noChanges: [] as Effect[],
    violations: [] as Violation[],
    signIns: [] as SignInEntry[],
    elsewhere: [] as ElsewhereEntry[],
  };
  let seq = 0;
  const stamp = () => {
    seq += 1;
    return { seq, at: new Date().toISOString() };
  };
  const keep = <T>(list: T[], entry: T): T => {
    list.push(entry);
    if (list.length > kept) list.splice(0, list.length - kept);
    return entry;
  };
  return {
    ...lists,
    addRequest: (entry) => {
      const { seq: number, at } = stamp();
      return keep(lists.requests, {
        seq: number,
        receivedAt: at,
        answeredAt: null,
        status: null,
        fault: null,
        broken: null,
        byProxy: false,
        ...entry,
      });
    },
    addEffect: (effect) => {
      const list = isNoChange(effect) ? lists.noChanges : lists.effects;
      keep(list, { ...stamp(), ...effect });
    },
    addViolation: (violation) => {
      keep(lists.violations, { ...stamp(), ...violation });
    },
    addSignIn: (entry) => {
      keep(lists.signIns, { ...stamp(), ...entry });
    },
    addElsewhere: (entry) => {
      keep(lists.elsewhere, { ...stamp(), ...entry });
    },
    clear: () => {
      for (const list of Object.values(lists)) list.length = 0;
    },
  };
}

function isNoChange({ before, after }: Pick<Effect, 'before' | 'after'>): boolean {
  return Object.keys(after).every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
}

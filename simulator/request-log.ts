import type { PersonaId } from './tenants/personas.ts';

/** One request that reached a tenant's Graph. Times are real time, ISO 8601. */
export interface RequestEntry {
  readonly seq: number;
  readonly receivedAt: string;
  answeredAt: string | null;
  readonly method: string;
  /** After `/beta`, as it was sent. */
  readonly path: string;
  readonly query: string;
  readonly clientRequestId: string | null;
  readonly requestId: string;
  /** Null while it is open, and for good when the connection was closed without an answer. */
  status: number | null;
  /** Null for an app-only token. */
  readonly persona: PersonaId | null;
  readonly scopes: readonly string[];
  /** The fault that decided the answer. */
  fault: string | null;
  /** The JSON of a write; its text when it is not JSON; null without one. */
  readonly body: unknown;
}

export type EffectKind = 'driverAction' | 'responseAction' | 'syncInventory' | 'taskUpdate';

/** A change that really happened: one entry for each driver, task or profile changed. The truth that tests compare with. */
export interface Effect {
  readonly seq: number;
  readonly at: string;
  readonly requestId: string;
  readonly kind: EffectKind;
  readonly profileId: string | null;
  readonly taskId: string | null;
  readonly driverId: string | null;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
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
  readonly violations: readonly Violation[];
  /** Opens an entry; whoever answers fills in `answeredAt`, `status` and `fault`. */
  addRequest(
    entry: Omit<RequestEntry, 'seq' | 'receivedAt' | 'answeredAt' | 'status' | 'fault'>,
  ): RequestEntry;
  addEffect(effect: Omit<Effect, Numbered>): void;
  addViolation(violation: Omit<Violation, Numbered>): void;
  clear(): void;
}

/** Entries kept of each kind; the oldest go first, so that a simulator left running does not grow for ever. */
const kept = 20_000;

/** One sequence numbers requests, effects and violations together: their order is the order of events. */
export function createRequestLog(): RequestLog {
  const requests: RequestEntry[] = [];
  const effects: Effect[] = [];
  const violations: Violation[] = [];
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
    requests,
    effects,
    violations,
    addRequest: (entry) => {
      const { seq: number, at } = stamp();
      return keep(requests, {
        seq: number,
        receivedAt: at,
        answeredAt: null,
        status: null,
        fault: null,
        ...entry,
      });
    },
    addEffect: (effect) => {
      keep(effects, { ...stamp(), ...effect });
    },
    addViolation: (violation) => {
      keep(violations, { ...stamp(), ...violation });
    },
    clear: () => {
      requests.length = 0;
      effects.length = 0;
      violations.length = 0;
    },
  };
}

import type { Arrival } from './test-faults.ts';
import type { Sending } from './test-network.ts';

/** For tests: what left, what came back, and what reads showed. The judge goes by this, and by what the services know. */

/** An item as a read showed it. `404`: the read of its target said that there is none. */
export interface Look {
  readonly page: symbol;
  readonly askedAt: number;
  readonly seenAt: number;
  readonly status: string;
  readonly date: string | null;
  /** How old the read was already, in ms. */
  readonly stale: number;
}

/** A read that has ended. */
export interface Read {
  readonly page: symbol;
  readonly askedAt: number;
  readonly endedAt: number;
  /** `whole` is the last page of a list too: everything before it has come. */
  readonly came: 'whole' | 'part' | 'failed';
}

export interface Log {
  /** The run that a request was recorded for; undefined for another person's. */
  runOf(clientRequestId: string): string | undefined;
  /** A request was recorded, with the ids of its items. */
  recorded(clientRequestId: string, runId: string, ids: readonly string[]): void;
  /** The ids that a request was recorded with. */
  recordedIds(clientRequestId: string): readonly string[];
  sent(sending: Sending): void;
  answered(sending: Sending): void;
  /** The actions of a run that left, oldest first. */
  actionsOf(runId: string): readonly Sending[];
  /** The actions about an item that left, with their runs, oldest first. */
  actionsAbout(id: string): readonly Sending[];
  /** The statuses after which a run sent an item again. */
  sentAgainAfter(): readonly (number | undefined)[];
  /** How an item was shown, oldest first. */
  looksAt(id: string): readonly Look[];
  /** A page could not even ask, for want of a token. */
  notAsked(page: symbol): void;
  /** The reads that show a target, or would have: each page of a list, oldest first. */
  readsOf(targetId: string): readonly Read[];
  /** How old the oldest read was that any page was given of a target since then, in ms. */
  staleSince(targetId: string, since: number): number;
  /** The clock of the computer was set by so many ms. */
  clockSet(by: number): void;
  /** How far the clock was set forward since then, in ms; and how far back. */
  aheadSince(since: number): number;
  backSince(since: number): number;
}

export function createLog(now: () => number): Log {
  const runs = new Map<string, string>();
  const recordedIds = new Map<string, readonly string[]>();
  const byRun = new Map<string, Sending[]>();
  const byItem = new Map<string, Sending[]>();
  const looks = new Map<string, Look[]>();
  /** By their targets; '' for what shows all of them. */
  const reads = new Map<string, Read[]>();
  const staleReads: { readonly targetId: string; readonly seenAt: number; readonly stale: number }[] = [];
  const jumps: { readonly at: number; readonly by: number }[] = [];

  function see(sending: Sending, id: string, status: string, date: string | null): void {
    const { page, at, fault } = sending;
    const look = { page, askedAt: at, seenAt: now(), status, date, stale: fault?.stale ?? 0 };
    push(looks, id, look);
  }

  const jumpsSince = (since: number, sign: 1 | -1) =>
    jumps.filter(({ at }) => at >= since).reduce((sum, { by }) => sum + Math.max(0, by * sign), 0);

  return {
    runOf: (id) => runs.get(id),
    recorded(id, runId, ids) {
      runs.set(id, runId);
      recordedIds.set(id, ids);
    },
    recordedIds: (id) => recordedIds.get(id) ?? [],
    sent(sending) {
      if (sending.call.endpoint === 'read') return;
      const runId = runs.get(sending.call.clientRequestId);
      if (runId !== undefined) push(byRun, runId, sending);
      for (const id of targetsOf(sending)) push(byItem, id, sending);
    },
    answered(sending) {
      const { call, end, fault } = sending;
      if (call.endpoint !== 'read') return;
      const target = targetOf(sending);
      if (fault && fault.stale > 0) staleReads.push({ targetId: target, seenAt: now(), stale: fault.stale });
      const status = statusOf(end);
      const ended = (came: Read['came']) =>
        push(reads, target, { page: sending.page, askedAt: sending.at, endedAt: now(), came });
      if (status === 404) see(sending, target, '404', null);
      if (status !== 200 || typeof end !== 'object' || !('text' in end) || !end.text.startsWith('{')) {
        ended(status === 404 ? 'whole' : 'failed');
        return;
      }
      const body = JSON.parse(end.text);
      ended('@odata.nextLink' in body ? 'part' : 'whole');
      for (const row of body.value ?? [body]) {
        const sync = row.inventorySyncStatus;
        const seen = row.approvalStatus ?? row.actionStatus ?? sync?.driverInventorySyncState;
        const date = row.deployDateTime ?? row.lastModifiedDateTime ?? sync?.lastSuccessfulSyncDateTime;
        if (typeof row.id === 'string') see(sending, row.id, String(seen), date ?? null);
      }
    },
    actionsOf: (runId) => byRun.get(runId) ?? [],
    actionsAbout: (id) => byItem.get(id) ?? [],
    sentAgainAfter: () =>
      [...byRun.values()].flatMap((sendings) =>
        sendings.flatMap((sending, index) => {
          const [id = ''] = targetsOf(sending);
          const before = sendings.slice(0, index).findLast((other) => targetsOf(other).includes(id));
          return before ? [statusOf(before.end)] : [];
        }),
      ),
    looksAt: (id) => looks.get(id) ?? [],
    notAsked(page) {
      push(reads, '', { page, askedAt: now(), endedAt: now(), came: 'failed' });
    },
    readsOf: (targetId) => [...(reads.get(targetId) ?? []), ...(reads.get('') ?? [])],
    staleSince: (targetId, since) =>
      Math.max(
        0,
        ...staleReads
          .filter((one) => one.seenAt >= since && (one.targetId === targetId || one.targetId === ''))
          .map(({ stale }) => stale),
      ),
    clockSet(by) {
      jumps.push({ at: now(), by });
    },
    aheadSince: (since) => jumpsSince(since, 1),
    backSince: (since) => jumpsSince(since, -1),
  };
}

/** The HTTP status of what reached a page, if anything did. */
export function statusOf(end: Arrival | undefined): number | undefined {
  return typeof end === 'object' && 'status' in end ? end.status : undefined;
}

/** True for an answer that Graph itself wrote. */
export function isGraphs(end: Arrival | undefined): boolean {
  return typeof end === 'object' && 'status' in end && end.headers['request-id'] !== undefined;
}

/** The profile or task that a request names; '' for a list of all. */
export function targetOf({ call }: Pick<Sending, 'call'>): string {
  return call.path.split('/')[3] ?? '';
}

/** The ids that a request is about. */
export function targetsOf(sending: Pick<Sending, 'call'>): readonly string[] {
  const { endpoint, body } = sending.call;
  return endpoint === 'setState' ? body.driverIds : [targetOf(sending)];
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import type { Effect, RequestEntry } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { type Detail, groupBy } from './detail.ts';
import { isTurnedAway } from './receipts.ts';

/** Nobody sends again sooner after a refusal, whatever its Retry-After says or lacks. */
const shortestWait = 2_000;
/** A client's timer may fire a little early. */
const tolerance = 50;

/** What happened to one item. */
export interface ItemHistory {
  /** All that speak of it. */
  readonly claims: readonly Claim[];
  /** Writes under a claimed id that named it, in order. */
  readonly receipts: readonly RequestEntry[];
  /** Effects on it, by anybody, in order. */
  readonly effects: readonly Effect[];
  /** How many clicks may have sent it once. */
  readonly clicks: number | undefined;
}

/** What the app asks for under an id, in one text; undefined for an id of another app. */
export function intentsOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
  return new Map(
    claims.flatMap(({ clientRequestIds, action, deployAt }) =>
      clientRequestIds.map((id) => [id, `${action} ${deployAt}`] as const),
    ),
  );
}

/**
 * Judges how often the app sent an item. Within one run a further sending needs that the one before was turned away;
 * no sending may follow an effect of the same intent; and none may be without a click.
 */
export function judgeSendings({ claims, receipts, effects, clicks }: ItemHistory): readonly Detail[] {
  const [first] = claims;
  if (!first) return [];
  const { targetId, itemId } = first;
  const byId = groupBy(receipts, (entry) => entry.clientRequestId ?? undefined);
  const details: Detail[] = [];
  const add = (judgement: Detail['judgement'], text: string) =>
    details.push({ judgement, targetId, itemId, text });

  let warranted = 0;
  for (const { clientRequestIds } of claims) {
    for (const [index, id] of clientRequestIds.slice(1).entries()) {
      const before = clientRequestIds[index] ?? '';
      const last = byId.get(before)?.at(-1);
      if (last && isTurnedAway(last)) warranted += 1;
      else add('doubled', `Sent again as ${id}, although ${before} was not turned away (${told(last)})`);
    }
  }
  const intents = intentsOf(claims);
  for (const [id, [arrival]] of byId) {
    if (!arrival) continue;
    const done = findDone(effects, intents, id, arrival.seq);
    if (done) add('doubled', `Sent again as ${id} (${arrival.seq}) after effect ${done.seq} had done it`);
  }
  const beyond = clicks === undefined ? 0 : byId.size - warranted - clicks;
  if (beyond > 0) add('ungestured', `${beyond} more sendings than ${clicks} clicks explain`);
  for (const { answer, next } of pairsOf(receipts)) {
    const gap = Date.parse(next.receivedAt) - Date.parse(answer.answeredAt ?? answer.receivedAt);
    const asksToWait = answer.status === 429 || answer.status === 503;
    if (!asksToWait || gap >= shortestWait - tolerance) continue;
    if (next.clientRequestId !== answer.clientRequestId) {
      add('early', `Sent again (${next.seq}) ${gap} ms after ${answer.status}`);
    }
  }
  return details;
}

const told = (entry: RequestEntry | undefined) =>
  entry === undefined ? 'it never arrived' : `answered ${entry.status ?? entry.broken ?? 'nothing'}`;

/** The effect of another sending of the same intent that stands before a sending, with nobody else's in between. */
function findDone(
  effects: readonly Effect[],
  intents: ReadonlyMap<string, string>,
  id: string,
  seq: number,
): Effect | undefined {
  const last = effects.filter((effect) => effect.seq < seq && effect.clientRequestId !== id).at(-1);
  return last && intents.get(last.clientRequestId ?? '') === intents.get(id) ? last : undefined;
}

function pairsOf(receipts: readonly RequestEntry[]): readonly { answer: RequestEntry; next: RequestEntry }[] {
  return receipts.slice(1).flatMap((next, index) => {
    const answer = receipts[index];
    return answer ? [{ answer, next }] : [];
  });
}

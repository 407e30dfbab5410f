import type { Effect, RequestEntry } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { type Detail, groupBy } from './detail.ts';
import { keyOf, keyOfEffect, keysOfRequest } from './truth.ts';

/** A write on its own: what a `$batch` holds is logged item by item. */
export const isWrite = ({ method, path }: Pick<RequestEntry, 'method' | 'path'>) =>
  method !== 'GET' && method !== 'OPTIONS' && path.toLowerCase() !== '/$batch';

/** Whether an answer says that the request was not looked at, so that it may be sent again. */
export function isTurnedAway({ status, byProxy }: Pick<RequestEntry, 'status' | 'byProxy'>): boolean {
  return status === 429 || status === 401 || status === 403 || (status === 503 && !byProxy);
}

/** What Chromium takes for a reason to send once more by itself: the connection is gone before the first byte. */
const silentEnds: readonly RequestEntry['broken'][] = ['close', 'reset', 'end'];

/**
 * Whether a receipt may be the browser's own repetition of those before it. Chromium repeats what dies on a connection
 * that was open already, on the next one that it has: with several open ones more than once, and never after a fresh one.
 * Where HTTP/2 says that the request was not processed it repeats whatever the connection was: measured, at most twice.
 */
function isOfBrowser(before: readonly RequestEntry[]): boolean {
  const last = before.at(-1);
  if (!last) return true;
  if (last.status === 421) return before.length === 1;
  if (last.broken === 'goaway' || last.broken === 'refuse') return before.length <= 2;
  const isTimedOut = last.status === 408 && last.httpVersion === '1.1';
  return last.isOnUsed && (silentEnds.includes(last.broken) || isTimedOut);
}

/** Judges what arrived: items that no claim names, ids that no claim has, and what a browser repeated. */
export function judgeReceipts(
  claims: readonly Claim[],
  receipts: readonly RequestEntry[],
  effects: readonly Effect[],
): readonly Detail[] {
  const claimed = new Set(claims.flatMap(({ clientRequestIds }) => clientRequestIds));
  const named = new Set(claims.map(keyOf));
  const details: Detail[] = [];
  const lost = new Set<string>();
  for (const { seq, method, path, body, clientRequestId } of receipts) {
    if (!claimed.has(clientRequestId ?? '')) {
      details.push({
        judgement: 'unclaimed',
        clientRequestId,
        text: `${method} ${path} (${seq}) is in no claim`,
      });
    } else {
      for (const key of keysOfRequest({ path, body })) if (!named.has(key)) lost.add(key);
    }
  }
  const received = new Set(receipts.map(({ requestId }) => requestId));
  for (const { seq, requestId, clientRequestId, kind } of effects) {
    if (claimed.has(clientRequestId ?? '') || received.has(requestId)) continue;
    details.push({ judgement: 'unclaimed', clientRequestId, text: `Effect ${seq} (${kind}) is in no claim` });
  }
  for (const key of lost) details.push({ judgement: 'lost', text: `Sent, but in no claim: ${key}` });
  for (const [clientRequestId, group] of groupBy(receipts, (entry) => entry.clientRequestId ?? undefined)) {
    for (const [index, { seq, method, path }] of group.slice(1).entries()) {
      const isItsOwn = isOfBrowser(group.slice(0, index + 1));
      details.push({
        judgement: isItsOwn ? 'browserDuplicate' : 'doubled',
        clientRequestId,
        text: `${method} ${path} came again (${seq})${isItsOwn ? '' : ', which no browser does'}`,
      });
    }
    const own = effects.filter((effect) => effect.clientRequestId === clientRequestId);
    for (const [key, twice] of groupBy(own, keyOfEffect)) {
      if (twice.length < 2) continue;
      const text = `Done again by a repetition: ${key} (${twice.map(({ seq }) => seq).join(', ')})`;
      details.push({ judgement: 'browserDoubleEffect', clientRequestId, text });
    }
  }
  return details;
}

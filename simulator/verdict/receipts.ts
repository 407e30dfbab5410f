import type { Effect, RequestEntry } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { type Detail, groupBy } from './detail.ts';
import { keyOf, keyOfEffect, keysOfRequest } from './truth.ts';

/** A write on its own: what a `$batch` holds is logged item by item. */
export const isWrite = ({ method, path }: Pick<RequestEntry, 'method' | 'path'>) =>
  method !== 'GET' && method !== 'OPTIONS' && path.toLowerCase() !== '/$batch';

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
    for (const { seq, method, path } of group.slice(1)) {
      details.push({
        judgement: 'browserDuplicate',
        clientRequestId,
        text: `${method} ${path} came again (${seq})`,
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

import type { Effect } from '../request-log.ts';
import { type Claim, meaningOf } from './claims.ts';
import { type Detail, groupBy, type Judgement } from './detail.ts';
import { findFalsehood } from './falsehood.ts';
import { isWrite, judgeReceipts } from './receipts.ts';
import { intentsOf, judgeSendings } from './sendings.ts';
import { keyOf, keyOfEffect, keysOfRequest, type Truth } from './truth.ts';

/** What an app's claims are worth. `details` has one entry for each thing counted. */
export interface Verdict {
  /** Items that the claims name. */
  readonly items: number;
  /** Claims without a final outcome yet. */
  readonly open: number;
  /** Items without an outcome, or sent without a claim of their own. */
  readonly lost: number;
  /** Items that the app sent, or did, once more than it may; and ids that it used again. */
  readonly doubled: number;
  /** Claims that say what is not so. */
  readonly misreported: number;
  /** Writes and effects under an id that no claim has. */
  readonly unclaimed: number;
  /** Items that were sent more often than clicks explain. */
  readonly ungestured: number;
  /** Sendings less than two seconds after the item's last one was asked to wait. */
  readonly early: number;
  /** Receipts of a write that came before under the same client-request-id. */
  readonly browserDuplicates: number;
  /** Items that such a repetition acted on once more, whether or not that changed anything. */
  readonly browserDoubleEffects: number;
  readonly details: readonly Detail[];
}

/** Every effect, those that changed nothing included, in the order of events. */
function effectsOf({ log }: Truth): readonly Effect[] {
  return [...log.effects, ...log.noChanges].sort((a, b) => a.seq - b.seq);
}

/**
 * The seqs of effects of the app that repeat the one before on the same item: the same intent under another id, and
 * nothing of another intent in between.
 */
function findRepeated(effects: readonly Effect[], intents: ReadonlyMap<string, string>): readonly Effect[] {
  const intentOf = ({ clientRequestId }: Effect) => intents.get(clientRequestId ?? '');
  return effects.filter((effect, index) => {
    const before = effects[index - 1];
    const intent = intentOf(effect);
    return (
      before !== undefined &&
      intent !== undefined &&
      intentOf(before) === intent &&
      before.clientRequestId !== effect.clientRequestId
    );
  });
}

/** What a person asked for, beside the claims. */
export interface Asked {
  /** What a person selected: each of it must be in a claim. */
  readonly selected?: readonly Pick<Claim, 'kind' | 'targetId' | 'itemId'>[] | undefined;
  /** How many clicks may have sent each item once; not judged without it. */
  readonly clicks?: number | undefined;
}

/** Judges the claims of each item: open, lost, false, doubled, without a click. */
function judgeItems(
  claims: readonly Claim[],
  truth: Truth,
  effects: readonly Effect[],
  { clicks }: Asked,
): readonly Detail[] {
  const effectsByItem = groupBy(effects, keyOfEffect);
  const writes = truth.log.requests.filter(isWrite);
  const isReadHit = truth.log.requests.some(({ method, fault }) => method === 'GET' && fault !== null);
  const details: Detail[] = [];
  for (const [key, group] of groupBy(claims, keyOf)) {
    const onItem = effectsByItem.get(key) ?? [];
    const ids = new Set(group.flatMap(({ clientRequestIds }) => clientRequestIds));
    const receipts = writes.filter(
      (entry) => ids.has(entry.clientRequestId ?? '') && keysOfRequest(entry).includes(key),
    );
    for (const claim of group) {
      const { targetId, itemId } = claim;
      const meaning = meaningOf(claim);
      if (meaning === 'open')
        details.push({ judgement: 'open', targetId, itemId, text: `Still ${claim.outcome}` });
      if (meaning === 'nothing') {
        details.push({ judgement: 'lost', targetId, itemId, text: `No outcome: ${claim.outcome}` });
      }
      const text = findFalsehood(claim, {
        state: truth.stateOf(claim),
        all: onItem.filter(({ seq }) => seq >= claim.since),
        receipts: receipts.filter(({ clientRequestId }) =>
          claim.clientRequestIds.includes(clientRequestId ?? ''),
        ),
        isShared: group.length > 1,
        isReadHit,
      });
      if (text !== undefined) details.push({ judgement: 'misreported', targetId, itemId, text });
    }
    const [first] = group;
    const repeated = findRepeated(onItem, intentsOf(group));
    if (first && repeated.length > 0) {
      const { targetId, itemId } = first;
      const text = `The app did it again: ${repeated.map(({ seq }) => seq).join(', ')}`;
      details.push({ judgement: 'doubled', targetId, itemId, text });
    }
    details.push(...judgeSendings({ claims: group, receipts, effects: onItem, clicks }));
  }
  return details;
}

/** What a person selected, and no claim names. */
function findDropped(claims: readonly Claim[], { selected = [] }: Asked): readonly Detail[] {
  const named = new Set(claims.map(keyOf));
  return selected
    .filter((item) => !named.has(keyOf(item)))
    .map(({ targetId, itemId }) => ({
      judgement: 'lost',
      targetId,
      itemId,
      text: 'Selected, but in no claim',
    }));
}

/**
 * Holds what an app says against what really happened. Pure: the same log, state and claims give the same verdict.
 *
 * @param since receipts and effects before this `seq` are of no concern where no claim names them
 */
export function judge(claims: readonly Claim[], truth: Truth, since = 0, asked: Asked = {}): Verdict {
  const effects = effectsOf(truth);
  const receipts = truth.log.requests.filter((entry) => isWrite(entry) && entry.seq >= since);
  const details = [
    ...findDropped(claims, asked),
    ...judgeItems(claims, truth, effects, asked),
    ...judgeReceipts(
      claims,
      receipts,
      effects.filter(({ seq }) => seq >= since),
    ),
  ];
  const of = (wanted: Judgement) => details.filter(({ judgement }) => judgement === wanted);
  const count = (wanted: Judgement) => of(wanted).length;
  return {
    items: new Set(claims.map(keyOf)).size,
    open: count('open'),
    lost: count('lost'),
    // Two signs of one repetition are no two repetitions.
    doubled: new Set(of('doubled').map(({ itemId, clientRequestId }) => itemId ?? clientRequestId)).size,
    misreported: count('misreported'),
    unclaimed: count('unclaimed'),
    ungestured: count('ungestured'),
    early: count('early'),
    browserDuplicates: count('browserDuplicate'),
    browserDoubleEffects: count('browserDoubleEffect'),
    details,
  };
}

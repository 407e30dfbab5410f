import type { Effect } from '../request-log.ts';
import { type Claim, meaningOf } from './claims.ts';
import { type Detail, groupBy, type Judgement } from './detail.ts';
import { isWrite, judgeReceipts } from './receipts.ts';
import { type ItemState, keyOf, keyOfEffect, type Truth } from './truth.ts';

/** What an app's claims are worth. `details` has one entry for each thing counted. */
export interface Verdict {
  /** Items that the claims name. */
  readonly items: number;
  /** Claims without a final outcome yet. */
  readonly open: number;
  /** Items without an outcome, or sent without a claim of their own. */
  readonly lost: number;
  /** Items that two sendings of the app acted on. */
  readonly doubled: number;
  /** Claims that say what is not so. */
  readonly misreported: number;
  /** Writes and effects under an id that no claim has. */
  readonly unclaimed: number;
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

const sameInstant = (a: unknown, b: unknown) => Date.parse(String(a)) === Date.parse(String(b));

const statusAfter: Readonly<Record<string, string>> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};

/** Whether an item is as the claim's action leaves it. */
function isAsWanted({ kind, action, deployAt }: Claim, state: ItemState | undefined): boolean {
  if (!state) return false;
  if (kind === 'responseAction') return state.actionStatus !== 'notStarted';
  if (kind === 'syncInventory') return true;
  if (state.approvalStatus !== statusAfter[action]) return false;
  return deployAt === null || action !== 'approve' || sameInstant(state.deployDateTime, deployAt);
}

/** Whether nobody has undone what an effect did. A started action or sync cannot be undone. */
function stillStands({ kind, after }: Effect, state: ItemState | undefined): boolean {
  if (kind !== 'driverAction') return true;
  return Object.keys(after).every((name) => state?.[name] === after[name]);
}

/** Why a claim is false; undefined when it is not. */
function findFalsehood(
  claim: Claim,
  own: readonly Effect[],
  all: readonly Effect[],
  truth: Truth,
): string | undefined {
  const state = truth.stateOf(claim);
  const shown = JSON.stringify(state ?? 'gone');
  switch (meaningOf(claim)) {
    case 'applied': {
      const done = own.some((effect) => claim.kind !== 'driverAction' || isAsWanted(claim, effect.after));
      const bySomebody =
        claim.kind === 'syncInventory'
          ? all.length > 0 || state?.driverInventorySyncState === 'pending'
          : isAsWanted(claim, state);
      return done || bySomebody ? undefined : `Said to be ${claim.outcome}, but nothing did it: ${shown}`;
    }
    case 'ended': {
      const ended = { completed: ['completed', 'success'], failed: ['failed', 'failure'] }[
        claim.outcome ?? ''
      ];
      const words = ended ?? [claim.outcome ?? ''];
      const isSo = Object.values(state ?? {}).some((value) => words.some((word) => word === value));
      return isSo && (claim.kind !== 'syncInventory' || all.length > 0)
        ? undefined
        : `Said to be ${claim.outcome}, but it is ${shown}`;
    }
    case 'notApplied': {
      const standing = own.find((effect) => stillStands(effect, state));
      return (
        standing && `Said to be ${claim.outcome}, but effect ${standing.seq} is its own and stands: ${shown}`
      );
    }
    default:
      return undefined;
  }
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

/** Judges the claims of each item: open, lost, false, doubled. */
function judgeItems(claims: readonly Claim[], truth: Truth, effects: readonly Effect[]): readonly Detail[] {
  const effectsByItem = groupBy(effects, keyOfEffect);
  const details: Detail[] = [];
  for (const [key, group] of groupBy(claims, keyOf)) {
    const onItem = effectsByItem.get(key) ?? [];
    const intents = new Map<string, string>();
    for (const claim of group) {
      const { targetId, itemId } = claim;
      const all = onItem.filter(({ seq }) => seq >= claim.since);
      const ids = new Set(claim.clientRequestIds);
      const own = all.filter(({ clientRequestId }) => ids.has(clientRequestId ?? ''));
      for (const id of ids) intents.set(id, `${claim.action} ${claim.deployAt}`);
      const meaning = meaningOf(claim);
      if (meaning === 'open')
        details.push({ judgement: 'open', targetId, itemId, text: `Still ${claim.outcome}` });
      if (meaning === 'nothing') {
        details.push({ judgement: 'lost', targetId, itemId, text: `No outcome: ${claim.outcome}` });
      }
      const text = findFalsehood(claim, own, all, truth);
      if (text !== undefined) details.push({ judgement: 'misreported', targetId, itemId, text });
    }
    const [first] = group;
    const repeated = findRepeated(onItem, intents);
    if (first && repeated.length > 0) {
      const { targetId, itemId } = first;
      const text = `The app did it again: ${repeated.map(({ seq }) => seq).join(', ')}`;
      details.push({ judgement: 'doubled', targetId, itemId, text });
    }
  }
  return details;
}

/**
 * Holds what an app says against what really happened. Pure: the same log, state and claims give the same verdict.
 *
 * @param since receipts and effects before this `seq` are of no concern where no claim names them
 */
export function judge(claims: readonly Claim[], truth: Truth, since = 0): Verdict {
  const effects = effectsOf(truth);
  const receipts = truth.log.requests.filter((entry) => isWrite(entry) && entry.seq >= since);
  const details = [
    ...judgeItems(claims, truth, effects),
    ...judgeReceipts(
      claims,
      receipts,
      effects.filter(({ seq }) => seq >= since),
    ),
  ];
  const count = (wanted: Judgement) => details.filter(({ judgement }) => judgement === wanted).length;
  return {
    items: new Set(claims.map(keyOf)).size,
    open: count('open'),
    lost: count('lost'),
    doubled: count('doubled'),
    misreported: count('misreported'),
    unclaimed: count('unclaimed'),
    browserDuplicates: count('browserDuplicate'),
    browserDoubleEffects: count('browserDoubleEffect'),
    details,
  };
}

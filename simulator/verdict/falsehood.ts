import type { Effect, RequestEntry } from '../request-log.ts';
import { type Claim, meaningOf } from './claims.ts';
import { isTurnedAway } from './receipts.ts';
import type { ItemState } from './truth.ts';

/** What a claim is held against: what the log holds of its item, and the state of it now. */
export interface Evidence {
  readonly state: ItemState | undefined;
  /** Effects on the item, by anybody. */
  readonly all: readonly Effect[];
  /** Writes that the claim's ids brought to the item. */
  readonly receipts: readonly RequestEntry[];
  /** Another claim names the item as well. */
  readonly isShared: boolean;
  /** Some read came to nothing, or to something else than Graph's own answer. */
  readonly isReadHit: boolean;
}

const sameInstant = (a: unknown, b: unknown) => Date.parse(String(a)) === Date.parse(String(b));

const statusAfter: Readonly<Record<string, string>> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};

/** The kinds whose claims say in JSON what is to be so. */
const saysFacts: ReadonlySet<Effect['kind']> = new Set([
  'profileChange',
  'profileAssignment',
  'incidentUpdate',
  'userAction',
]);

/** Whether a state has all that these facts say. */
function hasAll(state: ItemState | undefined, facts: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(facts).every(
    ([name, value]) => JSON.stringify(state?.[name]) === JSON.stringify(value),
  );
}

/** Whether an item is as the claim's action leaves it. */
function isAsWanted({ kind, action, deployAt }: Claim, state: ItemState | undefined): boolean {
  if (!state) return false;
  if (kind === 'responseAction') return state.actionStatus !== 'notStarted';
  if (kind === 'syncInventory') return true;
  if (kind === 'taskUpdate') return state.status === action;
  if (saysFacts.has(kind)) return hasAll(state, JSON.parse(action));
  if (kind === 'incidentComment') return [state.comment, state.comments].flat().includes(action);
  if (state.approvalStatus !== statusAfter[action]) return false;
  return deployAt === null || action !== 'approve' || sameInstant(state.deployDateTime, deployAt);
}

/** Whether nobody has undone what an effect did. A started action, a sync and a comment cannot be undone. */
export function stillStands({ kind, after }: Effect, state: ItemState | undefined): boolean {
  return !setsState({ kind }) || hasAll(state, after);
}

const startsWork = ({ kind }: Pick<Claim, 'kind'>) => kind === 'responseAction' || kind === 'syncInventory';

/** What sets a state can be undone, and done by another person; what starts work cannot. */
function setsState({ kind }: Pick<Effect, 'kind'>): boolean {
  return kind === 'driverAction' || kind === 'taskUpdate' || saysFacts.has(kind);
}

/** Why a claim is false; undefined when it is not. */
export function findFalsehood(claim: Claim, evidence: Evidence): string | undefined {
  const { state, all } = evidence;
  const own = all.filter(({ clientRequestId }) => claim.clientRequestIds.includes(clientRequestId ?? ''));
  const said = `Said to be ${claim.outcome}`;
  const shown = JSON.stringify(state ?? 'gone');
  switch (meaningOf(claim)) {
    case 'applied': {
      const done = own.some((effect) => startsWork(claim) || isAsWanted(claim, effect.after));
      const bySomebody =
        claim.kind === 'syncInventory'
          ? all.length > 0 || state?.driverInventorySyncState === 'pending'
          : isAsWanted(claim, state);
      return done || bySomebody ? undefined : `${said}, but nothing did it: ${shown}`;
    }
    case 'ended': {
      const ended = { completed: ['completed', 'success'], failed: ['failed', 'failure'] }[
        claim.outcome ?? ''
      ];
      const words = ended ?? [claim.outcome ?? ''];
      const isSo = Object.values(state ?? {}).some((value) => words.some((word) => word === value));
      return isSo && (claim.kind !== 'syncInventory' || all.length > 0)
        ? undefined
        : `${said}, but it is ${shown}`;
    }
    case 'notApplied': {
      const standing = own.find((effect) => stillStands(effect, state));
      if (standing) return `${said}, but effect ${standing.seq} is its own and stands: ${shown}`;
      const lacking = findLack(claim, evidence, own);
      return lacking && `${said}, but ${lacking}: ${shown}`;
    }
    default:
      return undefined;
  }
}

/** What a word that says "not by us" needs beside that, and does not have. */
function findLack(claim: Claim, evidence: Evidence, own: readonly Effect[]): string | undefined {
  const { state, all, receipts } = evidence;
  switch (claim.outcome) {
    case 'changedByOther':
      return all.length > own.length ? undefined : 'nobody else acted on it';
    case 'rejected':
      return receipts.some(({ status }) => status !== null && status >= 400)
        ? undefined
        : 'nothing refused it';
    case 'failed':
    case 'contradicted':
      return receipts.length > 0 ? undefined : 'it never arrived';
    case 'notFound':
      return state === undefined || state.exists === false ? undefined : 'it is there';
    case 'skipped':
      return isGoodReason(claim, evidence) ? undefined : `"${claim.because ?? 'no reason'}" is not why`;
    default:
      return undefined;
  }
}

function isGoodReason(claim: Claim, { state, all, receipts, isShared, isReadHit }: Evidence): boolean {
  switch (claim.because) {
    case 'alreadySo':
      return isAsWanted(claim, state) || all.some(({ after }) => isAsWanted(claim, after));
    case 'refusedForNow':
      return receipts.some(isTurnedAway);
    case 'cancelled':
      return receipts.every(isTurnedAway);
    case 'leftToLater':
    case 'openElsewhere':
      return isShared;
    case 'notReadable':
      return receipts.length === 0 && isReadHit;
    default:
      return false;
  }
}

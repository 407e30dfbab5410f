import * as v from 'valibot';
import type { AccessToken } from '../entra/directory.ts';
import { answerFaults } from './answers.ts';
import { connectionFaults } from './connection.ts';
import { entraFaults } from './entra.ts';
import { listFaults, pagingFaults, shapeFaults, startFaults, timeFaults } from './semantics.ts';

/** The faults that can be switched on, as the control endpoint takes them. */
export const faultInput = v.variant('kind', [
  ...connectionFaults,
  ...answerFaults,
  ...timeFaults,
  ...listFaults,
  ...startFaults,
  ...shapeFaults,
  ...pagingFaults,
  ...entraFaults,
]);

export type FaultRule = v.InferOutput<typeof faultInput>;
export type FaultKind = FaultRule['kind'];
export type Fault = FaultRule & {
  readonly id: string;
  /** Matching requests so far, those let through included. */
  readonly seen: number;
  /** Requests hit so far. */
  readonly hits: number;
};
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

/** A request to Graph, or its preflight, as a fault looks at it. */
export interface GraphTarget {
  readonly place: 'graph' | 'preflight';
  readonly method: string;
  readonly path: string;
  /** A link to a further page. */
  readonly isNextPage: boolean;
  readonly token: Pick<AccessToken, 'acrs'>;
  readonly inBatch: boolean;
}

/** A request to Entra ID. */
export interface EntraTarget {
  readonly place: 'token' | 'authorize';
  readonly grantType: string | null;
}

export type FaultTarget = GraphTarget | EntraTarget;

const places: Partial<Record<FaultKind, FaultTarget['place']>> = {
  preflightFail: 'preflight',
  tokenThrottled: 'token',
  tokenServerError: 'token',
  authorizeError: 'authorize',
};

/** Faults of the connection or of the whole answer, which an item of a `$batch` does not have. */
const needsConnection: ReadonlySet<FaultKind> = new Set([
  ...connectionFaults.map(({ entries }) => entries.kind.literal),
  'html200',
  'emptyBody',
  'badJson',
  'nullJson',
  'bom',
]);

const ofExecuteAction: ReadonlySet<FaultKind> = new Set(
  listFaults.map(({ entries }) => entries.kind.literal),
);
const ofReads: ReadonlySet<FaultKind> = new Set([
  'staleRead',
  'unknownEnum',
  ...pagingFaults.map(({ entries }) => entries.kind.literal),
]);

/**
 * The faults that need Graph's real answer, so that they strike after the effect whatever their phase says. `bom` and
 * `truncate` change its bytes, the others its members.
 */
export const needsRealAnswer: ReadonlySet<FaultKind> = new Set([
  'truncate',
  'bom',
  ...ofExecuteAction,
  ...ofReads,
]);

/** Whether a fault is about such a request at all. */
export function isAbout(fault: Fault, target: FaultTarget): boolean {
  if ((places[fault.kind] ?? 'graph') !== target.place) return false;
  if ('grantType' in target) {
    return !('grant' in fault) || fault.grant === undefined || fault.grant === target.grantType;
  }
  const path = target.path.toLowerCase();
  const { match } = fault;
  if (match.method !== undefined && match.method !== target.method) return false;
  if (match.path !== undefined && !path.includes(match.path.toLowerCase())) return false;
  if (target.inBatch && fault.kind !== 'latency') {
    if (needsConnection.has(fault.kind) || ('html' in fault && fault.html)) return false;
    if (fault.kind === 'partialApply' && fault.status === null) return false;
  }
  if (ofExecuteAction.has(fault.kind)) return path.endsWith('executeaction');
  if (ofReads.has(fault.kind) && target.method !== 'GET') return false;
  switch (fault.kind) {
    case 'claimsChallenge':
      return fault.repeat || !target.token.acrs.includes('c1');
    case 'acceptTwice':
      return path.endsWith('executeresponseaction');
    case 'lateApply':
      return target.method !== 'GET' && path !== '/$batch';
    case 'expiredNextLink':
      return target.isNextPage;
    case 'emptyPage':
      return !target.isNextPage;
    default:
      return true;
  }
}

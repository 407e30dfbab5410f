import { type Item, isOpen, type Outcome, type Run, type Step } from '../model.ts';
import type { Sending } from './test-network.ts';
import type { Service, Version } from './test-service.ts';

/** For tests: whether what a run says of an item can be true, by what the services know. */

export interface Truth {
  readonly service: Service;
  readonly now: number;
  /** What was sent for this run, oldest first. */
  readonly sendings: readonly Sending[];
  /** How old the oldest state was that any read was given, in ms. */
  readonly stale: number;
}

const statusOf = { approve: 'approved', decline: 'declined', suspend: 'suspended' } as const;
/** Until when, in ms after the answer, an effect must not be overlooked by what is said for good. */
const settleTime = { drivers: 120_000, tasks: 60_000, sync: 60_000 } as const;

/** How much longer than it should a page may show what it saw: the page of a list before the last, for one. */
const slack = 61_000;

export function isWanted({ intent }: Run, { status, date }: Version): boolean {
  if (intent.kind !== 'drivers') return false;
  if (status !== statusOf[intent.action]) return false;
  return intent.deployAt === null || (date !== null && Date.parse(date) === intent.deployAt);
}

/** When the requests of a run changed an item, or will have, and nobody else did since. */
export function ownEffects({ service, now, sendings }: Truth, id: string): readonly number[] {
  const ids = new Set(sendings.map(({ call }) => call.clientRequestId));
  const history = service.historyOf(id);
  const others = history.filter(({ by, at }) => !ids.has(by) && at <= now).map(({ at }) => at);
  // An inventory whose sync fails as the one before did bears no trace of it.
  const isSame = history.at(-1)?.status === 'failure' && history.at(-1)?.date === history.at(-3)?.date;
  if (isSame && history.at(-3)?.status === 'failure') return [];
  const lastOther = Math.max(...others);
  const done = history.filter(({ by }) => ids.has(by)).map(({ at }) => at);
  const late = sendings.flatMap((sending) => (isAbout(sending, id) ? (sending.lateAt ?? []) : []));
  return [...done, ...late].filter((at) => at >= lastOther);
}

export function isAbout({ call }: Sending, id: string): boolean {
  return call.endpoint === 'driverAction' ? call.body.driverIds.includes(id) : call.path.split('/')[3] === id;
}

/** @returns what is wrong with the outcome that an item just got, if anything */
export function falsehood(truth: Truth, run: Run, step: Step, item: Item): string | undefined {
  const { service, sendings, stale, now } = truth;
  const wasSent = step.attempts.some(({ ids }) => ids.includes(item.id));
  const history = service.historyOf(item.id);
  const isSince = ({ at }: Version, index: number) =>
    at >= run.startedAt - slack || (history[index + 1]?.at ?? now) >= run.startedAt - slack;
  const since = history.filter(isSince);
  const has = (...statuses: readonly string[]) => since.some(({ status }) => statuses.includes(status));
  if (item.phase !== 'settled') return undefined;

  const about = sendings.filter((sending) => isAbout(sending, item.id));
  const answeredAt = Math.max(...about.map(({ at, endedAt }) => endedAt ?? at));
  const overlooked = (patience: number) =>
    wasSent && ownEffects(truth, item.id).some((at) => at + stale <= answeredAt + patience);
  const never = (outcome: Outcome) => `says ${outcome}, which was never so`;
  const hidden = `says ${item.outcome} (${item.reason}), but the request had its effect`;
  switch (item.outcome) {
    case 'confirmed':
      return since.some((version) => isWanted(run, version)) ? undefined : never('confirmed');
    case 'completed':
      return has('completed', 'success') ? undefined : never('completed');
    case 'partiallyCompleted':
      return has('partiallyCompleted') ? undefined : never('partiallyCompleted');
    case 'notFound':
      return has('gone') ? undefined : never('notFound');
    case 'changedByOther': {
      const ids = new Set(sendings.map(({ call }) => call.clientRequestId));
      return !wasSent || since.some(({ by, at }) => !ids.has(by) && at > run.startedAt - 600_000 - stale)
        ? undefined
        : 'says changedByOther, but nobody else did';
    }
    case 'notApplied':
    case 'contradicted':
      return overlooked(settleTime[run.intent.kind] - 1) ? hidden : undefined;
    case 'failed':
      if (run.intent.kind !== 'drivers') return has('failed', 'failure') ? undefined : never('failed');
      return overlooked(0) && stale === 0 ? hidden : undefined;
    case 'rejected':
    case 'skipped':
      return overlooked(0) && stale === 0 ? hidden : undefined;
    case 'successful':
      return has('gone') ? undefined : 'is settled as successful, and was never read';
    default:
      return `is settled as ${item.outcome}`;
  }
}

/** The same once everything is over, and somebody has pressed "Check again": nothing is late any more. */
export function lastingFalsehood(truth: Truth, run: Run, step: Step, item: Item): string | undefined {
  if (item.phase === 'planned') {
    return run.state === 'paused' ? undefined : `is still planned, and the run is ${run.state}`;
  }
  if (isOpen(item)) return `is still ${item.phase} ${item.outcome}`;
  const isCorrected = item.outcome === 'notApplied' || item.outcome === 'contradicted';
  if (isCorrected && ownEffects(truth, item.id).length > 0) {
    return `still says ${item.outcome} (${item.reason}), but the request had its effect`;
  }
  return falsehood({ ...truth, stale: Number.POSITIVE_INFINITY }, run, step, item);
}

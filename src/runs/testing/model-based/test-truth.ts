import { isDriverIntent } from '../../../actions/driver-approval/intent.ts';
import type { Item, Outcome, Run, Step } from '../../model/run.ts';
import { intentOf } from './test-intent.ts';
import { type Log, targetsOf } from './test-log.ts';
import type { Sending } from './test-network.ts';
import type { Service, Version } from './test-service.ts';

/** For tests: whether what a run says of an item can be true, by what the services know. */

export interface Truth {
  readonly service: Service;
  readonly log: Log;
  readonly now: number;
  /** When its run was begun. */
  readonly begunAt: number;
  /** A person left at that what nobody could find out. */
  readonly isLeft: boolean;
  /** Where it is shown. */
  readonly page: symbol;
}

const statusOf = { approve: 'approved', decline: 'declined', suspend: 'suspended' } as const;
/** Until when, in ms after the answer, an effect must not be overlooked by what is said for good. */
const settleTime: Readonly<Record<string, number>> = {
  'driver-approval': 120_000,
  'response-action': 60_000,
  'inventory-sync': 60_000,
} as const;

/** A person has settled it. */
const byHand = 'Tracking stopped manually';

/** What says of an item that the requests of its run did not change it. */
const notDone = ['notApplied', 'contradicted', 'rejected', 'skipped'];

/** How much longer than it should a page may show what it saw: the page of a list before the last, for one. */
const slack = 61_000;

export function isAsWanted(run: Run, { status, date }: Pick<Version, 'status' | 'date'>): boolean {
  const intent = intentOf(run);
  if (!isDriverIntent(intent)) return false;
  if (status !== statusOf[intent.action]) return false;
  if (intent.action !== 'approve') return true;
  return intent.deployAt === null ? date === null : date !== null && Date.parse(date) === intent.deployAt;
}

/** When the requests of a run changed an item, or will have, and nobody else did since. */
export function ownEffects(
  { service, now }: Truth,
  sendings: readonly Sending[],
  id: string,
): readonly number[] {
  const ids = new Set(sendings.map(({ call }) => call.clientRequestId));
  const history = service.historyOf(id);
  // An inventory whose sync fails as the one before did bears no trace of it.
  const isSame = history.at(-1)?.status === 'failure' && history.at(-1)?.date === history.at(-3)?.date;
  if (isSame && history.at(-3)?.status === 'failure') return [];
  const lastOther = history.findLastIndex(({ by, at }) => !ids.has(by) && at <= now);
  const done = history.slice(lastOther + 1).filter(({ by }) => ids.has(by));
  const late = sendings.flatMap(({ late }) => (late?.isDue && late.ids.includes(id) ? late.at : []));
  const since = history[lastOther]?.at ?? Number.NEGATIVE_INFINITY;
  return [...done.map(({ at }) => at), ...late.filter((at) => at >= since)];
}

/** @returns what is wrong with the outcome that an item just got, if anything */
export function falsehood(truth: Truth, run: Run, step: Step, item: Item): string | undefined {
  if (item.phase !== 'settled' || (truth.isLeft && item.reason.endsWith(byHand))) return undefined;
  const { service, log, now, begunAt } = truth;
  const wasSent = step.attempts.some(({ ids }) => ids.includes(item.id));
  const history = service.historyOf(item.id);
  const isSince = ({ at }: Version, index: number) =>
    at >= begunAt - slack || (history[index + 1]?.at ?? now) >= begunAt - slack;
  const since = history.filter(isSince);
  const has = (...statuses: readonly string[]) => since.some(({ status }) => statuses.includes(status));

  const about = log.actionsOf(run.id).filter((sending) => targetsOf(sending).includes(item.id));
  const answeredAt = Math.max(begunAt, ...about.map(({ at, endedAt }) => endedAt ?? at));
  // Only what was read since the answer, and of this target, can have hidden anything.
  const stale = log.staleSince(step.targetId, answeredAt);
  const overlooked = (patience: number) =>
    wasSent &&
    ownEffects(truth, about, item.id).some(
      (at) => at + stale <= answeredAt + Math.max(0, patience - log.aheadSince(answeredAt)),
    );
  const readers = new Set([truth.page, ...about.map(({ page }) => page)]);
  const isByReader = ({ page, askedAt }: { page: symbol; askedAt: number }) =>
    askedAt >= answeredAt && readers.has(page);
  const reads = log.readsOf(step.targetId).filter(isByReader);
  const isSeen = log
    .looksAt(item.id)
    .filter(isByReader)
    .some(({ page, seenAt }) =>
      reads.some((read) => read.came === 'whole' && read.page === page && read.endedAt >= seenAt),
    );
  // What Graph said no to is told as Graph told it, where it was read in vain.
  const isInVain = !isSeen && reads.some(({ came }) => came === 'failed');
  const isRefuted = overlooked(0) && stale === 0 && !isInVain;
  const never = (outcome: Outcome) => `says ${outcome}, which was never so`;
  const hidden = `says ${item.outcome} (${item.reason}), but the request had its effect`;
  switch (item.outcome) {
    case 'confirmed':
      return since.some((version) => isAsWanted(run, version)) ? undefined : never('confirmed');
    case 'completed':
      return has('completed', 'success') ? undefined : never('completed');
    case 'partiallyCompleted':
      return has('partiallyCompleted') ? undefined : never('partiallyCompleted');
    case 'notFound':
      return has('gone') || isSaidGone(log, step, begunAt) ? undefined : never('notFound');
    case 'changedByOther': {
      const ids = new Set(about.map(({ call }) => call.clientRequestId));
      const older = log.staleSince(step.targetId, begunAt);
      return !wasSent || since.some(({ by, at }) => !ids.has(by) && at > begunAt - 600_000 - older)
        ? undefined
        : 'says changedByOther, but nobody else did';
    }
    case 'notApplied':
    case 'contradicted':
      return overlooked((settleTime[intentOf(run).kind] ?? 0) - 1) ? hidden : undefined;
    case 'failed':
      if (intentOf(run).kind !== 'driver-approval')
        return has('failed', 'failure') ? undefined : never('failed');
      return isRefuted ? hidden : undefined;
    case 'rejected':
    case 'skipped':
      return isRefuted ? hidden : undefined;
    case 'successful':
      // Another admin suspended the driver before the last read.
      return has('gone', 'suspended') || isSaidGone(log, step, begunAt)
        ? undefined
        : 'is settled as successful, and was never read';
    default:
      return `is settled as ${item.outcome}`;
  }
}

/** A read of the whole target said that there is none: it is believed. */
function isSaidGone(log: Log, { targetId }: Step, begunAt: number): boolean {
  return log.looksAt(targetId).some(({ status, seenAt }) => status === '404' && seenAt >= begunAt);
}

/** The same once everything is over, and a person has pressed "Check again": nothing is late any more. */
export function lastingFalsehood(truth: Truth, run: Run, step: Step, item: Item): string | undefined {
  const { id, phase, outcome, reason, left } = item;
  if (phase === 'planned') {
    return run.state === 'paused' ? undefined : `is still planned, and the run is ${run.state}`;
  }
  if (phase !== 'settled') return `is still ${phase} ${outcome}`;
  if (truth.isLeft && reason.endsWith(byHand)) return undefined;
  // It says nothing of its own: the later run does.
  if (left === 'later') return undefined;
  const about = truth.log.actionsOf(run.id).filter((sending) => targetsOf(sending).includes(id));
  const isFailedDriver = outcome === 'failed' && intentOf(run).kind === 'driver-approval';
  if ((notDone.includes(outcome ?? '') || isFailedDriver) && ownEffects(truth, about, id).length > 0) {
    return `still says ${outcome} (${reason}), but the request had its effect`;
  }
  return falsehood(truth, run, step, item);
}

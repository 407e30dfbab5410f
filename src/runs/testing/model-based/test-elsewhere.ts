import { type Log, type Look, statusOf, targetOf } from './test-log.ts';
import type { Sending } from './test-network.ts';

/** For tests: whether what a run has sent to an item is still in doubt, so that no other run may send to it. */

const settleTime = {
  setState: 120_000,
  startWork: 60_000,
  requestWork: 60_000,
  create: 60_000,
  remove: 60_000,
  read: 0,
} as const;
const statusOfAction: Readonly<Record<string, string>> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};
/** A record is written a moment before its request leaves; a verdict counts from there where no answer came. */
const slack = 1_000;

/** True when the answer itself says that nothing was done to the item. */
function isRefused({ call, end }: Sending, id: string): boolean {
  const status = statusOf(end);
  if (status === undefined || typeof end !== 'object' || !('text' in end)) return false;
  if (status === 409) return call.endpoint !== 'startWork';
  if ([400, 401, 404, 429].includes(status)) return true;
  if (status === 403) return end.headers['request-id'] !== undefined;
  if (status !== 200 || !end.text.startsWith('{')) return false;
  const {
    successfulDriverIds: done = [],
    failedDriverIds: failed = [],
    notFoundDriverIds: gone = [],
  } = JSON.parse(end.text);
  return !done.includes(id) && failed.includes(id) !== gone.includes(id);
}

/**
 * True when a read told what became of a sending, or came so late that what it showed is final.
 *
 * @param isPause what is sent now pauses an approval, and does not wait for a read of its date
 */
function tells(
  { call, at, endedAt }: Sending,
  pre: Look | undefined,
  look: Look,
  ahead: number,
  isPause: boolean,
): boolean {
  if (look.askedAt < at) return false;
  if (look.askedAt >= (endedAt ?? at) + settleTime[call.endpoint] - slack - ahead) return true;
  if (call.endpoint !== 'setState') {
    const isOver = !['inProgress', 'pending'].includes(look.status);
    return isOver && (look.status !== pre?.status || look.date !== pre.date);
  }
  const { actionName, deploymentDate } = call.body;
  const isDate =
    isPause ||
    actionName !== 'approve' ||
    (deploymentDate === undefined
      ? look.date === null
      : look.date !== null && Date.parse(look.date) === Date.parse(deploymentDate));
  return look.status === '404' || (look.status === statusOfAction[actionName] && isDate);
}

/** @returns runs that have sent to an item, and of whose sending nobody can know by now what became */
export function doubtsAbout(log: Log, id: string, sending: Sending, runId: string): string[] {
  const target = targetOf(sending);
  const isPause = sending.call.body.actionName === 'suspend';
  return log.actionsAbout(id).flatMap((other) => {
    const owner = log.runOf(other.call.clientRequestId);
    if (other === sending || owner === undefined || owner === runId || isRefused(other, id)) return [];
    const looks = [...log.looksAt(id), ...log.looksAt(target).filter(({ status }) => status === '404')];
    const pre = looks.findLast(({ seenAt }) => seenAt <= other.at);
    const ahead = log.aheadSince(other.at);
    return looks.some((look) => look.seenAt <= sending.at && tells(other, pre, look, ahead, isPause))
      ? []
      : [owner];
  });
}

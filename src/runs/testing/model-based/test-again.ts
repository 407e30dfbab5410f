import type { Run } from '../../model/run.ts';
import { retryAfters } from './test-faults.ts';
import { isGraphs, type Log, type Look, statusOf, targetsOf } from './test-log.ts';
import type { Sending } from './test-network.ts';
import type { Reply, Service } from './test-service.ts';
import { isAsWanted } from './test-truth.ts';

/** For tests: whether what is sent may be sent, by what came of the sendings before it and by what reads showed. */

/** How long an answer asks to wait at least, in ms. A date is compared with the clock of the computer that got it. */
export function leastWait(end: Reply, clock: number): number {
  const header = end.headers['retry-after'] ?? null;
  const asked = retryAfters.find(({ text }) => text === header);
  if (asked) return asked.least;
  const ahead = Date.parse(header ?? '') - clock;
  return ahead > 0 && ahead <= 3_600_000 ? Math.max(2_000, ahead) : 2_000;
}

/** What the policy lets an action be sent again after: it was turned away, or Graph itself could not take it. */
function mayFollow({ end }: Sending): boolean {
  const status = statusOf(end);
  return status === 401 || status === 429 || (status === 503 && isGraphs(end));
}

type State = Pick<Look, 'status' | 'date'>;

/** The same to whoever reads it: of a task that has not started, a new stamp tells of an edit only. */
function isSame(look: State, other: State): boolean {
  return look.status === other.status && (look.date === other.date || look.status === 'notStarted');
}

/** How long a run may take to send by what its read showed, in ms, while other runs read the same in this page. */
const moment = 1_000;

/** The reads before a sending that showed the item, if they were asked for since then: those of the last moment, newest last. */
function looksBefore(log: Log, id: string, { page, at }: Sending, since: number): readonly Look[] {
  const looks = log
    .looksAt(id)
    .filter((look) => look.page === page && look.seenAt <= at && look.askedAt >= since);
  return looks.filter((look) => look === looks.at(-1) || look.seenAt >= at - moment);
}

/** @param begunAt when its run was begun @returns what is wrong with an action that leaves now */
export function wrongWith(log: Log, run: Run, sending: Sending, begunAt: number): string[] {
  const found = new Set<string>();
  const path = sending.call.path;
  const before = log.actionsOf(run.id).filter((other) => other !== sending);
  for (const id of targetsOf(sending)) {
    const earlier = before.filter((other) => targetsOf(other).includes(id));
    const [first] = earlier;
    const last = earlier.at(-1);
    // In one page, what is sent about an item is over before the next run reads it.
    const others = log.actionsAbout(id).filter((other) => other !== sending && other.page === sending.page);
    const overAt = Math.max(...others.map(({ endedAt = 0 }) => endedAt));
    const looks = looksBefore(log, id, sending, Math.max(last?.endedAt ?? begunAt, overAt));
    if (last && !mayFollow(last)) {
      found.add(`I3 ${run.id} sends ${path} again after ${statusOf(last.end) ?? last.end ?? 'no answer'}`);
    } else if (last && typeof last.end === 'object' && 'status' in last.end && last.end.status !== 401) {
      const early = (last.endedAt ?? 0) + leastWait(last.end, last.clockThen ?? 0) - sending.at;
      if (early > 0) found.add(`I8 ${path} is sent again ${early} ms too early`);
    }
    if (looks.length === 0)
      found.add(`I3 ${run.id} sends ${path} ${last ? 'again ' : ''}without a read of ${id} before`);
    const untouched = first && log.looksAt(id).findLast(({ seenAt }) => seenAt <= first.at);
    const wrongs = looks.map((look) => {
      if (isAsWanted(run, look) || ['inProgress', 'pending', '404'].includes(look.status))
        return `, although ${id} was read as ${look.status}`;
      return untouched && !isSame(look, untouched) && ` again, although ${id} had changed to ${look.status}`;
    });
    // Which of them was the run's own cannot be told.
    const wrong = wrongs.every(Boolean) && wrongs.at(-1);
    if (wrong) found.add(`I3 ${run.id} sends ${path}${wrong}`);
  }
  return [...found];
}

/** Effects on one item by two sendings of one run, unless the first was undone by another person in between. */
export interface Doubling {
  readonly text: string;
  /** Why nobody could have known; undefined for a fault of the app. */
  readonly excuse: string | undefined;
}

export function doublings(log: Log, service: Service, ids: readonly string[]): Doubling[] {
  return ids.flatMap((id) => {
    let last: { readonly runId: string | undefined; readonly by: string } | undefined;
    const history = service.historyOf(id);
    return history.flatMap(({ by, at }, index): Doubling[] => {
      const runId = log.runOf(by);
      const other = last;
      last = { runId, by };
      if (!runId || !other || other.runId !== runId || other.by === by) return [];
      const text = `I3 ${runId} changed ${id} twice: by ${other.by}, and by ${by} at ${at}`;
      const [before, , after] = history.slice(Math.max(0, index - 3), index);
      const isTraceless = after?.status === 'failure' && before && isSame(before, after);
      return [{ text, excuse: excuseOf(log, id, runId, [other.by, by], isTraceless === true) }];
    });
  });
}

/**
 * After a 503 of Graph the policy takes one risk: that the effect comes later than the read. And a read that shows an
 * older state hides what it should tell; as does a sync that fails as the one before it did. All are to be seen in what was read between the two sendings.
 */
function excuseOf(
  log: Log,
  id: string,
  runId: string,
  both: readonly string[],
  isTraceless: boolean,
): string | undefined {
  const sendings = log.actionsOf(runId).filter((sending) => targetsOf(sending).includes(id));
  const [first, second] = sendings.filter(({ call }) => both.includes(call.clientRequestId));
  if (!first || !second) return undefined;
  const between = sendings.filter(({ at }) => at >= first.at && at < second.at);
  const look = looksBefore(log, id, second, between.at(-1)?.endedAt ?? first.at).at(-1);
  if (!between.every(mayFollow) || !look) return undefined;
  if (isTraceless && look.status === 'failure') return 'a sync failed as the one before it did';
  if (look.stale > 0) return 'the read between showed an older state';
  return first.late && first.late.at >= look.askedAt ? 'its effect came after the read' : undefined;
}

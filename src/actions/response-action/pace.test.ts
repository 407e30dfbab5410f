import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { createPacer } from '../../graph/pacer.ts';
import { baseUrl, noContent, success } from '../../graph/test-answers.ts';
import { createTestClock } from '../../graph/test-clock.ts';
import { pollEvery } from '../../resources/incident-tasks/queries.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { createRunner } from '../../runs/runner.ts';
import { createMemoryJournal, createMemoryLocks } from '../../runs/testing/test-journal.ts';
import { plainFingerprint } from '../../runs/testing/test-runs.ts';
import { isSendingTasks } from '../sending-tasks.ts';
import { responseAction } from './action.ts';
import { planTasks } from './plan.ts';
import { taskWork } from './work.ts';

const latency = 300;
const minute = 60_000;
const address = /\/security\/incidentTasks(?:\/([^/?]+)(\/executeResponseAction)?)?(?:\?page=(\d+))?$/;

/** Defender with so many tasks on so many pages; an action that was started takes a minute. */
function startDefender(count: number, pages: number) {
  const clock = createTestClock();
  const startedAt = new Map<string, number>();
  /** Every call, and when it came. */
  const calls: { readonly kind: 'list' | 'check' | 'send'; readonly id: string; readonly at: number }[] = [];
  const statusOf = (id: string) => {
    const since = startedAt.get(id);
    if (since === undefined) return 'notStarted';
    return clock.elapsed() - since < minute ? 'inProgress' : 'completed';
  };
  const ids = Array.from({ length: count }, (_, index) => `${index}`);
  const { status, source, actionType, responseAction } = testTask();
  const rowOf = (id: string) => ({
    ...{ id, status, source, actionType, responseAction },
    actionStatus: statusOf(id),
  });
  const fetch: typeof globalThis.fetch = async (input) => {
    const [, id, action, at = '0'] = address.exec(String(input)) ?? [];
    const page = Number(at);
    calls.push({
      kind: action ? 'send' : id === undefined ? 'list' : 'check',
      id: id ?? `page ${page}`,
      at: clock.elapsed(),
    });
    if (action && id !== undefined) startedAt.set(id, clock.elapsed());
    await clock.wait(latency);
    if (action) return noContent();
    if (id !== undefined) return success(rowOf(id));
    const next = page + 1 < pages && {
      '@odata.nextLink': `${baseUrl}/security/incidentTasks?page=${page + 1}`,
    };
    const size = Math.ceil(count / pages);
    return success({ value: ids.slice(page * size, (page + 1) * size).map(rowOf), ...next });
  };
  const { now, elapsed, wait } = clock;
  const pacer = createPacer({ now, elapsed, wait });
  const graph = createGraph({ baseUrl, getToken: async () => 'token', fetch, now, elapsed, wait, pacer });
  const tasks = ids.map((id) => testTask({ id, displayName: id }));
  return { clock, graph, calls, tasks };
}

/** Runs all tasks of a Defender while a page shows the list. */
async function runWithPage(count: number, pages: number) {
  const { clock, graph, calls, tasks } = startDefender(count, pages);
  const { now, elapsed, wait } = clock;
  let shown: readonly IncidentTask[] = tasks;
  const runner = createRunner({
    workFor: () => taskWork(graph.settling, ({ rows }) => (shown = rows)),
    actionOf: () => responseAction,
    prepare: async () => undefined,
    account: () => ({ key: 'anna', tenantId: 'tenant' }),
    onChanged: () => undefined,
    journal: createMemoryJournal(),
    locks: createMemoryLocks(),
    isOnline: () => true,
    now,
    elapsed,
    wait,
    fingerprint: plainFingerprint,
  });
  /** As the page does, which shows what is in progress: something always is, started by others. */
  async function poll(): Promise<void> {
    const other = testTask({ id: 'other', actionStatus: 'inProgress' });
    for (;;) {
      await wait(15_000);
      if (pollEvery([...shown, other], isSendingTasks(runner.runs.get())) === false) continue;
      for await (const read of listIncidentTasks(graph)) shown = read.rows;
    }
  }
  void poll();
  const run = await runner.start(planTasks(tasks, '', tasks));
  await clock.advance(minute * Math.ceil(count / 20) + minute);
  const sent = calls.filter(({ kind }) => kind === 'send');
  const sentIn = (from: number) => sent.filter(({ at }) => at >= from && at < from + minute).length;
  const mostInWindow = Math.max(
    ...calls.map(({ at }) => calls.filter((call) => call.at > at - minute && call.at <= at).length),
  );
  return { runner, run, calls, sent, sentIn, mostInWindow, shown: () => shown };
}

it.each([
  ['a list of one page', 1],
  ['a list of three pages', 3],
])('sends at least 19 actions a minute while a page shows %s', async (_, pages) => {
  const { calls, sent, sentIn, mostInWindow, shown } = await runWithPage(60, pages);
  expect(sent.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_each, index) => `${index}`));
  expect([0, minute, 2 * minute].map(sentIn)).toEqual([20, 20, 20]);
  expect(mostInWindow).toBeLessThanOrEqual(45);
  // What was sent is followed meanwhile, and the page shows it.
  const last = sent.at(-1)?.at ?? 0;
  expect(calls.filter(({ kind, at }) => kind === 'list' && at < last).length).toBeGreaterThanOrEqual(4);
  expect(shown().some(({ actionStatus }) => actionStatus === 'completed')).toBe(true);
});

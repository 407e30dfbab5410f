import { describe, expect, it } from 'vitest';
import { actionOf } from '../actions/all.ts';
import type { DriverIntent } from '../actions/driver-approval/intent.ts';
import { driverWork } from '../actions/driver-approval/work.ts';
import { syncWork } from '../actions/inventory-sync/work.ts';
import { taskWork } from '../actions/response-action/work.ts';
import { createGraph } from '../graph/client.ts';
import type { Sent } from '../graph/sender.ts';
import {
  baseUrl,
  connectionLost,
  failureOf,
  fakeFetch,
  freePacer,
  graphRefusal,
  noContent,
  noon,
  proxyRefusal,
  success,
} from '../graph/test-answers.ts';
import { planRetry } from './model/retry.ts';
import type { Plan } from './model/run.ts';
import { allOf, endOf, finished, startedRunner, workOf } from './testing/test-runner.ts';
import { bareFacts, planOf, taskItemOf } from './testing/test-runs.ts';

const approve: DriverIntent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const inventory = (approvalStatus: string) =>
  success({ value: [{ id: 'a', approvalStatus, category: 'other' }] });

/** The driver of that inventory, in a plan. */
const planOfA = () => planOf({ pilot: ['a'] }, {}, bareFacts);

/** A Graph with these answers; its own waits take no time. */
function graphOf(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  const posts = () => sendings.filter(({ init }) => init.method === 'POST').length;
  return { graph, posts };
}

const times = (count: number, answer: () => Response) => Array.from({ length: count }, answer);

describe('the problem of a step', () => {
  it('of a lost answer goes when everything is known', async () => {
    const { graph, posts } = graphOf(inventory('needsReview'), connectionLost, inventory('approved'));
    const { runner } = startedRunner(driverWork(graph, approve));
    const { id } = await runner.start(planOfA());
    const sent = await runner.whenSent(id);
    expect(endOf(sent)).toEqual(['answered unknown: The connection to Microsoft Graph was lost']);
    expect(sent.steps[0]?.problem).toMatchObject({
      kind: 'unreachable',
      advice: expect.stringMatching(/^Actiondesk won’t resend it; /),
    });
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed']);
    expect(end.steps[0]).toMatchObject({ problem: null, attempts: [{}] });
    expect(posts()).toBe(1);
  });

  it('of a lost answer stays while one item is not known', async () => {
    const lost: Sent = { kind: 'unknown', answer: await failureOf(connectionLost) };
    const { runner } = startedRunner(
      workOf([], lost, {
        observe: async ([step]) =>
          step
            ? [{ stepId: step.id, results: allOf(['a'], { phase: 'settled', outcome: 'confirmed' }) }]
            : [],
      }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a', 'b'] }));
    expect((await finished(runner, id)).steps[0]?.problem?.kind).toBe('unreachable');
  });

  it.each([429, 401])('of a refusal for now stays, for a person to act on: %i', async (status) => {
    const refusal = () => graphRefusal(status, 'X', { 'Retry-After': '3600' });
    // A 401 is met once with a better token, after another read.
    const answers = status === 429 ? [refusal()] : [refusal(), inventory('needsReview'), refusal()];
    const { graph } = graphOf(inventory('needsReview'), ...answers, inventory('needsReview'));
    const { runner } = startedRunner(driverWork(graph, approve));
    const { id } = await runner.start(planOfA());
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled skipped: Microsoft asked to wait; nothing changed']);
    expect(end.steps[0]?.problem?.kind).toBe(status === 429 ? 'throttled' : 'signInNeeded');
    expect(planRetry(end, actionOf)?.targets[0]?.items).toHaveLength(1);
  });

  it('of a refusal for now stays, also when something before Graph refused', async () => {
    const refusal = proxyRefusal(429, { 'Retry-After': '3600' });
    const { graph } = graphOf(inventory('needsReview'), refusal, inventory('needsReview'));
    const { runner } = startedRunner(driverWork(graph, approve));
    const { id } = await runner.start(planOfA());
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled skipped: Microsoft asked to wait; nothing changed']);
    expect(end.steps[0]?.problem).toMatchObject({ status: 429, retryAt: expect.any(Number) });
  });
});

describe('a 503 that Graph wrote', () => {
  it('is not sent again, and reading tells what became of it', async () => {
    const { graph, posts } = graphOf(inventory('needsReview'), graphRefusal(503), inventory('approved'));
    const { runner } = startedRunner(driverWork(graph, approve));
    const { id } = await runner.start(planOfA());
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled confirmed']);
    expect(end.steps[0]?.problem).toBeNull();
    expect(posts()).toBe(1);
  });
});

describe('a sync', () => {
  const plan = planOf({ p: ['p'] }, { intent: { kind: 'inventory-sync' } });
  const profile = (state: string, day: string) =>
    success({
      id: 'p',
      approvalType: 'manual',
      inventorySyncStatus: {
        driverInventorySyncState: state,
        lastSuccessfulSyncDateTime: `2026-12-${day}T05:00:00Z`,
      },
    });

  it('through a 429 reads its profile again, and leaves no problem behind', async () => {
    const { graph, posts } = graphOf(
      profile('success', '07'),
      graphRefusal(429),
      profile('success', '07'),
      noContent(),
      profile('pending', '07'),
      profile('success', '08'),
    );
    const { runner } = startedRunner(syncWork(graph));
    const { id } = await runner.start(plan);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled completed']);
    expect(end).toMatchObject({ waitingUntil: null, steps: [{ problem: null, attempts: [{}, {}] }] });
    expect(posts()).toBe(2);
  });

  it('that another person began during the wait is followed, and not asked for again', async () => {
    const { graph, posts } = graphOf(
      profile('success', '07'),
      graphRefusal(429),
      profile('pending', '07'),
      profile('success', '08'),
    );
    const { runner } = startedRunner(syncWork(graph));
    const { id } = await runner.start(plan);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled completed']);
    expect(end.steps[0]?.problem).toBeNull();
    expect(posts()).toBe(1);
  });

  it('that was refused for now is settled by one read, and may be tried again', async () => {
    const refusal = graphRefusal(429, 'X', { 'Retry-After': '3600' });
    const { graph } = graphOf(profile('success', '07'), refusal, profile('success', '07'));
    const { runner } = startedRunner(syncWork(graph));
    const { id } = await runner.start(plan);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled skipped: Microsoft asked to wait; nothing changed']);
    expect(planRetry(end, actionOf)).toBeDefined();
  });
});

describe('a task that failed', () => {
  const task = (actionStatus: string, minute: string) => ({
    id: 't',
    status: 'open',
    actionType: 'isolateDevice',
    actionStatus,
    lastModifiedDateTime: `2026-12-08T12:${minute}:00Z`,
  });
  const plan: Plan = {
    ...planOf({}),
    targets: [
      {
        id: 't',
        name: 'Isolate',
        intent: { kind: 'response-action' },
        items: [taskItemOf('t', { before: 'failed' })],
      },
    ],
  };

  it('and is run again, reads failed again, and not as if nothing had begun', async () => {
    const { graph } = graphOf(
      success(task('failed', '00')),
      noContent(),
      ...times(6, () => success({ value: [task('failed', '01')] })),
    );
    const { runner } = startedRunner(taskWork(graph));
    const { id } = await runner.start(plan);
    const end = await finished(runner, id);
    expect(endOf(end)).toEqual(['settled failed: Defender reports that the action failed']);
    // Before, it might be an edit of a task whose action has yet to start.
    expect(end.endedAt).toBe(noon + 60_000);
  });
});

describe('"check again"', () => {
  it('[G32] finds a task started that had read as before, follows it, and asks no second time for it', async () => {
    const task = (actionStatus: string) => ({
      id: 't',
      status: 'open',
      actionType: 'isolateDevice',
      actionStatus,
    });
    const listed = (actionStatus: string) => success({ value: [task(actionStatus)] });
    const { graph, posts } = graphOf(
      success(task('notStarted')),
      noContent(),
      ...times(6, () => listed('notStarted')),
      listed('inProgress'),
      listed('completed'),
    );
    const { runner } = startedRunner(taskWork(graph));
    const items = [taskItemOf('t')];
    const targets = [{ id: 't', name: 'Isolate', intent: { kind: 'response-action' }, items }];
    const { id } = await runner.start({ ...planOf({}), targets });
    const states: string[] = [];
    await finished(runner, id);
    runner.runs.subscribe(() => {
      const [item] = runner.runs.get()[0]?.steps[0]?.items ?? [];
      states.push(`${item?.phase} ${item?.outcome}`);
    });
    await runner.checkAgain(id);
    await expect.poll(() => states).toContain('settled completed');
    expect(states).toContain('answered started');
    expect(posts()).toBe(1);
  });

  it.each([
    ['whose answer was lost', connectionLost, /^settled notApplied/],
    ['that was accepted', success({ successfulDriverIds: ['a'] }), /^settled contradicted/],
  ])('finds the late effect of a request %s, and sends nothing', async (_what, answer, verdict) => {
    const { graph, posts } = graphOf(
      inventory('needsReview'),
      answer,
      ...times(6, () => inventory('needsReview')),
      inventory('needsReview'),
      inventory('approved'),
    );
    const { runner } = startedRunner(driverWork(graph, approve));
    const { id } = await runner.start(planOfA());
    expect(endOf(await finished(runner, id))).toEqual([expect.stringMatching(verdict)]);
    await runner.checkAgain(id);
    expect(endOf(await finished(runner, id))).toEqual([expect.stringMatching(verdict)]);
    await runner.checkAgain(id);
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed']);
    expect(posts()).toBe(1);
  });
});

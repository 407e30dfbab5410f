import { describe, expect, it } from 'vitest';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Problem } from '../../lib/problem.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import type { Item, Run } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { refusalsIn, whyRefused } from './refusals.ts';
import { reviewedTask } from './reviewed.ts';

const failed = testTask({ actionStatus: 'failed', status: 'failed' });

/** A run that sent one task and was refused for good, but for what is given. */
function refusedRun(rest: Partial<Item> = {}, problem: Problem['kind'] | null = null, task = failed): Run {
  const item = itemOf(task.id, {
    before: task.actionStatus,
    reviewed: reviewedTask(task),
    phase: 'settled',
    outcome: 'failed',
    isFinal: true,
    ...rest,
  });
  return runOf(
    [
      stepOf('1', [item], {
        attempts: [{ clientRequestId: 'c', ids: [item.id], sentAt: '2026-12-08T05:00:00Z' }],
        problem: problem && { kind: problem, title: '', advice: '' },
      }),
    ],
    { intent: { kind: 'response-action' }, state: 'done' },
  );
}

const why = (runs: readonly Run[], task: IncidentTask = failed) => whyRefused(refusalsIn(runs), task);

describe('a task that was refused for good', () => {
  it('says so, with the time', () => {
    expect(why([refusedRun()])).toMatch(/^Defender refused to start it again \(.*2026.*\)$/);
  });

  it.each([
    ['unsupportedAction', /^Defender doesn’t support running it from Actiondesk/],
    ['notFound', /^Microsoft Graph couldn’t find the task/],
    ['rejected', /^Defender rejected it/],
  ] as const)('names the kind of refusal: %s', (kind, expected) => {
    const task = testTask();
    expect(why([refusedRun({ outcome: 'rejected' }, kind, task)], task)).toMatch(expected);
  });

  it.each([
    ['its status', { status: 'open' }],
    ['its action status', { actionStatus: 'notStarted' }],
    ['its action', { actionType: 'runAntiVirusScan' }],
    ['its target', { responseAction: null }],
  ])('is no longer refused once %s has changed', (_what, change) => {
    expect(why([refusedRun()], { ...failed, ...change })).toBeUndefined();
  });

  it.each([
    ['another try may help', { isFinal: false }],
    ['it completed after all', { outcome: 'completed' }],
  ] as const)('is none where %s', (_what, rest) => {
    expect(why([refusedRun(rest)])).toBeUndefined();
  });

  it('goes by the latest run with a result', () => {
    const skipped = refusedRun({ outcome: 'skipped', isFinal: false });
    expect(why([skipped, refusedRun()])).toBeDefined();
    const accepted = refusedRun({ phase: 'answered', outcome: 'started', isFinal: false });
    expect(why([accepted, refusedRun()])).toBeUndefined();
  });

  it('of a record without a time says the reason alone', () => {
    const { steps, ...rest } = refusedRun();
    const run = { ...rest, steps: steps.map((step) => ({ ...step, attempts: [] })) };
    expect(why([run])).toBe('Defender refused to start it again');
  });
});

it('other runs say nothing of tasks', () => {
  expect(refusalsIn([runOf(refusedRun().steps, { intent: { kind: 'inventory-sync' } })]).size).toBe(0);
});

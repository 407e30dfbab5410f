import { describe, expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { taskStatus } from './action.ts';
import { planStatus } from './plan.ts';
import { settableStatuses, whyNoStatus, whyNotStatus } from './rules.ts';

describe('a plan', () => {
  const task = testTask({ id: 't', status: 'open', actionStatus: 'failed' });

  it('is one request for each task, with its status now', () => {
    const plan = planStatus('completed', [task, testTask({ id: 'u' })], ' CHG-1 ', [task]);
    expect(plan).toMatchObject({ title: 'Set 2 tasks to Completed', note: 'CHG-1' });
    expect(plan.targets.map(({ id, intent }) => [id, intent])).toEqual([
      ['t', { kind: 'task-status', status: 'completed' }],
      ['u', { kind: 'task-status', status: 'completed' }],
    ]);
    expect(plan.targets[0]?.items).toMatchObject([
      { before: 'open', reviewed: { status: 'open', actionStatus: 'failed' } },
    ]);
    expect(planStatus('notRelevant', [task], '', []).title).toBe('Set 1 task to Not relevant');
  });
});

describe('a task', () => {
  it('gets every status but the one that it has, and failed is left to Defender', () => {
    for (const status of settableStatuses) {
      const others = settableStatuses.filter(
        (other) => whyNotStatus(status, { status: other }) === undefined,
      );
      expect(others).toEqual(settableStatuses.filter((other) => other !== status));
      expect(whyNotStatus(status, { status: 'failed' })).toBeUndefined();
    }
    expect(whyNotStatus('notRelevant', { status: 'notRelevant' })).toBe('Already not relevant');
    expect(settableStatuses).not.toContain('failed');
  });

  it('with a status that this version does not know gets none', () => {
    const reason = 'Actiondesk doesn’t recognize the status “archived”';
    expect(whyNoStatus({ status: 'archived' })).toBe(reason);
    expect(whyNotStatus('open', { status: 'archived' })).toBe(reason);
    expect(whyNoStatus({ status: 'failed' })).toBeUndefined();
  });
});

describe('an undo', () => {
  const intent = { kind: 'task-status', status: 'completed' } as const;

  it('gives a task the status from before, if the task still has the new one', () => {
    expect(taskStatus.undo?.(intent, { before: 'inProgress', outcome: 'confirmed' })).toEqual({
      intent: { kind: 'task-status', status: 'inProgress' },
      before: 'completed',
    });
  });

  it('is none before a read has confirmed the change: it could not be told from a colleague’s', () => {
    expect(taskStatus.undo?.(intent, { before: 'inProgress', outcome: 'successful' })).toBeUndefined();
  });

  it('is none where nobody may set the status from before', () => {
    expect(taskStatus.undo?.(intent, { before: 'failed', outcome: 'confirmed' })).toBeUndefined();
    expect(taskStatus.undo?.(intent, { before: 'archived', outcome: 'confirmed' })).toBeUndefined();
    expect(
      taskStatus.undo?.(
        { kind: 'task-status', status: 'archived' },
        { before: 'open', outcome: 'confirmed' },
      ),
    ).toBeUndefined();
  });
});

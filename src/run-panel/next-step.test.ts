import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { itemOf } from '../runs/testing/test-runs.ts';
import { nextStepFor } from './next-step.ts';

const tasks = { kind: 'response-action' } as const;
const drivers = { kind: 'driver-approval', action: 'approve', deployAt: null } as const;
const gone: Problem = { kind: 'notFound', title: 'Gone', advice: 'Look.' };
const final = itemOf('a', { phase: 'settled', outcome: 'rejected', isFinal: true, incident: '42' });
const portal = 'Open the task in the Defender portal';

describe('the next step', () => {
  it('of a task that Defender refuses for good is its page in the portal', () => {
    expect(nextStepFor({ intent: tasks, problem: null }, final)).toEqual({
      text: portal,
      href: 'https://security.microsoft.com/incidents/42',
    });
  });

  it('has no address where the incident is unknown, or is none', () => {
    for (const incident of ['', '../x', 'javascript:alert(1)']) {
      expect(nextStepFor({ intent: tasks, problem: null }, { ...final, incident })).toEqual({ text: portal });
    }
  });

  it('of what is gone is to refresh the list', () => {
    expect(nextStepFor({ intent: tasks, problem: gone }, final)).toEqual({ text: 'Refresh the list' });
    expect(nextStepFor({ intent: drivers, problem: gone }, final)).toEqual({ text: 'Refresh the list' });
  });

  it('of an isolation that was started or is done leads to its task, which shows how to take it back', () => {
    const undo = { text: 'How to release', task: { incidentId: '42', taskId: 'a' } };
    const reviewed = { actionType: 'isolateDevice' };
    for (const outcome of ['started', 'completed'] as const)
      expect(nextStepFor({ intent: tasks, problem: null }, { ...final, outcome, reviewed })).toEqual(undo);
    for (const item of [
      { reviewed: { actionType: 'runAntiVirusScan' } },
      { reviewed: {} },
      { reviewed, incident: '' },
    ])
      expect(
        nextStepFor({ intent: tasks, problem: null }, { ...final, outcome: 'completed', ...item }),
      ).toBeUndefined();
  });

  it('of a task whose action failed leads to the task, which has the steps by hand', () => {
    const failed = { ...final, outcome: 'failed', isFinal: false } as const;
    expect(nextStepFor({ intent: tasks, problem: null }, failed)).toEqual({
      text: 'By hand…',
      task: { incidentId: '42', taskId: 'a' },
    });
    expect(nextStepFor({ intent: tasks, problem: null }, { ...failed, incident: '' })).toBeUndefined();
    expect(nextStepFor({ intent: drivers, problem: null }, failed)).toBeUndefined();
  });

  it('is none where another try may help, or nothing is left to do', () => {
    expect(nextStepFor({ intent: tasks, problem: null }, { ...final, isFinal: false })).toBeUndefined();
    expect(nextStepFor({ intent: tasks, problem: null }, { ...final, outcome: 'completed' })).toBeUndefined();
  });
});

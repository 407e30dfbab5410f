import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { isInvited, nextStep } from './next-step.ts';

describe('the next step', () => {
  it.each([
    [{}, undefined],
    [{ actionType: 'text' }, /^Follow the description/],
    [{ actionType: 'submitIocRule' }, 'Run it in the Defender portal, then set the status of the task.'],
    [{ actionType: 'blockAddress' }, /Look at the task/],
    [{ actionType: 'forceUserPasswordReset' }, /^Run it in the Defender portal.*probably reject/],
    [{ actionStatus: 'failed' }, /^See why/],
    [{ actionStatus: 'partiallyCompleted' }, /^See why/],
    [{ actionStatus: 'inProgress' }, undefined],
    [{ actionStatus: 'completed' }, undefined],
    [{ actionType: 'text', status: 'completed' }, undefined],
    [{ actionStatus: 'failed', status: 'notRelevant' }, undefined],
  ])('of %j is %s', (facts, expected) => {
    const step = nextStep(testTask(facts), {});
    if (expected instanceof RegExp) expect(step).toMatch(expected);
    else expect(step).toBe(expected);
  });

  it('of what is stuck leads to its progress', () => {
    expect(nextStep(testTask({ actionStatus: 'inProgress' }), { isStuck: true })).toContain('Action center');
  });

  it('of what was refused for good is in the portal, whatever its action status is', () => {
    for (const actionStatus of ['notStarted', 'failed'])
      expect(nextStep(testTask({ actionStatus }), { isRefused: true })).toContain('Defender portal');
    // What would probably be rejected has been.
    expect(nextStep(testTask({ actionType: 'disableUser' }), { isRefused: true })).not.toContain('probably');
    expect(nextStep(testTask({ status: 'notRelevant' }), { isRefused: true })).toBeUndefined();
  });
});

it('no one is invited to run what Graph refuses, or probably refuses', () => {
  expect(actionTypes.filter((actionType) => isInvited({ actionType }))).toEqual([
    'isolateDevice',
    'stopAndQuarantineFile',
    'runAntiVirusScan',
    'collectInvestigationPackage',
    'restrictAppExecution',
    'unIsolateDevice',
    'unRestrictAppExecution',
  ]);
  expect(isInvited({ actionType: 'blockAddress' })).toBe(false);
});

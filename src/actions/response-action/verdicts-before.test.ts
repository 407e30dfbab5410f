import { describe, expect, it } from 'vitest';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { taskItemOf, taskOf } from '../../runs/testing/test-runs.ts';
import { reviewedTask } from './reviewed.ts';
import { whyNot } from './rules.ts';
import { judgeTaskBeforeSending } from './verdicts.ts';

describe('a read before sending', () => {
  const send = ['planned', null];
  const follow = ['answered', 'alreadyRunning'];
  const leave = ['settled', 'changedByOther'];

  it.each([
    ['notStarted', 'notStarted', send],
    ['failed', 'failed', send],
    ['notStarted', 'inProgress', follow],
    ['notStarted', 'completed', leave],
    ['failed', 'notStarted', leave],
    ['notStarted', 'paused', leave],
  ] as const)('was %s, is %s', (before, status, expected) => {
    const { phase, outcome } = judgeTaskBeforeSending(
      taskItemOf('t', { before }),
      taskOf('t', status),
      false,
    );
    expect([phase, outcome]).toEqual(expected);
  });

  it('stamps what is to be sent', () => {
    const item = taskItemOf('t', { before: 'failed' });
    expect(judgeTaskBeforeSending(item, taskOf('t', 'failed', 7), false).pre).toBe('failed 7');
    expect(judgeTaskBeforeSending(item, taskOf('t', 'failed'), false).pre).toBe('failed no date');
  });

  it.each([
    ['notStarted', 'as it was', taskOf('t', 'notStarted', 1), send],
    ['notStarted', 'edited, but not started', taskOf('t', 'notStarted', 2), send],
    ['notStarted', 'running', taskOf('t', 'inProgress', 2), follow],
    ['notStarted', 'done', taskOf('t', 'completed', 2), follow],
    ['failed', 'as it was', taskOf('t', 'failed', 1), send],
    ['failed', 'failed once more', taskOf('t', 'failed', 2), follow],
  ] as const)('after a refusal: was %s, is %s', (before, _what, task, expected) => {
    const item = taskItemOf('t', { before, pre: `${before} 1` });
    const { phase, outcome } = judgeTaskBeforeSending(item, task, true);
    expect([phase, outcome]).toEqual(expected);
  });
});

it('says who changed the task last where Graph tells', () => {
  const byPriya = { lastModifiedByDisplayName: 'Priya Nair' };
  const judge = (task: IncidentTask, wasSent: boolean) =>
    judgeTaskBeforeSending(taskItemOf('t', { pre: 'notStarted no date' }), { ...task, ...byPriya }, wasSent)
      .reason;
  expect(judge(taskOf('t', 'inProgress'), false)).toBe(
    'Started since you decided. Last changed by Priya Nair',
  );
  expect(judge(taskOf('t', 'inProgress'), true)).toBe('Started, possibly by this run’s own request');
  expect(judge({ ...taskOf('t', 'notStarted'), status: 'notRelevant' }, false)).toBe(
    'Status changed from “open” to “not relevant”; skipped. Last changed by Priya Nair',
  );
});

describe('a read before sending that finds another task than the one that was reviewed', () => {
  const target = { identifierValue: 'SRV-02', deviceId: 'd-2', isolationType: 'full' };

  it.each([
    [{ status: 'notRelevant' }, 'Status changed from “open” to “not relevant”; skipped'],
    [{ actionType: 'disableUser' }, 'Action changed from “Isolate device” to “Disable user”; skipped'],
    [
      { responseAction: target },
      'Target changed from nothing to “SRV-02”, Device ID changed from nothing to “d-2”, Isolation type changed from nothing to “full”; skipped',
    ],
  ])('leaves it out, first and after a refusal: %j', (change, reason) => {
    for (const wasSent of [false, true]) {
      const item = taskItemOf('t', { pre: wasSent ? 'notStarted no date' : '' });
      expect(
        judgeTaskBeforeSending(item, { ...taskOf('t', 'notStarted'), ...change }, wasSent),
      ).toMatchObject({
        phase: 'settled',
        outcome: 'changedByOther',
        reason,
        after: 'notStarted',
      });
    }
  });

  it('takes a task that is in progress after our own refused request for its doing', () => {
    const item = taskItemOf('t', { pre: 'notStarted no date' });
    const taken = { ...taskOf('t', 'notStarted'), status: 'inProgress' };
    expect(judgeTaskBeforeSending(item, taken, true).outcome).toBe('alreadyRunning');
    expect(judgeTaskBeforeSending(item, taken, false).outcome).toBe('changedByOther');
  });

  it('sends nothing that the rules of the action forbid, whatever a plan says', () => {
    const manual = { ...taskOf('t', 'notStarted'), actionType: 'text' };
    const item = taskItemOf('t', { reviewed: reviewedTask(manual) });
    expect(judgeTaskBeforeSending(item, manual, false)).toMatchObject({
      outcome: 'changedByOther',
      reason: whyNot(manual),
    });
  });
});

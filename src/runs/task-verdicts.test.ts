import { describe, expect, it } from 'vitest';
import { judgeTaskAfterSending, judgeTaskBeforeSending, taskSettleTime, taskStamp } from './task-verdicts.ts';
import { itemOf, taskOf } from './test-runs.ts';

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
    const { phase, outcome } = judgeTaskBeforeSending(itemOf('t', { before }), taskOf('t', status), false);
    expect([phase, outcome]).toEqual(expected);
  });

  it('stamps what is to be sent', () => {
    const item = itemOf('t', { before: 'failed' });
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
    const item = itemOf('t', { before, pre: `${before} 1` });
    const { phase, outcome } = judgeTaskBeforeSending(item, task, true);
    expect([phase, outcome]).toEqual(expected);
  });
});

describe('a read after sending', () => {
  const soon = 2_000;
  const late = taskSettleTime;
  const running = ['answered', 'started'];

  it.each([
    ['started', 'notStarted', 'notStarted', soon, undefined],
    ['started', 'notStarted', 'notStarted', late - 1, undefined],
    ['started', 'notStarted', 'notStarted', late, ['settled', 'contradicted']],
    ['started', 'notStarted', 'inProgress', soon, undefined],
    ['started', 'notStarted', 'inProgress', late, undefined],
    ['started', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['started', 'notStarted', 'partiallyCompleted', soon, ['settled', 'partiallyCompleted']],
    ['started', 'notStarted', 'failed', soon, ['settled', 'failed']],
    ['started', 'notStarted', 'paused', late, undefined],
    ['started', 'failed', 'notStarted', late, undefined],
    ['started', 'failed', 'failed', soon, undefined],
    ['started', 'failed', 'failed', late, ['settled', 'contradicted']],
    ['started', 'failed', 'inProgress', soon, undefined],
    ['started', 'failed', 'completed', soon, ['settled', 'completed']],
    ['unknown', 'notStarted', 'notStarted', soon, undefined],
    ['unknown', 'notStarted', 'notStarted', late, ['settled', 'notApplied']],
    ['unknown', 'notStarted', 'paused', late, undefined],
    ['unknown', 'notStarted', 'inProgress', soon, running],
    ['unknown', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['unknown', 'notStarted', 'failed', soon, ['settled', 'failed']],
    ['alreadyRunning', 'notStarted', 'inProgress', soon, undefined],
    ['alreadyRunning', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['alreadyRunning', 'notStarted', 'notStarted', late, undefined],
    ['skipped', 'notStarted', 'notStarted', soon, ['settled', 'skipped']],
    ['skipped', 'notStarted', 'inProgress', soon, running],
    ['skipped', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['contradicted', 'notStarted', 'notStarted', late, ['settled', 'contradicted']],
    ['contradicted', 'notStarted', 'inProgress', late, running],
    ['contradicted', 'notStarted', 'paused', late, undefined],
  ] as const)('%s, was %s, reads %s after %i ms', (outcome, before, status, elapsed, expected) => {
    const pre = taskStamp(taskOf('t', before));
    const item = itemOf('t', { before, pre, phase: 'answered', outcome });
    const verdict = judgeTaskAfterSending(item, taskOf('t', status), elapsed);
    expect(verdict && [verdict.phase, verdict.outcome]).toEqual(expected);
  });

  it.each(['started', 'unknown'] as const)('sees a second failure of what is %s by its date', (outcome) => {
    const item = itemOf('t', { before: 'failed', pre: 'failed 1', phase: 'answered', outcome });
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 1), soon)).toBeUndefined();
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 2), soon)).toMatchObject({
      phase: 'settled',
      outcome: 'failed',
    });
  });

  it.each(['started', 'unknown'] as const)('takes an edit for no start of what is %s', (outcome) => {
    const item = itemOf('t', { before: 'notStarted', pre: 'notStarted 1', phase: 'answered', outcome });
    expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 2), soon)).toBeUndefined();
    expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 2), late)).toMatchObject({
      outcome: outcome === 'started' ? 'contradicted' : 'notApplied',
    });
  });

  it('tells the seconds', () => {
    const pre = 'notStarted no date';
    const reasonOf = (outcome: 'started' | 'unknown') =>
      judgeTaskAfterSending(
        itemOf('t', { pre, phase: 'answered', outcome }),
        taskOf('t', 'notStarted'),
        80_400,
      )?.reason;
    expect(reasonOf('started')).toBe(
      'Defender accepted it, but does not show it started 80 s after the answer',
    );
    expect(reasonOf('unknown')).toBe('Read 80 s after the answer: it has not started');
  });

  it('that does not list the task proves nothing', () => {
    const item = itemOf('t', { before: 'notStarted', phase: 'answered', outcome: 'unknown' });
    expect(judgeTaskAfterSending(item, undefined, late)).toBeUndefined();
  });
});

it('a refusal stands once a read shows nothing else, and a start disproves it', () => {
  const item = itemOf('t', { pre: 'notStarted 1', phase: 'answered', outcome: 'rejected', reason: 'No.' });
  expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 1), 2_000)).toEqual({
    id: 't',
    phase: 'settled',
    outcome: 'rejected',
    reason: 'No.',
  });
  expect(judgeTaskAfterSending(item, taskOf('t', 'inProgress', 2), 2_000)?.outcome).toBe('started');
  expect(judgeTaskAfterSending(item, taskOf('t', 'completed', 2), 2_000)?.outcome).toBe('completed');
});

import { describe, expect, it } from 'vitest';
import { judgeTaskAfterSending, judgeTaskBeforeSending, taskSettleTime } from './task-verdicts.ts';
import { itemOf, taskOf } from './test-runs.ts';

describe('a read before sending', () => {
  it.each([
    ['notStarted', 'notStarted', false, undefined],
    ['failed', 'failed', false, undefined],
    ['notStarted', 'inProgress', false, ['answered', 'alreadyRunning']],
    ['notStarted', 'completed', false, ['settled', 'changedByOther']],
    ['failed', 'notStarted', false, ['settled', 'changedByOther']],
    ['notStarted', 'notStarted', true, undefined],
    ['notStarted', 'inProgress', true, ['answered', 'alreadyRunning']],
    ['notStarted', 'completed', true, ['answered', 'alreadyRunning']],
  ] as const)('was %s, is %s, sent before: %s', (before, status, wasSent, expected) => {
    const verdict = judgeTaskBeforeSending(itemOf('t', { before }), taskOf('t', status), wasSent);
    expect(verdict && [verdict.phase, verdict.outcome]).toEqual(expected);
  });
});

describe('a read after sending', () => {
  const soon = 2_000;
  const late = taskSettleTime;

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
    ['started', 'failed', 'failed', soon, undefined],
    ['started', 'failed', 'inProgress', soon, undefined],
    ['started', 'failed', 'completed', soon, ['settled', 'completed']],
    ['unknown', 'notStarted', 'notStarted', soon, undefined],
    ['unknown', 'notStarted', 'notStarted', late, ['settled', 'notApplied']],
    ['unknown', 'notStarted', 'inProgress', soon, ['answered', 'started']],
    ['unknown', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['unknown', 'notStarted', 'failed', soon, ['settled', 'failed']],
    ['alreadyRunning', 'notStarted', 'inProgress', soon, undefined],
    ['alreadyRunning', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['alreadyRunning', 'notStarted', 'notStarted', late, undefined],
  ] as const)('%s, was %s, reads %s after %i ms', (outcome, before, status, elapsed, expected) => {
    const item = itemOf('t', { before, phase: 'answered', outcome });
    const verdict = judgeTaskAfterSending(item, taskOf('t', status), elapsed);
    expect(verdict && [verdict.phase, verdict.outcome]).toEqual(expected);
  });

  it('that does not list the task proves nothing', () => {
    const item = itemOf('t', { before: 'notStarted', phase: 'answered', outcome: 'unknown' });
    expect(judgeTaskAfterSending(item, undefined, late)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../runs/model/run.ts';
import { taskItemOf, taskOf } from '../../runs/testing/test-runs.ts';
import { judgeFollowing, judgeTaskAfterSending, taskSettleTime, taskStamp } from './verdicts.ts';

describe('"already in progress" of a task that had ended', () => {
  const failed = taskItemOf('t', { before: 'failed', pre: 'failed 1' });
  const following = (outcome: Outcome = 'unknown') =>
    taskItemOf('t', { ...failed, ...judgeFollowing(failed), outcome });

  it('is not known at first: the read before it may be an old one', () => {
    expect(judgeFollowing(failed)).toMatchObject({ phase: 'answered', outcome: 'unknown' });
    expect(judgeFollowing(taskItemOf('t', { pre: 'notStarted 1' }))).toMatchObject({
      phase: 'answered',
      outcome: 'alreadyRunning',
    });
    expect(
      judgeTaskAfterSending(following(), taskOf('t', 'failed', 1), taskSettleTime - 1, true),
    ).toBeUndefined();
  });

  it.each(['unknown', 'failed', 'contradicted'] as const)(
    'is a refusal for good once it still reads as failed: %s',
    (outcome) => {
      expect(
        judgeTaskAfterSending(following(outcome), taskOf('t', 'failed', 1), taskSettleTime, true),
      ).toMatchObject({
        phase: 'settled',
        outcome: 'failed',
        isFinal: true,
        reason: 'Not isolated: the earlier attempt failed, and Defender refused to start the task again',
      });
    },
  );

  it.each(['partiallyCompleted', 'completed'] as const)('and had been %s stays that', (status) => {
    const item = taskItemOf('t', {
      before: status,
      pre: `${status} 1`,
      phase: 'answered',
      outcome: 'unknown',
    });
    expect(judgeTaskAfterSending(item, taskOf('t', status, 1), taskSettleTime, true)).toMatchObject({
      phase: 'settled',
      outcome: status,
      isFinal: true,
    });
  });

  it('is followed where it runs after all, and told where it ended again', () => {
    const { outcome } = judgeTaskAfterSending(following(), taskOf('t', 'inProgress', 2), 2_000, true) ?? {};
    expect(outcome).toBe('started');
    expect(judgeTaskAfterSending(following(), taskOf('t', 'completed', 2), 2_000, true)?.outcome).toBe(
      'completed',
    );
    expect(judgeTaskAfterSending(following(), taskOf('t', 'failed', 2), taskSettleTime, true)).toMatchObject({
      outcome: 'failed',
      reason: 'Defender reports that the action failed',
    });
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
    ['alreadyRunning', 'notStarted', 'notStarted', late - 1, undefined],
    ['alreadyRunning', 'notStarted', 'notStarted', late, ['settled', 'contradicted']],
    ['skipped', 'notStarted', 'notStarted', soon, ['settled', 'skipped']],
    ['skipped', 'notStarted', 'inProgress', soon, running],
    ['skipped', 'notStarted', 'completed', soon, ['settled', 'completed']],
    ['contradicted', 'notStarted', 'notStarted', late, ['settled', 'contradicted']],
    ['contradicted', 'notStarted', 'inProgress', late, running],
    ['contradicted', 'notStarted', 'paused', late, undefined],
  ] as const)('%s, was %s, reads %s after %i ms', (outcome, before, status, elapsed, expected) => {
    const pre = taskStamp(taskOf('t', before));
    const item = taskItemOf('t', { before, pre, phase: 'answered', outcome });
    const verdict = judgeTaskAfterSending(item, taskOf('t', status), elapsed);
    expect(verdict && [verdict.phase, verdict.outcome]).toEqual(expected);
  });

  it('names, once, who changed last what another analyst had started', () => {
    const item = taskItemOf('t', { pre: 'notStarted 1', phase: 'answered', outcome: 'alreadyRunning' });
    const byPriya = { ...taskOf('t', 'inProgress'), lastModifiedByDisplayName: 'Priya Nair' };
    const told = judgeTaskAfterSending(item, byPriya, soon);
    const reason = 'In progress. Last changed by Priya Nair';
    expect(told).toMatchObject({ phase: 'answered', outcome: 'alreadyRunning', reason });
    expect(judgeTaskAfterSending({ ...item, reason }, byPriya, soon)).toBeUndefined();
    expect(judgeTaskAfterSending({ ...item, outcome: 'started' }, byPriya, soon)).toBeUndefined();
  });

  it.each(['started', 'unknown'] as const)('sees a second failure of what is %s by its date', (outcome) => {
    const item = taskItemOf('t', { before: 'failed', pre: 'failed 1', phase: 'answered', outcome });
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 1), soon)).toBeUndefined();
    // So soon it may as well be an analyst's edit, while the action is yet to start.
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 2), late - 1)).toBeUndefined();
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 2), late)).toMatchObject({
      phase: 'settled',
      outcome: 'failed',
    });
  });

  it.each(['started', 'unknown'] as const)('takes an edit for no start of what is %s', (outcome) => {
    const item = taskItemOf('t', { before: 'notStarted', pre: 'notStarted 1', phase: 'answered', outcome });
    expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 2), soon)).toBeUndefined();
    expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 2), late)).toMatchObject({
      outcome: outcome === 'started' ? 'contradicted' : 'notApplied',
    });
  });

  it('takes the failure before for no new one, of what another analyst had started again', () => {
    const item = taskItemOf('t', { before: 'failed', phase: 'answered', outcome: 'alreadyRunning' });
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 1), late - 1)).toBeUndefined();
    expect(judgeTaskAfterSending(item, taskOf('t', 'failed', 1), late)?.outcome).toBe('failed');
    expect(judgeTaskAfterSending(item, taskOf('t', 'completed', 2), soon)?.outcome).toBe('completed');
  });

  it('leaves a verdict, and Defender’s word of its end, as they were told', () => {
    const told = { pre: 'notStarted 1', phase: 'answered', reason: 'As told.' } as const;
    const contradicted = taskItemOf('t', { ...told, outcome: 'contradicted' });
    const failed = taskItemOf('t', { ...told, outcome: 'failed' });
    for (const [item, task] of [
      [contradicted, taskOf('t', 'notStarted', 1)],
      [contradicted, 'gone'],
      [failed, 'gone'],
    ] as const) {
      expect(judgeTaskAfterSending(item, task, late)).toMatchObject({
        id: 't',
        phase: 'settled',
        outcome: item.outcome,
        reason: 'As told.',
      });
    }
  });

  it('tells the seconds', () => {
    const pre = 'notStarted no date';
    const reasonOf = (outcome: Outcome | null) =>
      judgeTaskAfterSending(
        taskItemOf('t', { pre, phase: 'answered', outcome }),
        taskOf('t', 'notStarted'),
        80_400,
      )?.reason;
    expect(reasonOf('started')).toBe('Defender accepted it, but doesn’t show it as started 80 s later');
    expect(reasonOf('alreadyRunning')).toBe(
      'Defender said it was already in progress, but doesn’t show it as started 80 s later',
    );
    expect(reasonOf('unknown')).toBe('Not started 80 s later');
  });

  it('in which its row cannot be read proves nothing', () => {
    const item = taskItemOf('t', { before: 'notStarted', phase: 'answered', outcome: 'unknown' });
    expect(judgeTaskAfterSending(item, 'unreadable', late)).toBeUndefined();
  });

  it.each([
    ['unknown', 'notFound', 'No longer listed, 60 s later'],
    ['alreadyRunning', 'notFound', 'No longer listed, 60 s later'],
    ['started', 'started', 'Result unknown: no longer listed, 60 s later'],
  ] as const)('that does not list what was %s any more settles it in the end', (outcome, end, reason) => {
    const item = taskItemOf('t', { before: 'notStarted', phase: 'answered', outcome });
    expect(judgeTaskAfterSending(item, 'gone', late - 1)).toBeUndefined();
    expect(judgeTaskAfterSending(item, 'gone', late)).toEqual({
      id: 't',
      phase: 'settled',
      outcome: end,
      reason,
    });
  });

  it('that does not list what was rejected leaves it so, and tells in time of what was put off', () => {
    const refused = { before: 'notStarted', phase: 'answered', reason: 'No.' } as const;
    expect(
      judgeTaskAfterSending(taskItemOf('t', { ...refused, outcome: 'rejected' }), 'gone', soon),
    ).toMatchObject({ phase: 'settled', outcome: 'rejected' });
    const putOff = taskItemOf('t', { ...refused, outcome: 'skipped' });
    expect(judgeTaskAfterSending(putOff, 'gone', soon)).toBeUndefined();
    expect(judgeTaskAfterSending(putOff, 'gone', late)).toMatchObject({
      phase: 'settled',
      outcome: 'notFound',
    });
  });
});

it('a refusal stands once a read shows nothing else, and a start disproves it', () => {
  const item = taskItemOf('t', {
    pre: 'notStarted 1',
    phase: 'answered',
    outcome: 'rejected',
    reason: 'No.',
  });
  expect(judgeTaskAfterSending(item, taskOf('t', 'notStarted', 1), 2_000)).toMatchObject({
    id: 't',
    phase: 'settled',
    outcome: 'rejected',
    reason: 'No.',
  });
  expect(judgeTaskAfterSending(item, taskOf('t', 'inProgress', 2), 2_000)?.outcome).toBe('started');
  expect(judgeTaskAfterSending(item, taskOf('t', 'completed', 2), 2_000)?.outcome).toBe('completed');
});

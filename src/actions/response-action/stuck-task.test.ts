import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, freePacer, noon, success } from '../../graph/test-answers.ts';
import { settleRun } from '../../runs/settling/settle-run.ts';
import { itemOf, runOf, stepOf, taskOf } from '../../runs/testing/test-runs.ts';
import { setUpSettling } from '../../runs/testing/test-settling.ts';
import { judgeTaskAfterSending, taskFollowTime } from './verdicts.ts';
import { taskWork } from './work.ts';

const listed = { id: 't', status: 'open', actionType: 'isolateDevice', actionStatus: 'inProgress' };

it.each(['started', 'alreadyRunning'] as const)(
  '[G19] a task that runs for hours is read for half an hour, ever more seldom; then it is told when it was read last: %s',
  async (outcome) => {
    const item = itemOf('t', { phase: 'answered', outcome, pre: 'notStarted no date' });
    const run = runOf([stepOf('1', [item], { targetId: 't' })], { intent: { kind: 'response-action' } });
    const { settling, waits, shown } = setUpSettling(run, []);
    let reads = 0;
    const work = taskWork(
      createGraph({
        pacer: freePacer,
        baseUrl,
        getToken: async () => 'token',
        now: () => noon,
        fetch: async () => {
          reads += 1;
          return success({ value: [listed] });
        },
      }),
    );
    await settleRun({ ...settling, workOf: () => work });
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(taskFollowTime);
    expect(waits.slice(0, 6)).toEqual([2_000, 3_000, 5_000, 10_000, 20_000, 20_000]);
    expect(Math.max(...waits)).toBe(300_000);
    expect(reads).toBe(waits.length);
    expect(shown().steps[0]?.items[0]).toMatchObject({
      phase: 'answered',
      outcome,
      reason: 'Still in progress at the last check, at least 30 minutes later',
    });
  },
);

it('[G19] a person who looks again later is told how much later that was, and its end when it comes', () => {
  const item = itemOf('t', { phase: 'answered', outcome: 'started', pre: 'notStarted 1' });
  const later = judgeTaskAfterSending(item, taskOf('t', 'inProgress', 2), 3 * 3_600_000);
  expect(later).toMatchObject({ reason: 'Still in progress at the last check, at least 180 minutes later' });
  expect(judgeTaskAfterSending(item, taskOf('t', 'completed', 3), 4 * 3_600_000)).toMatchObject({
    phase: 'settled',
    outcome: 'completed',
  });
});

import { describe, expect, it } from 'vitest';
import type { Item, Run } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { ownStarts } from './own-starts.ts';
import { startTimes, usualTime } from './usual-time.ts';

const minute = 60_000;

/** A step that sent one task at this time, in ms. */
function sentAt(at: number, id: string, rest: Partial<Item> = {}) {
  const item = itemOf(id, {
    phase: 'settled',
    outcome: 'completed',
    reviewed: { actionType: 'isolateDevice' },
    ...rest,
  });
  const attempt = { clientRequestId: id, ids: [id], sentAt: new Date(at).toISOString() };
  return stepOf(id, [item], { attempts: [attempt] });
}

function taskRun(endedAt: number | null, ...steps: ReturnType<typeof sentAt>[]): Run {
  return runOf(steps, { intent: { kind: 'response-action' }, state: 'done', endedAt });
}

describe('the usual time of an action', () => {
  it('is the median over the runs that completed one', () => {
    const runs = [1, 90, 2].map((minutes) => taskRun(minutes * minute, sentAt(0, 'a')));
    expect(usualTime(runs, 'isolateDevice')).toBe(2 * minute);
  });

  it('counts from the task of a run that was sent last, of this type alone', () => {
    const scan = { reviewed: { actionType: 'runAntiVirusScan' } };
    const run = taskRun(
      10 * minute,
      sentAt(0, 'a'),
      sentAt(9 * minute, 'b'),
      sentAt(9.5 * minute, 'c', scan),
    );
    expect(usualTime([run], 'isolateDevice')).toBe(minute);
    expect(usualTime([run], 'runAntiVirusScan')).toBe(minute / 2);
  });

  it.each([
    ['nothing was run', []],
    ['the run has not ended', [taskRun(null, sentAt(0, 'a'))]],
    ['nothing was completed', [taskRun(minute, sentAt(0, 'a', { outcome: 'failed' }))]],
    ['the clock was set back', [taskRun(0, sentAt(minute, 'a'))]],
    [
      'another action was run',
      [taskRun(minute, sentAt(0, 'a', { reviewed: { actionType: 'disableUser' } }))],
    ],
    [
      'nothing was sent',
      [runOf([stepOf('a', [itemOf('a', { outcome: 'completed' })])], { endedAt: minute })],
    ],
  ])('is unknown where %s', (_what, runs) => {
    expect(usualTime(runs, 'isolateDevice')).toBeUndefined();
  });
});

describe('the start of a task', () => {
  it('is when this browser last started it, and unknown where another started it', () => {
    const started = { phase: 'answered', outcome: 'started' } as const;
    const runs = [
      taskRun(null, sentAt(2, 'a', started), sentAt(3, 'b', { ...started, outcome: 'alreadyRunning' })),
      taskRun(null, sentAt(1, 'a', started)),
    ];
    expect([...startTimes(runs)]).toEqual([['a', 2]]);
  });
});

it('a person started what Graph accepted from this browser, however that ended, and the latest start counts', () => {
  const answered = (at: number, id: string, status: number | undefined, rest: Partial<Item> = {}) => {
    const step = sentAt(at, id, rest);
    return { ...step, attempts: step.attempts.map((attempt) => ({ ...attempt, ...(status && { status }) })) };
  };
  const runs = [
    taskRun(null, answered(1, 'a', 204), answered(5, 'b', 204, { outcome: 'failed' })),
    taskRun(null, answered(3, 'a', 204), answered(2, 'b', 204)),
    // Refused since it ran already, with an unknown answer, and what Graph accepted without effect.
    taskRun(null, answered(4, 'c', 400), answered(4, 'd', undefined)),
    taskRun(null, answered(4, 'e', 204, { outcome: 'contradicted' })),
    taskRun(null, stepOf('f', [itemOf('f', { outcome: 'completed' })])),
  ];
  const startsWith = (actionStatus: string) => [...ownStarts(runs, [{ id: 'b', actionStatus }])];
  expect([...ownStarts(runs, [])]).toEqual([
    ['a', 3],
    ['b', 5],
  ]);
  expect(startsWith('failed')).toEqual([
    ['a', 3],
    ['b', 5],
  ]);
  // Somebody has started the failed action again.
  expect(startsWith('completed')).toEqual([['a', 3]]);
});

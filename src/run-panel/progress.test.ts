import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { ratePerMinute, tellCanceled, tellChecking, tellProgress } from './progress.ts';

const start = Date.UTC(2026, 11, 8, 12);
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString();

/** A hundred drivers a step; the first ones are answered, one step every ten seconds. */
function runWith(answered: number, all: number, rest = {}) {
  const steps = Array.from({ length: all }, (_, step) => {
    const ids = Array.from({ length: 100 }, (__, index) => `${step} ${index}`);
    const isAnswered = step < answered;
    return stepOf(
      `${step}`,
      ids.map((id) => itemOf(id, isAnswered ? { phase: 'answered', outcome: 'successful' } : {})),
      {
        attempts: isAnswered
          ? [
              {
                clientRequestId: id(step),
                ids,
                sentAt: at(step * 10_000),
                endedAt: at(step * 10_000 + 9_000),
              },
            ]
          : [],
      },
    );
  });
  return runOf(steps, { startedAt: start, ...rest });
}
const id = (step: number) => `c-${step}`;

describe('the rate', () => {
  it('is that of the last minute, or since the start', () => {
    expect(ratePerMinute(runWith(2, 4), start + 20_000)).toBe(600);
    expect(ratePerMinute(runWith(12, 20), start + 120_000)).toBe(600);
  });

  it('says nothing in the first seconds, and while nothing was answered', () => {
    expect(ratePerMinute(runWith(1, 4), start + 9_999)).toBeNull();
    expect(ratePerMinute(runWith(0, 4), start + 20_000)).toBeNull();
    expect(ratePerMinute(runWith(2, 4), start + 200_000)).toBeNull();
  });

  it('does not count what was refused and waits to be sent again', () => {
    const ids = ['a', 'b'];
    const attempts = [{ clientRequestId: 'c', ids, sentAt: at(0), endedAt: at(1), status: 429 }];
    const waiting = [itemOf('a'), itemOf('b', { phase: 'sending' })];
    expect(
      ratePerMinute(runOf([stepOf('1', waiting, { attempts })], { startedAt: start }), start + 20_000),
    ).toBeNull();
    const open = [{ clientRequestId: 'c', ids, sentAt: at(0) }];
    expect(
      ratePerMinute(runOf([stepOf('1', waiting, { attempts: open })], { startedAt: start }), start + 20_000),
    ).toBeNull();
  });
});

it('progress tells how many are answered, how fast it goes, and how long it may take', () => {
  expect(tellProgress(runWith(2, 20), start + 20_000)).toBe(
    '200 of 2,000 drivers answered, about 600 a minute, about 3 min left',
  );
  expect(
    tellProgress(
      runWith(2, 20, { waitingUntil: start + 90_000, waitingBecause: 'throttled' }),
      start + 20_000,
    ),
  ).toBe('200 of 2,000 drivers answered, about 600 a minute');
  expect(tellProgress(runWith(2, 2), start + 20_000)).toBe('200 of 200 drivers answered, about 600 a minute');
  expect(tellProgress(runWith(0, 1), start)).toBe('0 of 100 drivers answered');
});

describe('of response actions', () => {
  const tasks = (count: number, answered = 0) =>
    runOf(
      Array.from({ length: count }, (_, index) =>
        stepOf(
          `${index}`,
          [itemOf(`${index}`, index < answered ? { phase: 'answered', outcome: 'started' } : {})],
          {
            attempts:
              index < answered
                ? [
                    {
                      clientRequestId: `${index}`,
                      ids: [`${index}`],
                      sentAt: at(0),
                      endedAt: at(index * 500),
                    },
                  ]
                : [],
          },
        ),
      ),
      { startedAt: start, intent: { kind: 'response-action' } },
    );

  it('progress goes by the pace from the start, where there are more than a minute takes', () => {
    expect(tellProgress(tasks(211), start)).toBe(
      '0 of 211 tasks answered, about 20 a minute, about 11 min left',
    );
    expect(tellProgress(tasks(20), start)).toBe('0 of 20 tasks answered');
  });

  it('a first burst promises nothing, and waits of our own pacing are part of the rate', () => {
    const waiting = { waitingUntil: start + 50_000, waitingBecause: 'pacing' } as const;
    expect(tellProgress({ ...tasks(211, 20), ...waiting }, start + 10_000)).toBe(
      '20 of 211 tasks answered, about 20 a minute, about 10 min left',
    );
  });

  it('a wait that Microsoft Graph asked for makes no promise until it is over', () => {
    const waiting = { waitingUntil: start + 50_000, waitingBecause: 'throttled' } as const;
    const run = { ...tasks(211, 20), ...waiting };
    expect(tellProgress(run, start + 49_999)).toBe('20 of 211 tasks answered, about 20 a minute');
    expect(tellProgress(run, start + 50_000)).toMatch(/about 10 min left$/);
  });
});

describe('what is checked once everything is sent', () => {
  const rejected = itemOf('a', { phase: 'answered', outcome: 'rejected' });
  const checking = (...items: ReturnType<typeof itemOf>[]) =>
    tellChecking(runOf([stepOf('1', items)], { state: 'settling' }));

  it('is only that nothing changed, where nothing was accepted', () => {
    const settled = itemOf('b', { phase: 'settled', outcome: 'completed' });
    for (const items of [[rejected], [rejected, settled]])
      expect(checking(...items)).toBe('Confirming that rejected requests changed nothing…');
  });

  it('is the results, where something was accepted or is unknown', () => {
    for (const outcome of ['started', 'unknown', 'successful'] as const)
      expect(checking(rejected, itemOf('b', { phase: 'answered', outcome }))).toBe('Checking results…');
    expect(checking()).toBe('Checking results…');
  });
});

describe('a canceled run', () => {
  const items = [
    itemOf('a', { phase: 'answered', outcome: 'started' }),
    itemOf('b', { phase: 'settled', outcome: 'skipped', left: 'canceled' }),
    itemOf('c', { phase: 'settled', outcome: 'skipped', left: 'refusedForNow' }),
  ];
  const canceled = (some: typeof items, rest = {}) =>
    tellCanceled(runOf([stepOf('1', some)], { cancelled: true, state: 'settling', ...rest }));

  it('counts what was not sent', () => {
    expect(canceled(items)).toBe('Canceled: 2 not sent');
    expect(canceled(items.slice(0, 1))).toBe('Canceled after everything was sent');
  });

  it('does not count before its last request has a response', () => {
    expect(canceled(items, { state: 'running' })).toBe(
      'Canceled. Requests already sent may still take effect',
    );
  });
});

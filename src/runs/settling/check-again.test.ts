import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { noon } from '../../graph/test-answers.ts';
import type { Intent, Outcome } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { outcomesOf, settled, setUpSettling } from '../testing/test-settling.ts';
import { checkAgain, leaveAsKnown, mayCheck, reopen } from './check-again.ts';

const intents = {
  drivers: { kind: 'driver-approval', action: 'approve', deployAt: null },
  tasks: { kind: 'response-action' },
  sync: { kind: 'inventory-sync' },
} as const satisfies Record<string, Intent>;

describe('a further read', () => {
  const over = (outcome: Outcome, pre: string) => itemOf('a', { phase: 'settled', outcome, pre });

  it.each([
    ['notApplied', 'unknown'],
    ['changedByOther', 'unknown'],
    ['contradicted', 'contradicted'],
    ['rejected', 'rejected'],
    ['unknown', 'unknown'],
    ['notFound', 'unknown'],
    ['successful', 'successful'],
    ['started', 'started'],
  ] as const)('may judge again what was sent and is %s', (outcome, reopened) => {
    for (const intent of Object.values(intents)) {
      const sent = over(outcome, 'needsReview no date');
      expect(mayCheck(actionOf(intent), sent)).toBe(true);
      expect(reopen(actionOf(intent), stepOf('1', [sent])).items).toEqual([
        { ...sent, phase: 'answered', outcome: reopened },
      ]);
      const left = over(outcome, '');
      expect(mayCheck(actionOf(intent), left)).toBe(false);
      expect(reopen(actionOf(intent), stepOf('1', [left])).items).toEqual([left]);
    }
  });

  it('may find done what Graph had put off: the read may have been an older one, the answer a repetition’s', () => {
    const { drivers: intent } = intents;
    const putOff = { ...over('skipped', 'needsReview no date'), left: 'refusedForNow' as const };
    expect(mayCheck(actionOf(intent), putOff)).toBe(true);
    expect(reopen(actionOf(intent), stepOf('1', [putOff])).items).toEqual([{ ...putOff, phase: 'answered' }]);
    for (const left of ['alreadySo', 'later', null] as const)
      expect(mayCheck(actionOf(intent), { ...putOff, left })).toBe(false);
  });

  it('may find the end of what another person had started, which has no stamp', () => {
    for (const pre of ['', 'notStarted 5']) {
      const running = over('alreadyRunning', pre);
      expect(mayCheck(actionOf(intents.tasks), running)).toBe(true);
      expect(reopen(actionOf(intents.tasks), stepOf('1', [running])).items).toEqual([
        { ...running, phase: 'answered' },
      ]);
    }
  });

  it('may find a driver as wanted that Intune called failed: it may have answered a repetition', () => {
    const failed = over('failed', 'needsReview no date');
    expect(mayCheck(actionOf(intents.drivers), failed)).toBe(true);
    expect(reopen(actionOf(intents.drivers), stepOf('1', [failed])).items).toEqual([
      { ...failed, phase: 'answered' },
    ]);
    expect(mayCheck(actionOf(intents.sync), failed)).toBe(true);
    expect(mayCheck(actionOf(intents.tasks), failed)).toBe(false);
    // It had failed before: what is read may be the old word.
    expect(mayCheck(actionOf(intents.tasks), over('failed', 'failed 5'))).toBe(true);
  });

  it.each(['confirmed', 'completed', 'skipped', 'partiallyCompleted'] as const)(
    'leaves alone what is %s',
    (outcome) => {
      const item = over(outcome, 'needsReview no date');
      expect(mayCheck(actionOf(intents.drivers), item)).toBe(false);
      expect(reopen(actionOf(intents.drivers), stepOf('1', [item])).items).toEqual([item]);
    },
  );

  it('judges what is open as it is, and leaves alone what was not sent', () => {
    const open = itemOf('a', { phase: 'answered', outcome: 'started' });
    expect(mayCheck(actionOf(intents.tasks), open)).toBe(true);
    expect(reopen(actionOf(intents.tasks), stepOf('1', [open])).items).toEqual([open]);
    for (const item of [
      itemOf('a', { pre: 'x' }),
      itemOf('a', { phase: 'settled', outcome: null, pre: 'x' }),
    ])
      expect(mayCheck(actionOf(intents.tasks), item)).toBe(false);
  });

  it('counts from the last answer of the run, and reads only what may turn', async () => {
    const sentAt = new Date(noon - 90_000).toISOString();
    const attempts = [{ clientRequestId: 'c', ids: ['a'], sentAt }];
    const run = runOf(
      [
        stepOf('1', [over('notApplied', 'needsReview no date')], { attempts }),
        stepOf('2', [over('confirmed', 'needsReview no date')], { attempts }),
      ],
      { startedAt: noon - 200_000, state: 'done' },
    );
    const all = setUpSettling(run, [[{ stepId: '1', results: [settled('a', 'confirmed')] }]]);
    await checkAgain(all.settling);
    expect(all.story).toEqual(['observe target 1 at 90000']);
    expect(outcomesOf(all.shown())).toEqual([['confirmed'], ['confirmed']]);
  });

  it.each([
    ['was set forward: what the page has lived counts', noon - 90_000, noon - 10_000, 10_000],
    ['was set back: what the page has lived counts', noon + 90_000, noon - 10_000, 10_000],
    ['was left alone', noon - 9_000, noon - 10_000, 9_000],
    ['was left alone, in the very moment', noon, noon - 10_000, 0],
    ['says as much as the page has lived', noon - 10_000, noon - 10_000, 10_000],
  ])('goes by what is sure when the clock %s', async (_what, answeredAt, livedFrom, elapsed) => {
    const attempts = [
      { clientRequestId: 'c', ids: ['a'], sentAt: '', endedAt: new Date(answeredAt).toISOString() },
    ];
    const steps = [stepOf('1', [over('unknown', 'needsReview no date')], { attempts })];
    const all = setUpSettling(runOf(steps, { startedAt: answeredAt - 500, state: 'done' }), [[]]);
    await checkAgain({ ...all.settling, livedFrom });
    expect(all.story).toEqual([`observe target 1 at ${elapsed}`]);
  });
});

it('what nobody can find out is left as it is known, because a person says so', () => {
  const items = [
    itemOf('a', { phase: 'answered', outcome: 'unknown', reason: 'The connection was lost' }),
    itemOf('b', { phase: 'answered', outcome: 'started' }),
    itemOf('c', { phase: 'settled', outcome: 'confirmed' }),
    itemOf('d'),
    itemOf('e', { phase: 'answered', outcome: 'skipped', reason: 'Put off' }),
  ];
  expect(leaveAsKnown(stepOf('1', items))).toEqual([
    {
      kind: 'items',
      stepId: '1',
      results: [
        {
          id: 'a',
          phase: 'settled',
          outcome: 'unknown',
          reason: 'The connection was lost. Tracking stopped manually',
        },
        { id: 'b', phase: 'settled', outcome: 'started', reason: 'Tracking stopped manually' },
        {
          id: 'e',
          phase: 'settled',
          outcome: 'skipped',
          reason: 'Put off. Tracking stopped manually',
          left: 'refusedForNow',
        },
      ],
    },
  ]);
  expect(leaveAsKnown(stepOf('1', items.slice(2, 4)))).toEqual([]);
});

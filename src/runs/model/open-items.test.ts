import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { itemsUnderWay, openItems, openItemsOf, queuedIds } from './open-items.ts';
import type { Item } from './run.ts';

const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: '' };

/** Whether another run that has this item keeps it from being sent. */
const isOpen = (rest: Partial<Item>, attempts = [attempt]) =>
  openItems([runOf([stepOf('1', [itemOf('a', rest)], { targetId: 'pilot', attempts })])], 'pilot').has('a');

describe('an item of another run', () => {
  it.each<[string, Partial<Item>, boolean]>([
    ['is being sent', { phase: 'sending' }, true],
    ['was sent, and nobody knows', { phase: 'answered', outcome: 'unknown' }, true],
    ['was sent, and no read shows it yet', { phase: 'answered', outcome: 'successful' }, true],
    ['has started', { phase: 'answered', outcome: 'started' }, true],
    ['runs already', { phase: 'answered', outcome: 'alreadyRunning' }, true],
    ['was called failed', { phase: 'answered', outcome: 'failed' }, false],
    ['was refused for now', { phase: 'answered', outcome: 'skipped' }, false],
    ['was refused for good', { phase: 'answered', outcome: 'rejected' }, false],
    ['is settled', { phase: 'settled', outcome: 'confirmed' }, false],
    ['waits to be sent again', { phase: 'planned' }, true],
  ])('that %s is in the way: %s', (_what, rest, expected) => {
    expect(isOpen(rest)).toBe(expected);
  });

  it('that was never sent is not in the way', () => {
    expect(isOpen({ phase: 'planned' }, [])).toBe(false);
    expect(isOpen({ phase: 'planned' }, [{ ...attempt, ids: ['b'] }])).toBe(false);
    expect(isOpen({ phase: 'planned' }, [{ ...attempt, ids: ['b'] }, attempt])).toBe(true);
  });
});

it('is looked for in all steps of all runs, of one target', () => {
  const sending = (id: string) => itemOf(id, { phase: 'sending' });
  const runs = [
    runOf([
      stepOf('1', [sending('a'), itemOf('b'), sending('c')], { targetId: 'pilot' }),
      stepOf('2', [sending('d')], { targetId: 'broad' }),
    ]),
    runOf([stepOf('3', [sending('e')], { targetId: 'pilot' })]),
  ];
  expect([...openItems(runs, 'pilot')]).toEqual(['a', 'c', 'e']);
  expect([...openItems(runs, 'other')]).toEqual([]);
});

it('is told of one run for each of its targets that have any', () => {
  const sending = (id: string) => itemOf(id, { phase: 'sending' });
  const run = runOf([
    stepOf('1', [sending('a'), itemOf('b')], { targetId: 'pilot' }),
    stepOf('2', [sending('c')], { targetId: 'broad' }),
    stepOf('3', [itemOf('d')], { targetId: 'none' }),
    stepOf('4', [sending('e'), sending('f')], { targetId: 'pilot' }),
  ]);
  expect(openItemsOf(run)).toEqual([
    ['pilot', ['a', 'e', 'f']],
    ['broad', ['c']],
  ]);
});

it('is found with its run, by the newest run that has it, of one target or of all', () => {
  const sending = (id: string) => itemOf(id, { phase: 'sending' });
  const newer = runOf(
    [
      stepOf('1', [sending('a'), itemOf('never sent'), itemOf('over', { phase: 'settled' })], {
        targetId: 'pilot',
      }),
      stepOf('2', [sending('b')], { targetId: 'broad' }),
    ],
    { id: 'newer' },
  );
  const older = runOf([stepOf('3', [sending('a'), sending('c')], { targetId: 'pilot' })], { id: 'older' });
  const found = (targetId?: string) =>
    [...itemsUnderWay([newer, older], targetId)].map(([id, { run, item }]) => [id, run.id, item.id]);
  expect(found('pilot')).toEqual([
    ['a', 'newer', 'a'],
    ['c', 'older', 'c'],
  ]);
  expect(found()).toEqual([
    ['a', 'newer', 'a'],
    ['b', 'newer', 'b'],
    ['c', 'older', 'c'],
  ]);
});

it('is queued while its run is still to send it, in one target or in all', () => {
  const sent = itemOf('b', { phase: 'sending' });
  const steps = [
    stepOf('1', [itemOf('a'), sent], { targetId: 'pilot' }),
    stepOf('2', [itemOf('c')], { targetId: 'broad' }),
  ];
  const runs = [runOf(steps, { state: 'running' }), runOf([stepOf('3', [itemOf('d')])], { state: 'paused' })];
  expect(queuedIds(runs)).toEqual(['a', 'c']);
  expect(queuedIds(runs, 'broad')).toEqual(['c']);
});

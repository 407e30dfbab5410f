import { expect, it } from 'vitest';
import { isUnsettled } from '../journal/journal.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { isOpen, isUnderWay, phases, waitOf } from './run.ts';

it('[B3] warns before the page is left only while something may still be sent', () => {
  const sending = runOf([stepOf('1', [itemOf('a', { phase: 'sending' })])]);
  expect(isUnderWay([sending])).toBe(true);
  expect(isUnderWay([runOf([stepOf('1', [itemOf('a')])])])).toBe(true);
  expect(isUnderWay([runOf([stepOf('1', [itemOf('a', { phase: 'settled' })])])])).toBe(false);
  expect(isUnderWay([])).toBe(false);
});

it('does not warn of what the journal keeps: reading and waiting go on when the page is back', () => {
  const unknown = itemOf('a', { phase: 'answered', outcome: 'unknown' });
  expect(isUnderWay([runOf([stepOf('1', [unknown])], { state: 'settling' })])).toBe(false);
  expect(isUnderWay([runOf([stepOf('1', [itemOf('a')])], { state: 'paused' })])).toBe(false);
});

it('warns while an answer is still to come, although its run is paused', () => {
  const items = [itemOf('a', { phase: 'sending' }), itemOf('b')];
  expect(isUnderWay([runOf([stepOf('1', items)], { state: 'paused' })])).toBe(true);
});

it('a run waits for what was recorded, and for its own pace where nothing else was', () => {
  const run = runOf([]);
  expect(waitOf(run)).toBeNull();
  expect(waitOf({ ...run, waitingUntil: 5 })).toEqual({ until: 5, because: 'pacing' });
  expect(waitOf({ ...run, waitingUntil: 5, waitingBecause: 'throttled' })).toEqual({
    until: 5,
    because: 'throttled',
  });
});

it('an item is open from its sending until a read has had the last word', () => {
  expect(phases.filter((phase) => isOpen(itemOf('a', { phase })))).toEqual(['sending', 'answered']);
});

it('a run that is not over is unsettled, and so is one with an open item', () => {
  const over = itemOf('a', { phase: 'settled', outcome: 'confirmed' });
  const open = itemOf('b', { phase: 'answered', outcome: 'unknown' });
  expect(isUnsettled(runOf([stepOf('1', [over])], { state: 'done' }))).toBe(false);
  expect(isUnsettled(runOf([stepOf('1', [over])], { state: 'paused' }))).toBe(true);
  expect(isUnsettled(runOf([stepOf('1', [over, open])], { state: 'done' }))).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { keptAfter, typedForAll, waitText } from './ring-waits.ts';

const kept = { between: 5, own: { broad: 14, kiosks: 21 } };
const rings = ['early', 'broad'];
const typing = (...texts: readonly string[]) =>
  texts.reduce((typed, text) => typedForAll(typed, text, rings), typedForAll({ own: {} }, '', rings));

describe('how long a ring waits', () => {
  const waitsOf = (typed: Parameters<typeof waitText>[1]) =>
    ['early', 'broad', 'kiosks', 'new'].map((id) => waitText(id, typed, kept, 7));

  it('is what is kept of it, or else of all rings, or else the usual', () => {
    expect(waitsOf({ own: {} })).toEqual(['5', '14', '21', '5']);
    expect(waitText('new', { own: {} }, { between: null, own: {} }, 7)).toBe('7');
  });

  it('is the one number that was typed, also for a ring that joins and has no wait of its own', () => {
    expect(waitsOf(typing('2'))).toEqual(['2', '2', '21', '2']);
  });

  it('is typed for one after the other, the last number for those beyond', () => {
    expect(waitsOf(typing('3, 7'))).toEqual(['3', '7', '21', '5']);
    const third = typedForAll({ own: {} }, '3, 7', [...rings, 'kiosks']);
    expect(third.own).toEqual({ early: '3', broad: '7', kiosks: '7' });
  });

  it('is empty where the field was emptied', () => {
    expect(waitsOf(typing('3', ''))).toEqual(['', '', '21', '']);
  });
});

describe('what is kept after a decision', () => {
  it('are the waits of its rings: “3, 7” begins with “3”, and drops nothing of the others', () => {
    expect(keptAfter(kept, typing('3', '3,', '3, 7'))).toEqual({
      between: 5,
      own: { early: 3, broad: 7, kiosks: 21 },
    });
  });

  it('is one number for these rings and for those without a wait', () => {
    expect(keptAfter(kept, typing('2'))).toEqual({
      between: 2,
      own: { early: 2, broad: 2, kiosks: 21 },
    });
  });

  it('is nothing that can’t be read', () => {
    expect(keptAfter(kept, typing('soon'))).toEqual(kept);
    expect(keptAfter(kept, { own: { early: '3', broad: '400' } }).own).toEqual({ ...kept.own, early: 3 });
  });
});

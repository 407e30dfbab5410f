import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { profileOf } from '../driver-profiles/test-drivers.ts';
import { arrange, createRingOrder, moveRing, placeRing, removeRing } from './ring-order.ts';

let stored: string | null;

beforeEach(() => {
  stored = null;
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what this browser keeps', () => {
  it('is there again', () => {
    createRingOrder().set({ ringIds: ['b', 'a'] });
    expect(createRingOrder().get()).toEqual({ ringIds: ['b', 'a'] });
  });

  it.each([
    ['nothing', null, []],
    ['no JSON', '{', []],
    ['no list', '{"ringIds":"a"}', []],
    ['entries that are no ids', `{"ringIds":["a",1,null,"",{},"${'x'.repeat(513)}","b"]}`, ['a', 'b']],
    ['an id twice', '{"ringIds":["a","b","a"]}', ['a', 'b']],
  ])('is checked: %s', (_what, text, expected) => {
    stored = text;
    expect(createRingOrder().get().ringIds).toEqual(expected);
  });

  it('has an end', () => {
    stored = JSON.stringify({ ringIds: Array.from({ length: 600 }, (_, index) => `${index}`) });
    expect(createRingOrder().get().ringIds).toHaveLength(500);
  });
});

it('rings stand in their order, and other profiles beside them by name', () => {
  const profiles = ['Ring 10', 'Ring 9', 'Pilot', 'Broad'].map((displayName) =>
    profileOf({ id: displayName, displayName }),
  );
  const { rings, beside } = arrange(profiles, { ringIds: ['Pilot', 'gone', 'Broad'] });
  expect(rings.map(({ id }) => id)).toEqual(['Pilot', 'Broad']);
  expect(beside.map(({ id }) => id)).toEqual(['Ring 9', 'Ring 10']);
});

describe('a ring', () => {
  const order = { ringIds: ['a', 'other tenant', 'b', 'c'] };
  const shown = ['a', 'b', 'c'];

  it.each([
    ['before another', 'c', 'a', ['c', 'a', 'other tenant', 'b']],
    ['at the end', 'a', undefined, ['other tenant', 'b', 'c', 'a']],
    ['for the first time', 'd', 'b', ['a', 'other tenant', 'd', 'b', 'c']],
    ['at the end where the other is gone', 'a', 'gone', ['other tenant', 'b', 'c', 'a']],
    ['where it is', 'b', 'b', ['a', 'other tenant', 'b', 'c']],
  ])('is placed %s', (_where, id, before, expected) => {
    expect(placeRing(order, id, before).ringIds).toEqual(expected);
  });

  it.each([
    ['b', 'up', ['b', 'a', 'other tenant', 'c']],
    ['a', 'up', order.ringIds],
    ['a', 'down', ['b', 'a', 'other tenant', 'c']],
    ['b', 'down', ['a', 'other tenant', 'c', 'b']],
    ['c', 'down', order.ringIds],
    ['beside', 'up', order.ringIds],
  ] as const)('%s moves %s among those on screen', (id, step, expected) => {
    expect(moveRing(order, id, step, shown).ringIds).toEqual(expected);
  });

  it('is removed', () => {
    expect(removeRing(order, 'b').ringIds).toEqual(['a', 'other tenant', 'c']);
  });
});

import { describe, expect, it } from 'vitest';
import { standingTicks, usualTicks } from './shown-ticks.ts';

const ordered = [{ id: 'pilot' }, { id: 'broad' }];

it('the rings in which an update waits are ticked, and profiles beside them where it waits in no ring', () => {
  expect([...usualTicks(['kiosks', 'broad', 'pilot'], ordered)]).toEqual(['pilot', 'broad']);
  expect([...usualTicks(['kiosks'], ordered)]).toEqual(['kiosks']);
});

describe('ticks that nobody has touched', () => {
  const ticksOf = (waiting: readonly string[], mayDecide = true) => ({
    updateId: 'wifi',
    usual: usualTicks(waiting, ordered),
    mayDecide,
  });

  it('move as long as nothing can be decided', () => {
    expect(standingTicks(undefined, ticksOf(['pilot'], false))).toBeUndefined();
  });

  it('stand still from then on: a profile that is read later comes unticked', () => {
    const shown = standingTicks(undefined, ticksOf(['pilot']));
    expect(standingTicks(shown, ticksOf(['pilot', 'broad']))).toBe(shown);
    expect([...(shown?.ticked ?? [])]).toEqual(['pilot']);
  });

  it('stay with a profile beside the rings where a ring comes later', () => {
    const shown = standingTicks(undefined, ticksOf(['kiosks']));
    expect([...(standingTicks(shown, ticksOf(['kiosks', 'pilot']))?.ticked ?? [])]).toEqual(['kiosks']);
  });

  it('begin anew with another driver update', () => {
    const shown = standingTicks(undefined, ticksOf(['pilot']));
    const next = { ...ticksOf(['broad']), updateId: 'bios' };
    expect(standingTicks(shown, next)).toEqual({ updateId: 'bios', ticked: new Set(['broad']) });
    expect(standingTicks(shown, { ...next, mayDecide: false })).toBeUndefined();
  });
});

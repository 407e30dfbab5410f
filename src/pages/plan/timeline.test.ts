import { describe, expect, it } from 'vitest';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { stagedOf } from '../../plan/staged/test-staged.ts';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { frozenOf, lacksReason } from './frozen.ts';
import type { PlanLine } from './plan-lines.ts';
import { timelineOf } from './timeline.ts';

const now = new Date(2026, 10, 30, 15).getTime();
const at = (month: number, day: number) => new Date(2026, month - 1, day, 6, 30).getTime();

const yearEnd: Freeze = {
  id: 'year-end',
  name: 'Year end',
  when: { kind: 'range', from: '2026-12-11', to: '2027-01-04' },
  profileIds: null,
};
const endless: Freeze = {
  id: 'endless',
  name: 'Endless',
  when: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  profileIds: ['kiosks'],
};

const lineOf = (change: StagedChange, state: PlanLine['state'] = 'sent'): PlanLine => ({
  key: `${change.target.id} ${change.item.id}`,
  change,
  item: change.item,
  targetName: change.target.name,
  state,
  why: '',
});

const groupOf = (id: string, ...lines: readonly PlanLine[]) => ({ id, name: id, ring: 1, lines });

describe('the timeline', () => {
  it('has a lane for each decision in a profile, the first one first', () => {
    const { groups, days } = timelineOf(
      [
        groupOf(
          'pilot',
          lineOf(stagedOf('a', { deployAt: at(12, 8) })),
          lineOf(stagedOf('b', { deployAt: at(12, 8) })),
          lineOf(stagedOf('c', { action: 'suspend' })),
          lineOf(stagedOf('d', { deployAt: at(12, 14) })),
          lineOf(stagedOf('e', { action: 'decline' }), 'skipped'),
          lineOf(stagedOf('f', { deployAt: at(12, 9) }), 'skipped'),
          lineOf(stagedOf('g', { deployAt: at(12, 13) }), 'held'),
          lineOf(stagedOf('h', { deployAt: at(12, 13) }), 'unchecked'),
        ),
        groupOf('tasks', lineOf({ ...stagedOf('t'), intent: { kind: 'response-action' } })),
      ],
      [yearEnd],
      now,
    );
    expect(days).toHaveLength(21);
    expect(days[0]).toBe('2026-11-30');
    expect(
      groups.map(({ id, lanes }) => [
        id,
        lanes.map(({ kind, from, lines, isFrozen }) => [kind, from, lines.length, isFrozen]),
      ]),
    ).toEqual([
      [
        'pilot',
        [
          ['suspend', 0, 1, false],
          ['skipped', 0, 2, false],
          ['approve', 8, 2, false],
          ['held', 13, 1, false],
          ['unchecked', 13, 1, false],
          ['approve', 14, 1, true],
        ],
      ],
    ]);
    expect(groups[0]?.frozen).toEqual([{ from: 11, to: 21, name: 'Year end' }]);
  });

  it('reaches a week past the last date, and names fewer days then; no further than a year', () => {
    const far = (deployAt: number) =>
      timelineOf([groupOf('pilot', lineOf(stagedOf('a', { deployAt })))], [], now);
    const month = far(at(12, 30));
    expect(month.days).toHaveLength(37);
    expect(month.ticks.slice(0, 3)).toEqual([0, 2, 4]);
    const years = far(new Date(2030, 0, 1).getTime());
    expect(years.days).toHaveLength(400);
    expect(years.groups[0]?.lanes[0]?.from).toBe(399);
  });

  it('draws what was to come in the past as of today', () => {
    const { groups } = timelineOf([groupOf('pilot', lineOf(stagedOf('a', { deployAt: 1 })))], [], now);
    expect(groups[0]?.lanes[0]?.from).toBe(0);
  });
});

describe('a date inside a freeze', () => {
  it('can move to the first free day, at its time of day', () => {
    const line = lineOf(stagedOf('a', { deployAt: at(12, 14) }));
    const [found] = frozenOf([line], [yearEnd], now);
    expect(found?.freeze).toBe(yearEnd);
    expect(found?.moved?.intent.deployAt).toBe(new Date(2027, 0, 5, 6, 30).getTime());
    expect(found && lacksReason(found)).toBe(true);
  });

  it('may be now, and moves to the morning then', () => {
    const line = lineOf(stagedOf('a'));
    const [found] = frozenOf([line], [yearEnd], at(12, 20));
    expect(found?.moved?.intent.deployAt).toBe(new Date(2027, 0, 5, 6).getTime());
  });

  it('stays where a person gave a reason, and can’t move where no day is free', () => {
    const noted = { ...stagedOf('a', { deployAt: at(12, 14) }), note: 'CHG-1' };
    const kept = { ...noted, freezeReason: 'agreed' };
    expect(frozenOf([lineOf(noted), lineOf(kept)], [yearEnd], now).map(lacksReason)).toEqual([true, false]);
    expect(frozenOf([lineOf(kept)], [yearEnd], now).map(({ moved }) => moved)).toMatchObject([
      { note: 'CHG-1', freezeReason: '' },
    ]);
    const kiosks = lineOf(stagedOf('a', { targetId: 'kiosks' }));
    expect(frozenOf([kiosks], [endless], now).map(({ moved }) => moved)).toEqual([undefined]);
  });

  it('is none for what is skipped, free or has no date', () => {
    const lines = [
      lineOf(stagedOf('a', { deployAt: at(12, 14) }), 'skipped'),
      lineOf(stagedOf('b', { deployAt: at(12, 8) })),
      lineOf(stagedOf('c', { action: 'suspend' })),
    ];
    expect(frozenOf(lines, [yearEnd], now)).toEqual([]);
    expect(frozenOf(lines, [], now)).toEqual([]);
  });
});

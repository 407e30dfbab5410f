import { describe, expect, it } from 'vitest';
import type { Freeze } from './freeze.ts';
import { type Timetable, wavesOf } from './waves.ts';

const now = Date.UTC(2026, 10, 30, 23, 30);
const timetable: Timetable = {
  ringIds: ['pilot', 'early', 'broad', 'finance'],
  firstDay: '2026-12-01',
  steps: [{ kind: 'days', days: 7 }],
  time: '06:00',
  timeZone: 'Europe/Berlin',
};
const freeze = (from: string, to: string, profileIds: string[] | null = null): Freeze => ({
  id: from,
  name: from,
  when: { kind: 'range', from, to },
  profileIds,
});

/** The days and times of the waves, in UTC. */
function begin(changes: Partial<Timetable> = {}, freezes: readonly Freeze[] = []) {
  return wavesOf({ ...timetable, ...changes }, freezes, now)?.map(({ from }) =>
    from === null ? null : new Date(from).toISOString().slice(0, 16),
  );
}

describe('the rings of a rollout begin', () => {
  it('so many days after the one before, the last step counting for the rest', () => {
    expect(begin()).toEqual(['2026-12-01T05:00', '2026-12-08T05:00', '2026-12-15T05:00', '2026-12-22T05:00']);
    expect(
      begin({
        steps: [
          { kind: 'days', days: 3 },
          { kind: 'days', days: 0 },
        ],
      }),
    ).toEqual(['2026-12-01T05:00', '2026-12-04T05:00', '2026-12-04T05:00', '2026-12-04T05:00']);
    expect(begin({ steps: [] })).toEqual(Array(4).fill('2026-12-01T05:00'));
  });

  it('on Patch Tuesdays', () => {
    const steps = [
      { kind: 'patchTuesday', count: 1 },
      { kind: 'patchTuesday', count: 2 },
    ] as const;
    expect(begin({ ringIds: timetable.ringIds.slice(0, 3), steps })).toEqual([
      '2026-12-01T05:00',
      '2026-12-08T05:00',
      '2027-02-09T05:00',
    ]);
  });

  it('as soon as possible, the others counting from today in the person’s zone', () => {
    // In Berlin it is December already.
    expect(begin({ firstDay: undefined })?.slice(0, 2)).toEqual([null, '2026-12-08T05:00']);
    expect(begin({ firstDay: undefined, timeZone: 'America/New_York' })?.slice(0, 2)).toEqual([
      null,
      '2026-12-07T11:00',
    ]);
  });

  it('at the same time of day in summer and in winter', () => {
    expect(begin({ firstDay: '2027-03-24', ringIds: ['pilot', 'early'] })).toEqual([
      '2027-03-24T05:00',
      '2027-03-31T04:00',
    ]);
  });

  it('after the freezes, none before the ring ahead', () => {
    const week = freeze('2026-12-08', '2026-12-10');
    expect(begin({}, [week])?.slice(0, 3)).toEqual([
      '2026-12-01T05:00',
      '2026-12-11T05:00',
      '2026-12-18T05:00',
    ]);
    expect(wavesOf(timetable, [week], now)?.map(({ after }) => after)).toEqual([[], [week], [], []]);
    expect(begin({}, [freeze('2026-12-08', '2026-12-10', ['finance'])])?.[1]).toBe('2026-12-08T05:00');
    expect(begin({ steps: [] }, [freeze('2026-12-01', '2026-12-02', ['early'])])).toEqual([
      '2026-12-01T05:00',
      '2026-12-03T05:00',
      '2026-12-03T05:00',
      '2026-12-03T05:00',
    ]);
  });

  it('with the first on the day that was chosen, whatever freeze covers it', () => {
    const week = freeze('2026-12-01', '2026-12-10');
    expect(begin({ keepsFirstDay: true }, [week])).toEqual([
      '2026-12-01T05:00',
      '2026-12-11T05:00',
      '2026-12-18T05:00',
      '2026-12-25T05:00',
    ]);
    expect(begin({}, [week])?.[0]).toBe('2026-12-11T05:00');
  });

  it('never where a freeze never ends', () => {
    expect(begin({}, [freeze('2026-01-01', '2029-01-01', ['broad'])])).toBeUndefined();
  });
});

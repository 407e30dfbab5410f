import { expect, it } from 'vitest';
import { formatNearDay, formatTime } from '../../ui/format.ts';
import { deadlineTime, timeLeft } from './deadline-words.ts';

const minute = 60_000;
const now = new Date(2026, 10, 30, 12).getTime();
const after = (minutes: number) => ({ at: now + minutes * minute });

it('a deadline says how long is left, or since when it is past', () => {
  expect([after(72), after(0), after(-20), after(-90)].map((each) => timeLeft(each, now))).toEqual([
    'in 1 h 12 min',
    'now',
    '20 min ago',
    '1 h 30 min ago',
  ]);
});

it('it names its day where that isn’t today', () => {
  const [today, tomorrow] = [after(60), after(24 * 60)];
  expect(deadlineTime(today, now)).toBe(formatTime(today.at));
  expect(deadlineTime(tomorrow, now)).toBe(`${formatNearDay(tomorrow.at)}, ${formatTime(tomorrow.at)}`);
});

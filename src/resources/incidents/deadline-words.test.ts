import { expect, it } from 'vitest';
import { formatNearDay, formatTime } from '../../ui/format.ts';
import { dueText, timeLeft } from './deadline-words.ts';

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
  const at = (hours: number) => now + hours * 60 * minute;
  expect(dueText({ at: at(1) }, now)).toBe(`due ${formatTime(at(1))}`);
  expect(dueText({ at: at(24) }, now)).toBe(`due Tue ${formatTime(at(24))}`);
  expect(dueText({ at: at(-24) }, now)).toBe(`was due Sun ${formatTime(at(-24))}`);
  expect(dueText({ at: at(216) }, now)).toBe(`due ${formatNearDay(at(216))}, ${formatTime(at(216))}`);
});

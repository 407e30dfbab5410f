import { expect, it } from 'vitest';
import { formatTime } from '../../ui/format.ts';
import { formatNear } from '../../ui/format-near.ts';
import { dueText } from './deadline.ts';
import { timeLeft } from './deadline-words.ts';

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

it('it names its day', () => {
  const at = (hours: number) => now + hours * 60 * minute;
  expect(dueText({ at: at(1) }, now)).toBe(`due today ${formatTime(at(1))}`);
  expect(dueText({ at: at(24) }, now)).toBe(`due ${formatNear(at(24), now)}`);
  expect(dueText({ at: at(24) }, now)).toContain('Dec');
  expect(dueText({ at: at(-24) }, now)).toBe(`was due ${formatNear(at(-24), now)}`);
});

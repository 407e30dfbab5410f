import { expect, it } from 'vitest';
import { formatDay } from '../../ui/format.ts';
import { freezeDaysText, freezeProfilesText, noteWithReason } from './freeze-words.ts';

const shown = (year: number, month: number, day: number) => formatDay(new Date(year, month, day).getTime());

it('a freeze says its days', () => {
  const range = (from: string, to: string) => freezeDaysText({ when: { kind: 'range', from, to } });
  expect(range('2026-12-18', '2027-01-03')).toBe(`${shown(2026, 11, 18)} – ${shown(2027, 0, 3)}`);
  expect(range('2026-12-18', '2026-12-18')).toBe(shown(2026, 11, 18));
  expect(freezeDaysText({ when: { kind: 'weekly', weekdays: [6, 7] } })).toBe('Every Saturday, Sunday');
});

it('a freeze says its profiles', () => {
  const nameOf = (id: string) => id.toUpperCase();
  expect(freezeProfilesText({ profileIds: null }, nameOf)).toBe('All profiles');
  expect(freezeProfilesText({ profileIds: ['a', 'b'] }, nameOf)).toBe('A, B');
});

it('the reason for a date inside a freeze joins the note', () => {
  const freezes = [{ name: 'Year end' }, { name: 'Weekends' }];
  expect(noteWithReason(' CHG1 ', [], 'none asked')).toBe('CHG1');
  expect(noteWithReason('', freezes, ' agreed ')).toBe('Inside the freeze “Year end”, “Weekends”: agreed');
  expect(noteWithReason('CHG1', freezes, 'agreed')).toBe(
    'CHG1. Inside the freeze “Year end”, “Weekends”: agreed',
  );
});

import { expect, it } from 'vitest';
import { readCalendarSearch } from './search.ts';

it('the address says a month and a day; what it says wrongly counts as not said', () => {
  expect(readCalendarSearch({ month: '2027-01', day: '2028-02-29', until: '2028-03-01' })).toEqual({
    month: '2027-01',
    day: '2028-02-29',
    until: '2028-03-01',
  });
  expect(readCalendarSearch({ month: '2027-13', day: '2027-02-29' })).toEqual({});
  expect(readCalendarSearch({ month: 7, day: ['2027-01-01'] })).toEqual({});
  expect(readCalendarSearch({})).toEqual({});
});

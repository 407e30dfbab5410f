import { expect, it } from 'vitest';
import { readTime, usualTimes } from './time-text.ts';

it.each([
  ['06:00', '06:00'],
  ['6', '06:00'],
  ['6:30', '06:30'],
  ['06.30', '06:30'],
  ['0630', '06:30'],
  ['23:59', '23:59'],
  ['0:05', '00:05'],
  ['6 am', '06:00'],
  ['6:30pm', '18:30'],
  ['12 a.m.', '00:00'],
  ['12 pm', '12:00'],
])('the time %j is %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

it.each(['', ':', '6:', '6:3', '24:00', '25', '6:60', '13 pm', '0 am', 'noon', '06:00:00', '112', '063'])(
  '%j is no whole time',
  (text) => {
    expect(readTime(text)).toBeUndefined();
  },
);

it('the usual times are whole, each once, from midnight on', () => {
  expect(usualTimes).toHaveLength(48);
  expect(new Set(usualTimes.map(readTime)).size).toBe(48);
  expect(usualTimes[0]).toBe('00:00');
});

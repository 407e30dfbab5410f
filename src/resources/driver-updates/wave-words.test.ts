import { expect, it } from 'vitest';
import { formatMinute } from '../../ui/format.ts';
import { waveText } from './wave-words.ts';

it('a ring says when it begins, and what put it off', () => {
  const from = Date.UTC(2026, 11, 8);
  const freeze = {
    id: '1',
    name: 'Year end',
    when: { kind: 'weekly', weekdays: [1] },
    profileIds: null,
  } as const;
  expect(waveText({ from: null, after: [] })).toBe('As soon as possible');
  expect(waveText({ from, after: [] })).toBe(formatMinute(from));
  expect(waveText({ from, after: [{ ...freeze, when: { kind: 'weekly', weekdays: [1] } }] })).toBe(
    `${formatMinute(from)}, moved past Year end`,
  );
});

import { expect, it } from 'vitest';
import { compareUrgency } from './urgency.ts';

const of = (severity: string, createdDateTime: number | null) => ({ severity, createdDateTime });

it('incidents come by severity, one that is not known with the highest, then the oldest first; those that were not read come last', () => {
  const sorted = [
    undefined,
    of('low', 1),
    of('catastrophic', 1),
    of('unknown', 1),
    of('high', 9),
    of('high', null),
    of('high', 2),
    of('medium', 1),
  ].sort(compareUrgency);
  // The language puts undefined last whatever is compared, so the order of two is asked, too.
  expect(sorted.map((each) => each && `${each.severity} ${each.createdDateTime}`)).toEqual([
    'catastrophic 1',
    'high 2',
    'high 9',
    'high null',
    'medium 1',
    'low 1',
    'unknown 1',
    undefined,
  ]);
  expect(compareUrgency(undefined, of('catastrophic', 1))).toBeGreaterThan(0);
  expect(compareUrgency(undefined, undefined)).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { isKnown, readMember } from './members.ts';

const known = ['needsReview', 'approved'] as const;

describe('[D11] readMember', () => {
  it.each([
    ['approved', 'approved'],
    ['Approved', 'approved'],
    ['NEEDSREVIEW', 'needsReview'],
    ['pendingReboot', 'pendingReboot'],
    ['approved ', 'approved '],
    ['', ''],
    ['__proto__', '__proto__'],
  ])('reads %j as %j', (text, expected) => {
    expect(readMember(known, text)).toBe(expected);
  });
});

it('tells known members from those of a later version', () => {
  expect(isKnown(known, 'approved')).toBe(true);
  expect(isKnown(known, 'Approved')).toBe(false);
  expect(isKnown(known, 'toString')).toBe(false);
});

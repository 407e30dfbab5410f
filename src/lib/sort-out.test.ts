import { describe, expect, it } from 'vitest';
import { sortOut, whyNone } from './sort-out.ts';

const whyNot = (number: number) => {
  if (number < 0) return 'negative';
  return number % 2 === 0 ? undefined : 'odd';
};

describe('sortOut', () => {
  it('keeps the order and gives a reason for what is left out', () => {
    expect(sortOut([3, 4, -1, 2], whyNot)).toEqual({
      sent: [4, 2],
      leftOut: [
        { row: 3, reason: 'odd' },
        { row: -1, reason: 'negative' },
      ],
    });
  });
});

describe('whyNone', () => {
  it('asks for a selection first', () => {
    expect(whyNone([], whyNot, 'numbers')).toBe('Select numbers first');
  });

  it('gives the reason that all share', () => {
    expect(whyNone([1, 3], whyNot, 'numbers')).toBe('odd');
  });

  it('does not give one reason for rows with different ones', () => {
    expect(whyNone([1, -1], whyNot, 'numbers')).toBe('Not available for any of the selected numbers');
  });

  it('is silent as soon as one can be sent', () => {
    expect(whyNone([1, -1, 2], whyNot, 'numbers')).toBeUndefined();
  });
});

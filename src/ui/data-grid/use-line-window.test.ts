import { describe, expect, it } from 'vitest';
import { linesBeyond } from './use-line-window.ts';

describe('linesBeyond', () => {
  it('draws six lines ahead where there is room', () => {
    expect(linesBeyond(18, 10)).toBe(6);
  });

  it('draws fewer in a tall and wide grid, but always one', () => {
    expect(linesBeyond(33, 14)).toBe(3);
    expect(linesBeyond(60, 20)).toBe(1);
  });
});

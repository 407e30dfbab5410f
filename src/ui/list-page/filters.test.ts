import { describe, expect, it } from 'vitest';
import { choicesOf } from './filter-choices.ts';
import { type Filter, passing } from './filters.ts';

interface Fruit {
  readonly id: string;
  readonly colors: readonly string[];
  readonly size: string;
}

const byColor: Filter<Fruit> = {
  id: 'color',
  label: 'Color',
  known: ['red', 'green', 'blue'],
  valuesOf: ({ colors }) => colors,
  labelOf: (value) => value.toUpperCase(),
};
const bySize: Filter<Fruit> = { id: 'size', label: 'Size', valuesOf: ({ size }) => [size] };
const fruits: readonly Fruit[] = [
  { id: 'apple', colors: ['green', 'red'], size: 'medium' },
  { id: 'plum', colors: ['violet'], size: 'small' },
  { id: 'lemon', colors: ['amber', 'green'], size: 'medium' },
];
const big = { text: 'big', passes: ({ size }: Fruit) => size !== 'small' };

describe('the rows that pass', () => {
  const ids = (chosen: readonly (readonly string[])[], within?: typeof big) =>
    fruits.filter(passing([byColor, bySize], chosen, within) ?? (() => true)).map(({ id }) => id);

  it('are all of them where nothing is chosen', () => {
    expect(passing([byColor, bySize], [[], []])).toBeUndefined();
    expect(passing([byColor, bySize], [])).toBeUndefined();
  });

  it('have a chosen value in every filter, and lie within', () => {
    expect(ids([['green', 'violet'], []])).toEqual(['apple', 'plum', 'lemon']);
    expect(ids([['green', 'violet'], []], big)).toEqual(['apple', 'lemon']);
    expect(ids([['red', 'violet'], ['medium']])).toEqual(['apple']);
    expect(ids([[], []], big)).toEqual(['apple', 'lemon']);
  });
});

describe('the choices of a filter', () => {
  it('are known values in their order, then others by label, each with its number of rows', () => {
    expect(choicesOf(byColor, fruits, [])).toEqual([
      { value: 'red', label: 'RED', count: 1 },
      { value: 'green', label: 'GREEN', count: 2 },
      { value: 'amber', label: 'AMBER', count: 1 },
      { value: 'violet', label: 'VIOLET', count: 1 },
    ]);
    expect(choicesOf(bySize, fruits, []).map(({ value }) => value)).toEqual(['medium', 'small']);
  });

  it('keep what a link asks for, also where no row has it', () => {
    expect(choicesOf(byColor, [], ['made up', 'blue'])).toEqual([
      { value: 'blue', label: 'BLUE', count: 0 },
      { value: 'made up', label: 'MADE UP', count: 0 },
    ]);
  });
});

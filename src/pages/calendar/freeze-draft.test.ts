import { describe, expect, it } from 'vitest';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { draftOf, type FreezeDraft, newFreezeDraft, readFreezeDraft } from './freeze-draft.ts';

const yearEnd: Freeze = {
  id: '1',
  name: 'Year end',
  when: { kind: 'range', from: '2026-12-18', to: '2027-01-03' },
  profileIds: null,
};
const weekends: Freeze = {
  id: '2',
  name: 'Weekends',
  when: { kind: 'weekly', weekdays: [6, 7] },
  profileIds: ['broad'],
};

describe('the draft of a freeze', () => {
  it.each([yearEnd, weekends])('that is not changed is the same freeze: $name', (freeze) => {
    expect(readFreezeDraft(draftOf(freeze))).toEqual({ freeze, isBackward: false });
  });

  it('begins with the chosen day, and without a name', () => {
    const draft = newFreezeDraft('3', '2026-12-24');
    expect(draft).toMatchObject({ from: '2026-12-24', to: '2026-12-24', isForAll: true });
    expect(readFreezeDraft(draft)).toEqual({ whyNot: 'Enter a name', isBackward: false });
    expect(readFreezeDraft({ ...newFreezeDraft('3'), name: 'x' }).whyNot).toBe(
      'Enter the first and the last day',
    );
  });

  it('puts weekdays in order, and takes the spaces around a name away', () => {
    const { freeze } = readFreezeDraft({ ...draftOf(weekends), name: ' Days off ', weekdays: [7, 3] });
    expect(freeze).toEqual({ ...weekends, name: 'Days off', when: { kind: 'weekly', weekdays: [3, 7] } });
  });

  it.each<[string, Freeze, Partial<FreezeDraft>]>([
    ['The last day is before the first', yearEnd, { to: '2026-12-17' }],
    ['Enter the first and the last day', yearEnd, { to: '' }],
    ['Enter a name', yearEnd, { name: ' ' }],
    ['Choose a weekday', weekends, { weekdays: [] }],
    ['Leave a day of the week free', weekends, { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    ['Choose a profile', weekends, { profileIds: [] }],
  ])('is none: %s', (whyNot, freeze, change) => {
    const read = readFreezeDraft({ ...draftOf(freeze), ...change });
    expect(read).toEqual({ whyNot, isBackward: whyNot.startsWith('The last day') });
  });
});

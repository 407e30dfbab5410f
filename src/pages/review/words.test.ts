import { describe, expect, it } from 'vitest';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { inboxFacts, ringsText, zeroWords } from './words.ts';

const whole = { loading: [], failed: [] };
const torn = { loading: [], failed: [profileOf({ displayName: 'Kiosks' })] };
const none = { staged: 0, parked: 0, reviewed: 0 };

it('the head of the inbox counts what is still to decide, and beside it what is staged or parked', () => {
  expect(inboxFacts({ waiting: 12, staged: 0, parked: 0 }, 3, whole)).toEqual([
    '12 driver updates still to decide in 3 profiles',
  ]);
  expect(inboxFacts({ waiting: 1, staged: 2, parked: 1 }, 1, whole)).toEqual([
    '1 driver update still to decide in 1 profile',
    '2 staged, 1 parked',
  ]);
});

describe('an empty inbox', () => {
  it('says that all is decided where all is', () => {
    expect(zeroWords({ ...none, reviewed: 3 }, whole, true)).toEqual({
      title: 'Nothing needs review',
      text: 'Every driver in every profile is decided. You reviewed 3 drivers today.',
      staged: undefined,
    });
  });

  it('says what is only staged, and what is parked', () => {
    expect(zeroWords({ ...none, staged: 12 }, whole, true)).toEqual({
      title: 'Nothing left to decide here',
      text: '',
      staged: '12 drivers are staged and not sent.',
    });
    expect(zeroWords({ ...none, parked: 1 }, whole, true)).toEqual({
      title: 'Nothing left to decide here',
      text: '1 driver is parked and will come back.',
      staged: undefined,
    });
  });

  it('names the profiles that failed to load, with or without drivers elsewhere', () => {
    const text = 'Couldn’t load Kiosks. Its drivers are missing in every number.';
    expect(zeroWords(none, torn, true)).toEqual({
      title: 'Nothing left to decide here',
      text,
      staged: undefined,
    });
    expect(zeroWords(none, torn, false)).toEqual({
      title: 'No drivers in the profiles that loaded',
      text,
      staged: undefined,
    });
  });

  it('is new where no profile lists a driver', () => {
    expect(zeroWords(none, whole, false).title).toBe('No drivers in any profile yet');
  });
});

it('the rings of a driver tell its state in Intune apart from what is staged', () => {
  expect(ringsText(5, 6, 0)).toBe('needs review in 5 of 6 profiles');
  expect(ringsText(5, 6, 5)).toBe('needs review in 5 of 6 profiles, 5 staged');
  expect(ringsText(0, 6, 0)).toBe('needs review in none of them');
});

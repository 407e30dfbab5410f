import { expect, it } from 'vitest';
import { profileOf } from '../driver-profiles/test-drivers.ts';
import { gapsOf } from './gaps.ts';

it('profiles without drivers are still loading, or have failed', () => {
  const problem = { kind: 'forbidden', title: '', advice: '' } as const;
  const [a, b, c] = ['a', 'b', 'c'].map((id) => profileOf({ id })) as [
    ReturnType<typeof profileOf>,
    ReturnType<typeof profileOf>,
    ReturnType<typeof profileOf>,
  ];
  expect(
    gapsOf([
      { profile: a, drivers: [], problem: undefined },
      { profile: b, drivers: undefined, problem: undefined },
      { profile: c, drivers: undefined, problem },
    ]),
  ).toEqual({ loading: [b], failed: [c] });
});

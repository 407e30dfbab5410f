import { expect, it } from 'vitest';
import { profileOf } from '../driver-profiles/test-drivers.ts';
import { restore } from './restore.ts';
import { listed } from './test-fleet.ts';

it('a snapshot gives its profiles six at a time, those without drivers among them', async () => {
  const profiles = Array.from({ length: 18 }, (_, index) => ({
    profile: profileOf({ id: `${index}` }),
    loadedAt: 1,
    drivers: () => (index === 3 ? undefined : [listed('a', `${index}`)]),
  }));
  const restored: number[] = [];
  let fleet: readonly unknown[] = [];
  for await (const part of restore({ profiles })) {
    restored.push(part.filter(({ drivers }) => drivers).length);
    fleet = part;
  }
  expect(restored).toEqual([5, 11, 17]);
  expect(fleet).toEqual(
    profiles.map(({ profile, drivers }) => ({ profile, drivers: drivers(), problem: undefined })),
  );
});

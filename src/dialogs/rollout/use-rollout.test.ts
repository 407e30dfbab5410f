import { expect, it } from 'vitest';
import { mayBeStaged, rolloutDraft, stopDraft } from './use-rollout.ts';

it('a pause can be staged, but not one that stops a rollout: devices may have the driver by the time it starts', () => {
  expect(mayBeStaged(rolloutDraft('suspend'))).toBe(true);
  expect(mayBeStaged(stopDraft('wifi', ['broad']))).toBe(false);
});

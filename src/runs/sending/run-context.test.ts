import { describe, expect, it } from 'vitest';
import { anotherAccount, offline } from '../model/problems.ts';
import { setUpDrive } from '../testing/test-context.ts';
import { pause } from './run-context.ts';

describe('a pause', () => {
  it('stops what is under way, and tells its first reason', async () => {
    const { context, shown } = setUpDrive({ pilot: ['a'] });
    await pause(context, offline);
    await pause(context, anotherAccount);
    expect(context.stop.signal.aborted).toBe(true);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: offline });
  });

  it('is not told of a run that a person has canceled, which is to end', async () => {
    const { context, shown } = setUpDrive({ pilot: ['a'] });
    await context.record({ kind: 'cancelled' });
    await pause(context, offline);
    expect(context.stop.signal.aborted).toBe(true);
    expect(shown()).toMatchObject({ state: 'running', pausedBecause: null, cancelled: true });
  });

  it('is not told of a run that is over, or has nothing left to send', async () => {
    for (const state of ['settling', 'done'] as const) {
      const { context, shown } = setUpDrive({ pilot: ['a'] });
      await context.record({ kind: 'state', state, at: 5 });
      await pause(context, offline);
      expect(shown().state).toBe(state);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { pause } from './drive.ts';
import { anotherAccount, offline } from './problems.ts';
import { setUpDrive } from './test-drive.ts';

describe('a pause', () => {
  it('stops what is under way, and tells its first reason', async () => {
    const { drive, shown } = setUpDrive({ pilot: ['a'] });
    await pause(drive, offline);
    await pause(drive, anotherAccount);
    expect(drive.stop.signal.aborted).toBe(true);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: offline });
  });

  it('is not told of a run that somebody has cancelled, which is to end', async () => {
    const { drive, shown } = setUpDrive({ pilot: ['a'] });
    await drive.record({ kind: 'cancelled' });
    await pause(drive, offline);
    expect(drive.stop.signal.aborted).toBe(true);
    expect(shown()).toMatchObject({ state: 'running', pausedBecause: null, cancelled: true });
  });

  it('is not told of a run that is over, or has nothing left to send', async () => {
    for (const state of ['settling', 'done'] as const) {
      const { drive, shown } = setUpDrive({ pilot: ['a'] });
      await drive.record({ kind: 'state', state, at: 5 });
      await pause(drive, offline);
      expect(shown().state).toBe(state);
    }
  });
});

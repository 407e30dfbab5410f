import { describe, expect, it } from 'vitest';
import { noon } from '../../graph/test-answers.ts';
import type { Outcome } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { outcomesOf, settled, setUpSettling } from '../testing/test-settling.ts';
import { checkWhileSending } from './check-while-sending.ts';

describe('while the rest is being sent', () => {
  const sentAt = new Date(noon).toISOString();
  const step = (id: string, outcome: Outcome | null, endedAt?: string) =>
    stepOf(id, [itemOf(id, { phase: 'answered', outcome })], {
      attempts: [{ clientRequestId: id, ids: [id], sentAt, ...(endedAt !== undefined && { endedAt }) }],
    });

  /** Glances so many times, then everything is sent. */
  async function glanceTimes(all: ReturnType<typeof setUpSettling>, times: number): Promise<void> {
    const over = new AbortController();
    let left = times;
    await checkWhileSending(
      {
        ...all.settling,
        async wait(milliseconds, signal) {
          if (left === 0) over.abort();
          signal?.throwIfAborted();
          left -= 1;
          await all.settling.wait(milliseconds);
        },
      },
      over.signal,
    );
  }

  it('looks every half minute after what is in doubt, and takes nothing for an answer but what it sees', async () => {
    const doubtful = ['unknown', 'started', 'alreadyRunning'] as const;
    const told = ['successful', 'failed', 'rejected', 'skipped', 'contradicted', null] as const;
    const steps = [...doubtful, ...told].map((outcome) => step(String(outcome), outcome));
    const read = [{ stepId: 'unknown', results: [settled('unknown', 'confirmed')] }];
    const all = setUpSettling(runOf(steps), [new Error('gone'), read]);
    await glanceTimes(all, 3);
    expect(all.waits).toEqual([30_000, 30_000, 30_000]);
    expect(all.story).toEqual([
      'observe target unknown target started target alreadyRunning at 0',
      'observe target unknown target started target alreadyRunning at 0',
      'observe target started target alreadyRunning at 0',
    ]);
    expect(outcomesOf(all.shown())[0]).toEqual(['confirmed']);
  });

  it('leaves what was answered a moment ago to the next look', async () => {
    const late = new Date(noon + 29_000).toISOString();
    const all = setUpSettling(runOf([step('a', 'unknown', late), step('b', 'unknown')]), [[]]);
    await glanceTimes(all, 2);
    expect(all.story).toEqual(['observe target b at 0', 'observe target a target b at 0']);
    const without = setUpSettling(
      runOf([step('a', 'unknown', new Date(noon + 30_000).toISOString())]),
      [[]],
      [],
    );
    await glanceTimes(without, 1);
    expect(without.story).toEqual(['observe target a at 0']);
  });

  it('reads nothing once everything is sent', async () => {
    const all = setUpSettling(runOf([step('a', 'unknown')]), [[]]);
    await glanceTimes(all, 0);
    expect(all.story).toEqual([]);
  });
});

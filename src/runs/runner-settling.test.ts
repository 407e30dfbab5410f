import { describe, expect, it } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { connectionLost, failureOf, noon, success, successOf } from '../graph/test-answers.ts';
import { ProblemError, toProblem } from '../lib/problem.ts';
import { waitFor } from '../lib/wait.ts';
import {
  allOf,
  calm,
  doorOf,
  endOf,
  finished,
  type Story,
  startedRunner,
  workOf,
} from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };
const lost = await failureOf(connectionLost);

describe('settling', () => {
  it('reads on schedule until everything is settled', async () => {
    const story: Story = [];
    const readAt = [2_000, 5_000, 15_000];
    const observe: Work['observe'] = async (steps, elapsed) =>
      elapsed < 5_000
        ? []
        : steps.map(({ id }) => ({
            stepId: id,
            results: allOf(['a'], { phase: 'settled', outcome: 'notApplied' }),
          }));
    const { runner, now } = startedRunner(
      workOf(story, { kind: 'unknown', answer: lost }, { readAt, observe }),
    );
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual(['settled notApplied']);
    expect(story.slice(-2)).toEqual(['observe pilot at 2000', 'observe pilot at 5000']);
    expect(now()).toBe(noon + 5_000);
  });

  it('goes on when a read fails', async () => {
    let reads = 0;
    const observe: Work['observe'] = async ([step]) => {
      reads += 1;
      if (reads === 1) throw new ProblemError(lost.problem);
      const results = allOf(['a'], { phase: 'settled', outcome: 'confirmed' });
      return step ? [{ stepId: step.id, results }] : [];
    };
    const { runner } = startedRunner(workOf([], accepted, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed']);
  });

  it('looks after what is in doubt while the rest still waits to be sent', async () => {
    const halfMinute = doorOf();
    const broad = doorOf();
    let now = noon;
    let waits = 0;
    const work = workOf([], { kind: 'unknown', answer: lost });
    const slow: Work = {
      ...work,
      async send(step, ids, hooks) {
        if (step.targetId === 'broad') await broad.passed;
        return work.send(step, ids, hooks);
      },
    };
    const { runner } = startedRunner(slow, {
      now: () => now,
      wait(_milliseconds, signal) {
        if (!signal) return Promise.resolve();
        waits += 1;
        // The first beat of the watch over sleep, and the first look.
        return waits <= 2 ? halfMinute.passed : waitFor(600_000, signal);
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    const shown = () => runner.runs.get().find((run) => run.id === id);
    expect(shown()?.steps[0]?.items[0]).toMatchObject({ phase: 'answered', outcome: 'unknown' });
    now += 30_000;
    halfMinute.open();
    await expect.poll(() => shown()?.steps[0]?.items[0]?.outcome).toBe('confirmed');
    expect(shown()).toMatchObject({ state: 'running', steps: [{}, { items: [{ phase: 'planned' }] }] });
    broad.open();
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed', 'settled confirmed']);
  });

  it('[B24] gives no verdict early because the clock is set forward', async () => {
    const told: number[] = [];
    let passed = 0;
    const observe: Work['observe'] = async (_steps, elapsed) => {
      told.push(elapsed);
      return [];
    };
    const { runner } = startedRunner(workOf([], accepted, { observe }), {
      now: () => noon + passed + 3_600_000 * passed,
      elapsed: () => passed,
      wait: async (milliseconds, signal) => {
        if (signal) return waitFor(2_147_483_647, signal);
        passed += milliseconds;
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, id);
    expect(told).toEqual([2_000, 5_000]);
  });

  it('[B24] counts time by its schedule when the clock is set back', async () => {
    const story: Story = [];
    let now = noon;
    const { runner } = startedRunner(workOf(story, accepted, { observe: async () => [] }), {
      now: () => now,
      wait: async () => {
        now -= 3_600_000;
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, id);
    expect(story.slice(-2)).toEqual(['observe pilot at 2000', 'observe pilot at 5000']);
  });

  it('leaves what no read could settle open, for a person to check again', async () => {
    let isReadable = false;
    const observe: Work['observe'] = async (steps) => {
      if (!isReadable) throw new ProblemError(lost.problem);
      return steps.map(({ id }) => ({
        stepId: id,
        results: allOf(['a'], { phase: 'settled', outcome: 'confirmed' }),
      }));
    };
    const story: Story = [];
    const { runner, touched } = startedRunner(workOf(story, { kind: 'unknown', answer: lost }, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    expect(endOf(await finished(runner, id))).toEqual([expect.stringMatching(/^answered unknown/)]);

    expect(await runner.checkAgain(id).then(() => undefined, toProblem)).toBe(lost.problem);
    isReadable = true;
    const touchedBefore = touched.length;
    await runner.checkAgain(id);
    expect(endOf(await finished(runner, id))).toEqual(['settled confirmed']);
    expect(story.at(-1)).toBe('observe pilot at 5000');
    expect(touched).toHaveLength(touchedBefore + 1);

    const reads = story.length;
    await runner.checkAgain(id);
    expect(story).toHaveLength(reads);
  });
});

it('what nobody knows is left at that by hand, and may be sent by other runs', async () => {
  const { runner } = startedRunner(workOf([], accepted, { observe: async () => [] }));
  const { id } = await runner.start(planOf({ pilot: ['a'] }));
  await runner.whenSent(id);
  await calm();
  await runner.leaveAtThat(id);
  const end = await finished(runner, id);
  expect(endOf(end)).toEqual(['settled successful: Tracking stopped manually']);
  expect(end.state).toBe('done');
});

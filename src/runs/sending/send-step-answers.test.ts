import { describe, expect, it } from 'vitest';
import type { Sent } from '../../graph/sender.ts';
import { failureOf, graphRefusal, noon } from '../../graph/test-answers.ts';
import type { Failure } from '../../graph/transport.ts';
import { ProblemError } from '../../lib/problem.ts';
import { readTooSlow } from '../model/problems.ts';
import { accepted, setUpDrive } from '../testing/test-context.ts';
import { allOf, endOf, nextId } from '../testing/test-runner.ts';
import type { Work } from '../work.ts';
import { sendStep } from './send-step.ts';

const throttled = await failureOf(graphRefusal(429));
const unavailable = await failureOf(graphRefusal(503));
const unauthorized = await failureOf(graphRefusal(401));
const refused = await failureOf(graphRefusal(400));

/** What is said of an item whose sendings had these answers, one after the other. */
async function saidAfter(
  answers: readonly Failure[],
  end: 'paused' | 'stopped' | 'rejected',
): Promise<string[]> {
  const send: Work['send'] = async (_step, _ids, hooks): Promise<Sent> => {
    for (const answer of answers) {
      await hooks.onSend?.(nextId());
      await hooks.onAnswer?.(answer);
    }
    const answer = answers.at(-1) ?? throttled;
    return end === 'paused'
      ? { kind: end, answer, until: noon, problem: answer.problem }
      : { kind: end, answer };
  };
  const { context, shown } = setUpDrive({ pilot: ['a'] }, { send });
  await sendStep(context, 'step-1');
  return endOf(shown());
}

const putOff = 'answered skipped: Microsoft asked to wait; not resent';
const mayCome = 'answered unknown: An earlier request may still take effect';

describe('what was refused at last', () => {
  it('is put off when every refusal says that nothing was done', async () => {
    for (const end of ['paused', 'stopped'] as const) {
      expect(await saidAfter([throttled], end)).toEqual([putOff]);
      expect(await saidAfter([unauthorized, throttled, throttled], end)).toEqual([putOff]);
    }
    expect((await saidAfter([refused], 'rejected'))[0]).toMatch(/^answered rejected/);
    expect((await saidAfter([throttled, refused], 'rejected'))[0]).toMatch(/^answered rejected/);
  });

  it('is not known when an earlier request may have had an effect that no read has shown yet', async () => {
    for (const end of ['paused', 'stopped'] as const) {
      expect(await saidAfter([unavailable, throttled], end)).toEqual([mayCome]);
      expect(await saidAfter([throttled, unavailable, unauthorized], end)).toEqual([mayCome]);
    }
    expect(await saidAfter([unavailable, refused], 'rejected')).toEqual([mayCome]);
  });

  it('is not known either where Intune calls a driver failed after such a request', async () => {
    const failed = async (...earlier: readonly Failure[]) => {
      const send: Work['send'] = async (_step, _ids, hooks) => {
        for (const answer of earlier) {
          await hooks.onSend?.(nextId());
          await hooks.onAnswer?.(answer);
        }
        await hooks.onSend?.(nextId());
        return accepted;
      };
      const account: Work['account'] = () => [
        { id: 'a', phase: 'answered', outcome: 'failed', reason: 'No.' },
        { id: 'b', phase: 'answered', outcome: 'successful' },
      ];
      const { context, shown } = setUpDrive({ pilot: ['a', 'b'] }, { send, account });
      await sendStep(context, 'step-1');
      return endOf(shown());
    };
    expect(await failed(throttled)).toEqual(['answered failed: No.', 'answered successful']);
    expect(await failed(unavailable)).toEqual([mayCome, 'answered successful']);
  });

  it('counts where another run turns out not to know the same item yet', async () => {
    const asked: string[] = [];
    const saidBeside = async (answer: Failure) => {
      asked.length = 0;
      const send: Work['send'] = async (_step, _ids, hooks) => {
        await hooks.onSend?.(nextId());
        await hooks.onAnswer?.(answer);
        expect(await hooks.reread()).toEqual([]);
        return { kind: 'nothingLeft' };
      };
      const inspect: Work['inspect'] = async ({ items }) =>
        items.map(({ id }) => ({ id, phase: 'planned', outcome: null }));
      const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect, send });
      const openElsewhere = async ({ targetId: target }: { readonly targetId: string }) => {
        asked.push(target);
        return new Set(asked.length > 2 ? ['a'] : []);
      };
      await sendStep({ ...context, openElsewhere }, 'step-1');
      return endOf(shown());
    };
    expect(await saidBeside(throttled)).toEqual([putOff]);
    expect(await saidBeside(unavailable)).toEqual([mayCome]);
  });

  it.each(['changedByOther', 'notFound', 'skipped'] as const)(
    '[N18] is not known either where the read before the next sending says %s',
    async (outcome) => {
      const readAfter = async (answer: Failure) => {
        const send: Work['send'] = async (_step, _ids, hooks) => {
          await hooks.onSend?.(nextId());
          await hooks.onAnswer?.(answer);
          expect(await hooks.reread()).toEqual(['c']);
          await hooks.onSend?.(nextId());
          return accepted;
        };
        const inspect: Work['inspect'] = async ({ attempts }) =>
          attempts.length === 0
            ? allOf(['a', 'b', 'c'], { phase: 'planned', outcome: null, pre: 'as it was' })
            : [
                { id: 'a', phase: 'settled', outcome, reason: 'Left out' },
                { id: 'b', phase: 'settled', outcome: 'confirmed' },
                { id: 'c', phase: 'planned', outcome: null },
              ];
        const { context, shown } = setUpDrive({ pilot: ['a', 'b', 'c'] }, { send, inspect });
        await sendStep(context, 'step-1');
        expect(shown().steps[0]?.items[0]?.pre).toBe('as it was');
        return endOf(shown());
      };
      const others = ['settled confirmed', 'answered successful'];
      expect(await readAfter(throttled)).toEqual([`settled ${outcome}: Left out`, ...others]);
      expect(await readAfter(unavailable)).toEqual([mayCome, ...others]);
    },
  );

  it('is not known when the last answer itself may hide an effect', async () => {
    expect((await saidAfter([unavailable], 'paused'))[0]).toMatch(/^answered unknown/);
  });
});

describe('a read before a sending', () => {
  it('that Graph made wait for longer than a run may pauses it: the click is too long ago', async () => {
    let elapsed = 0;
    const inspect: Work['inspect'] = async ({ items }) => {
      elapsed += 700_000;
      return items.map(({ id }) => ({ id, phase: 'planned', outcome: null }));
    };
    const { context, shown, story } = setUpDrive({ pilot: ['a'] }, { inspect });
    const mayWait = (milliseconds: number) => milliseconds <= 600_000;
    const allowance = { mayRepeat: () => true, mayWait };
    expect(await sendStep({ ...context, allowance, elapsed: () => elapsed }, 'step-1')).toBeUndefined();
    expect(endOf(shown())).toEqual(['planned null']);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: { kind: 'throttled' } });
    expect(story.filter((line) => line.startsWith('send'))).toEqual([]);
  });

  it('that does not come back is given up when the wait is longer than a run may', async () => {
    const inspect: Work['inspect'] = (_step, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect });
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    expect(await sendStep({ ...context, wait }, 'step-1')).toBeUndefined();
    expect(waits).toEqual([600_000]);
    expect(endOf(shown())).toEqual(['planned null']);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: readTooSlow });
  });

  it('is given up when a person says stop, and says nothing of its own then', async () => {
    let signal: AbortSignal | undefined;
    const inspect: Work['inspect'] = (_step, stopped) => {
      signal = stopped;
      return new Promise((_resolve, reject) => {
        stopped?.addEventListener('abort', () => reject(stopped.reason));
      });
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect });
    const driving = sendStep(context, 'step-1');
    await expect.poll(() => signal).toBeDefined();
    context.stop.abort();
    expect(await driving).toBeUndefined();
    expect(shown()).toMatchObject({ state: 'running', steps: [{ problem: null }] });
  });
});

describe('a refusal that would come again', () => {
  it.each([true, false])('is kept as final where the action says so: %s', async (isFinal) => {
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      await hooks.onAnswer?.(refused);
      return { kind: 'rejected', answer: refused };
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send, isFinal: () => isFinal });
    await sendStep(context, 'step-1');
    expect(shown().steps[0]?.items[0]).toMatchObject({ outcome: 'rejected', isFinal });
  });

  it('of the read before a sending is final too', async () => {
    const problem = { kind: 'notFound', title: 'Gone', advice: 'Look.' } as const;
    const inspect: Work['inspect'] = () => Promise.reject(new ProblemError(problem));
    const { context, shown } = setUpDrive(
      { pilot: ['a'] },
      { inspect, isFinal: (p) => p.kind === 'notFound' },
    );
    await sendStep(context, 'step-1');
    expect(shown().steps[0]?.items[0]).toMatchObject({ outcome: 'skipped', isFinal: true });
  });
});

describe('"already in progress"', () => {
  const send: Work['send'] = async (_step, _ids, hooks) => {
    await hooks.onSend?.(nextId());
    await hooks.onAnswer?.(refused);
    return { kind: 'following', answer: refused };
  };

  it.each(['alreadyRunning', 'unknown'] as const)('is what the action makes of it: %s', async (outcome) => {
    const following: Work['following'] = ({ id }) => ({ id, phase: 'answered', outcome });
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { send, following });
    await sendStep(context, 'step-1');
    expect(endOf(shown())).toEqual([`answered ${outcome}`]);
    // Nothing claims that it runs, and is followed here, before a read has shown it.
    expect(shown().steps[0]?.problem?.title).toBe(outcome === 'unknown' ? undefined : refused.problem.title);
  });
});

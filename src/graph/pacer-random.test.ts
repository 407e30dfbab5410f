import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPacer, type Lane } from './pacer.ts';
import { createTestClock } from './test-clock.ts';

/** One that wants to send something: when it comes, how long its request takes, what comes of it. */
interface Caller {
  readonly lane: Lane;
  readonly collection: string;
  readonly comesAt: number;
  readonly takes: number;
  readonly abortsAfter: number | undefined;
  readonly throttledFor: number | undefined;
}

/** What became of it. */
interface Story extends Caller {
  /** Its number among all that came. */
  readonly came: number;
  readonly aborted: boolean;
  /** When it went, and its number among all that went. */
  readonly wentAt: number;
  readonly turn: number;
  readonly endedAt: number;
}

const areaOfStory = ({ collection }: Caller) => (collection.startsWith('incident') ? 'defender' : 'intune');
const isRead = ({ lane }: Caller) => ['read', 'check', 'settle'].includes(lane);
const gateOf = (caller: Caller) => `${areaOfStory(caller)} ${isRead(caller)}`;
const budgetOf = (caller: Caller) => (areaOfStory(caller) === 'intune' ? gateOf(caller) : caller.collection);

/** Few kinds of requests in a run, so that they get in each other's way. */
const callers = fc
  .record({
    lanes: fc.subarray<Lane>(['read', 'check', 'settle', 'setState', 'startWork', 'requestWork'], {
      minLength: 1,
    }),
    collections: fc.subarray(['windowsDriverUpdateProfiles', 'incidentTasks', 'incidents'], { minLength: 1 }),
    span: fc.constantFrom(0, 1_000, 60_000),
    longest: fc.constantFrom(0, 300, 40_000),
    refusals: fc.constantFrom(0, 5, 30),
  })
  .chain(({ lanes, collections, span, longest, refusals }) =>
    fc.array(
      fc.record<Caller>({
        lane: fc.constantFrom(...lanes),
        collection: fc.constantFrom(...collections),
        comesAt: fc.nat(span),
        takes: fc.nat(longest),
        abortsAfter: fc.option(fc.nat(90_000), { freq: 9, nil: undefined }),
        throttledFor: fc
          .tuple(fc.nat(99), fc.nat(90_000))
          .map(([chance, milliseconds]) => (chance < refusals ? milliseconds : undefined)),
      }),
      { minLength: 20, maxLength: 200 },
    ),
  )
  .map((all) => all.toSorted((a, b) => a.comesAt - b.comesAt));

/** Plays it out; ends when nobody waits for anything any more. */
async function play(all: readonly Caller[]): Promise<readonly Story[]> {
  const clock = createTestClock();
  const pacer = createPacer(clock);
  const stories: Story[] = [];
  let turns = 0;
  for (const [came, caller] of all.entries()) {
    void (async () => {
      await clock.wait(caller.comesAt);
      const controller = new AbortController();
      if (caller.abortsAfter !== undefined) {
        void clock.wait(caller.abortsAfter).then(() => controller.abort('stop'));
      }
      try {
        const place = await pacer.take({ ...caller, area: areaOfStory(caller) }, controller.signal);
        const wentAt = clock.elapsed();
        turns += 1;
        const turn = turns;
        await clock.wait(caller.takes);
        stories.push({ ...caller, came, aborted: false, wentAt, turn, endedAt: clock.elapsed() });
        place.release(caller.throttledFor === undefined ? {} : { throttledFor: caller.throttledFor });
      } catch (error) {
        expect(error).toBe('stop');
        stories.push({
          ...caller,
          came,
          aborted: true,
          wentAt: Number.NaN,
          turn: 0,
          endedAt: clock.elapsed(),
        });
      }
    })();
  }
  await clock.finish();
  expect(clock.waiting()).toBe(0);
  return stories;
}

/** Whatever the requests, everything that is promised holds. */
function holds(check: (went: readonly Story[], all: readonly Caller[], stories: readonly Story[]) => void) {
  return fc.assert(
    fc.asyncProperty(callers, async (all) => {
      const stories = await play(all);
      const went = stories.filter(({ aborted }) => !aborted).toSorted((a, b) => a.turn - b.turn);
      check(went, all, stories);
    }),
    { numRuns: 60 },
  );
}

it('everybody goes in the end, or was aborted', () =>
  holds((_, all, stories) => {
    expect(stories).toHaveLength(all.length);
    for (const { aborted, abortsAfter } of stories) if (aborted) expect(abortsAfter).toBeDefined();
  }));

it('nobody goes after it was aborted', () =>
  holds((went) => {
    for (const { abortsAfter, comesAt, wentAt } of went) {
      if (abortsAfter !== undefined) expect(wentAt).toBeLessThanOrEqual(comesAt + abortsAfter);
    }
  }));

it('never more are on the way than may be', () =>
  holds((went) => {
    for (const one of went) {
      // Whoever went before and has not ended yet.
      const open = went.filter(({ turn, endedAt }) => turn <= one.turn && endedAt > one.wentAt);
      const count = (...lanes: Lane[]) => open.filter(({ lane }) => lanes.includes(lane)).length;
      expect(open.length).toBeLessThanOrEqual(6);
      expect(count('read')).toBeLessThanOrEqual(4);
      expect(count('read', 'check', 'settle')).toBeLessThanOrEqual(5);
      expect(count('setState', 'startWork', 'requestWork')).toBeLessThanOrEqual(2);
      expect(count('startWork')).toBeLessThanOrEqual(1);
    }
  }));

it('[SR-28] never more go in any window than the budget has, nor more that do not settle than is left to them', () =>
  holds((went) => {
    for (const one of went) {
      const inIntune = areaOfStory(one) === 'intune';
      const [most, kept] = inIntune ? (isRead(one) ? [500, 50] : [90, 0]) : [45, 4];
      const before = went.filter(
        (other) =>
          budgetOf(other) === budgetOf(one) &&
          other.turn <= one.turn &&
          other.wentAt > one.wentAt - (inIntune ? 20_000 : 60_000),
      );
      expect(before.length).toBeLessThanOrEqual(most);
      const ordinary = before.filter(({ lane }) => lane !== 'settle');
      expect(ordinary.length).toBeLessThanOrEqual(most - kept);
    }
  }));

it('nobody goes before the time that a 429 of its area and kind named', () =>
  holds((went) => {
    for (const { throttledFor, endedAt, ...refused } of went) {
      if (throttledFor === undefined) continue;
      const early = went.filter(
        (other) =>
          gateOf(other) === gateOf({ ...refused, throttledFor }) &&
          other.wentAt > endedAt &&
          other.wentAt < endedAt + throttledFor,
      );
      expect(early).toEqual([]);
    }
  }));

it('after a 429 requests of its budget keep their distance for a minute', () =>
  holds((went) => {
    for (const { throttledFor, endedAt, ...refused } of went) {
      if (throttledFor === undefined) continue;
      const budget = budgetOf({ ...refused, throttledFor });
      const spacing = { 'intune true': 80, 'intune false': 444 }[budget] ?? 2_666;
      const after = went.filter(
        (other) => budgetOf(other) === budget && other.wentAt > endedAt && other.wentAt < endedAt + 60_000,
      );
      for (const [index, other] of after.entries()) {
        const next = after[index + 1];
        if (next) expect(next.wentAt - other.wentAt).toBeGreaterThanOrEqual(spacing);
      }
    }
  }));

it('requests of one lane and budget go in the order they came', () =>
  holds((went) => {
    const last = new Map<string, number>();
    for (const one of went) {
      const queue = `${one.lane} ${budgetOf(one)}`;
      expect(one.came).toBeGreaterThan(last.get(queue) ?? -1);
      last.set(queue, one.came);
    }
  }));

import { beforeEach, describe, expect, it } from 'vitest';
import type { Lane, PlaceRequest } from './pacer.ts';
import { drivers, incidents, startPacer, tasks } from './test-pacer.ts';

let { clock, went, names, placeOfName, ask, askMany, countAtOnce } = startPacer();

beforeEach(() => {
  ({ clock, went, names, placeOfName, ask, askMany, countAtOnce } = startPacer());
});

describe('at the same time', () => {
  it.each<[Lane, number]>([
    ['read', 4],
    ['settle', 5],
    ['check', 5],
    ['setState', 2],
    ['startWork', 1],
    ['requestWork', 2],
  ])('%s: %i', async (lane, most) => {
    expect(await countAtOnce(lane)).toEqual([most]);
  });

  it('[N26] one action goes, and one read that settles, when reads hang', async () => {
    expect(await countAtOnce('read', 'setState', 'settle')).toEqual([4, 1, 1]);
  });

  it('one read that settles goes when actions hang and reads too', async () => {
    expect(await countAtOnce('setState', 'read', 'settle')).toEqual([2, 3, 1]);
  });

  it('one action goes when reads that settle hang', async () => {
    expect(await countAtOnce('settle', 'read', 'setState')).toEqual([5, 0, 1]);
  });

  it('reads that settle and ordinary ones take turns: a run over many profiles keeps no list out', async () => {
    for (let index = 0; index < 5; index++) void ask('hanging', { lane: 'settle', ...drivers });
    await clock.advance(0);
    for (let index = 0; index < 4; index++) void ask('settling', { lane: 'settle', ...drivers });
    for (let index = 0; index < 2; index++) void ask('ordinary', { lane: 'read', ...drivers });
    for (let index = 0; index < 4; index++) {
      went[index]?.place.release();
      await clock.advance(0);
    }
    expect(names().slice(5)).toEqual(['ordinary', 'settling', 'ordinary', 'settling']);
  });

  it('a response action and a driver action go together', async () => {
    expect(await countAtOnce('startWork', 'setState')).toEqual([1, 1]);
  });

  it('a place that is given back twice is one place', async () => {
    await countAtOnce('setState');
    went[0]?.place.release();
    went[0]?.place.release();
    await clock.advance(0);
    expect(went).toHaveLength(3);
  });
});

describe('in a window of time', () => {
  it.each<[string, PlaceRequest, number, number]>([
    ['driver actions', { lane: 'setState', ...drivers }, 90, 20_000],
    ['syncs', { lane: 'requestWork', ...drivers }, 90, 20_000],
    ['driver reads', { lane: 'read', ...drivers }, 450, 20_000],
    ['driver reads that settle', { lane: 'settle', ...drivers }, 500, 20_000],
    ['response actions', { lane: 'startWork', ...tasks }, 41, 60_000],
    ['incident reads', { lane: 'read', ...incidents }, 41, 60_000],
    ['incident reads that settle', { lane: 'settle', ...incidents }, 45, 60_000],
  ])('%s: a burst, then the next burst a window later', async (_, request, burst, windowMs) => {
    const times = await askMany(2 * burst + 1, request);
    expect(times).toEqual([
      ...Array<number>(burst).fill(0),
      ...Array<number>(burst).fill(windowMs),
      2 * windowMs,
    ]);
  });

  it('reads and actions on incident tasks share one budget', async () => {
    await askMany(41, { lane: 'read', ...tasks });
    void ask('action', { lane: 'startWork', area: 'defender', collection: 'INCIDENTTASKS' });
    await clock.advance(59_999);
    expect(names()).not.toContain('action');
    await clock.advance(1);
    expect(names()).toContain('action');
  });

  it('incidents, incident tasks and drivers have budgets of their own', async () => {
    await askMany(41, { lane: 'read', ...tasks });
    void ask('incident', { lane: 'read', ...incidents });
    void ask('driver', { lane: 'read', ...drivers });
    await clock.advance(0);
    expect(names().slice(-2)).toEqual(['incident', 'driver']);
  });

  it('[N26] a read that settles finds a place where others used theirs up', async () => {
    await askMany(41, { lane: 'startWork', ...tasks });
    void ask('settle', { lane: 'settle', ...tasks });
    await clock.advance(0);
    expect(names()).toContain('settle');
  });

  it('people who look at incident tasks get their turn while actions run', async () => {
    for (let index = 0; index < 60; index++) {
      void ask('action', { lane: 'startWork', ...tasks }).then(() => went.at(-1)?.place.release());
    }
    await clock.advance(1_000);
    void ask('read', { lane: 'read', ...tasks });
    await clock.advance(59_000);
    expect(names().slice(41, 43)).toEqual(['read', 'action']);
  });
});

describe('while response actions are sent', () => {
  const check: PlaceRequest = { lane: 'check', ...tasks };
  const settle: PlaceRequest = { lane: 'settle', ...tasks };

  async function askTimes(count: number, name: string, request: PlaceRequest) {
    for (let index = 0; index < count; index++) {
      void ask(name, request).then(() => went.at(-1)?.place.release());
      await clock.advance(0);
    }
  }
  const countOf = (name: string) => names().filter((one) => one === name).length;

  it('following takes what is kept for it, and no more', async () => {
    await ask('check', check);
    await askTimes(20, 'settle', settle);
    expect(countOf('settle')).toBe(4);
    await clock.advance(59_999);
    expect(countOf('settle')).toBe(4);
    await clock.advance(1);
    expect(countOf('settle')).toBe(8);
  });

  it('an action that waits for its turn holds following back, too', async () => {
    await askMany(41, { lane: 'startWork', ...tasks });
    await clock.advance(30_000);
    void ask('action', { lane: 'startWork', ...tasks });
    await askTimes(20, 'settle', settle);
    expect(countOf('settle')).toBe(4);
  });

  it('the next action is expected for ten seconds; then following has all that is left', async () => {
    await ask('check', check);
    placeOfName('check')?.release();
    await askTimes(20, 'settle', settle);
    await clock.advance(9_999);
    expect(countOf('settle')).toBe(4);
    await clock.advance(1);
    expect(countOf('settle')).toBe(20);
  });

  it('one that was given up holds nothing back', async () => {
    await askMany(41, { lane: 'read', ...tasks });
    const controller = new AbortController();
    const given = ask('check', check, controller.signal);
    controller.abort();
    await given;
    await clock.advance(60_000);
    await askTimes(20, 'settle', settle);
    expect(countOf('settle')).toBe(20);
  });

  it('what follows other things is not held back', async () => {
    await ask('check', check);
    await askTimes(20, 'incident', { lane: 'settle', ...incidents });
    await askTimes(60, 'driver', { lane: 'settle', ...drivers });
    expect([countOf('incident'), countOf('driver')]).toEqual([20, 60]);
  });
});

describe('after a 429', () => {
  /** One driver action is told to wait. */
  async function refuse(throttledFor: number) {
    await ask('refused', { lane: 'setState', ...drivers });
    placeOfName('refused')?.release({ throttledFor });
    went.length = 0;
  }

  it('nothing of that area and kind goes before the time', async () => {
    await refuse(10_000);
    void ask('action', { lane: 'setState', ...drivers });
    void ask('requestWork', { lane: 'requestWork', area: 'intune', collection: 'other' });
    void ask('read', { lane: 'read', ...drivers });
    void ask('response', { lane: 'startWork', ...tasks });
    await clock.advance(9_999);
    expect(names()).toEqual(['read', 'response']);
    placeOfName('response')?.release();
    await clock.advance(1);
    expect(names()).toEqual(['read', 'response', 'requestWork']);
    await clock.advance(445);
    expect(names()).toEqual(['read', 'response', 'requestWork', 'action']);
  });

  it('a shorter wait does not open earlier what a longer one closed', async () => {
    await ask('first', { lane: 'setState', ...drivers });
    await ask('second', { lane: 'setState', ...drivers });
    placeOfName('first')?.release({ throttledFor: 30_000 });
    placeOfName('second')?.release({ throttledFor: 5_000 });
    void ask('third', { lane: 'setState', ...drivers });
    await clock.finish();
    expect(went.at(-1)).toMatchObject({ name: 'third', at: 30_000 });
  });

  it.each([0, Number.NaN, -5])('that asks for %d ms only slows down', async (throttledFor) => {
    await refuse(throttledFor);
    expect(await askMany(3, { lane: 'setState', ...drivers })).toEqual([
      expect.closeTo(444, 0),
      expect.closeTo(889, 0),
      expect.closeTo(1_333, 0),
    ]);
  });

  it('no timer is asked for a longer wait than it can hold', async () => {
    const waits: number[] = [];
    ({ clock, went, names, placeOfName, ask, askMany, countAtOnce } = startPacer((milliseconds) =>
      waits.push(milliseconds),
    ));
    await refuse(Number.POSITIVE_INFINITY);
    const controller = new AbortController();
    const asked = ask('never', { lane: 'setState', ...drivers }, controller.signal);
    await clock.advance(3_600_000);
    expect(Math.max(...waits)).toBe(60_000);
    expect(clock.waiting()).toBe(1);
    controller.abort();
    expect(await asked).toBe(controller.signal.reason);
    expect(clock.waiting()).toBe(0);
  });
});

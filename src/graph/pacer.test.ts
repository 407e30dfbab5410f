import { beforeEach, describe, expect, it } from 'vitest';
import { areaOf, createPacer, type Lane, type Pacer, type Place, type PlaceRequest } from './pacer.ts';
import { noon } from './test-answers.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

const drivers = { area: 'intune', collection: 'windowsDriverUpdateProfiles' } as const;
const tasks = { area: 'defender', collection: 'incidentTasks' } as const;
const incidents = { area: 'defender', collection: 'incidents' } as const;

let clock: TestClock;
let pacer: Pacer;
/** Those that got a place, in order, and when. */
let went: { name: string; at: number; place: Place }[];

beforeEach(() => {
  clock = createTestClock();
  pacer = createPacer(clock);
  went = [];
});

const names = () => went.map(({ name }) => name);
const placeOfName = (name: string) => went.find((one) => one.name === name)?.place;

/** Asks for a place and keeps it until the test gives it back. */
function ask(name: string, request: PlaceRequest, signal?: AbortSignal, onWait?: (until: number) => void) {
  return pacer.take(request, signal, onWait).then(
    (place) => void went.push({ name, at: clock.elapsed(), place }),
    (error: unknown) => error,
  );
}

/** Asks for many places at once; each is given back as soon as it was got. */
async function askMany(count: number, request: PlaceRequest) {
  const release = async (index: number) => {
    await ask(`${index}`, request);
    placeOfName(`${index}`)?.release();
  };
  await Promise.all([clock.finish(), ...Array.from({ length: count }, (_, index) => release(index))]);
  return went.map(({ at }) => at);
}

/** How many go at once when nobody gives a place back. */
async function countAtOnce(...lanes: readonly Lane[]): Promise<number[]> {
  for (const lane of lanes) {
    const where = lane === 'responseAction' ? tasks : drivers;
    for (let index = 0; index < 10; index++) void ask(lane, { lane, ...where });
    await clock.advance(0);
  }
  return lanes.map((lane) => names().filter((name) => name === lane).length);
}

describe('at the same time', () => {
  it.each<[Lane, number]>([
    ['read', 4],
    ['settle', 5],
    ['driverAction', 2],
    ['responseAction', 1],
    ['sync', 2],
  ])('%s: %i', async (lane, most) => {
    expect(await countAtOnce(lane)).toEqual([most]);
  });

  it('one action goes, and one read that settles, when reads hang', async () => {
    expect(await countAtOnce('read', 'driverAction', 'settle')).toEqual([4, 1, 1]);
  });

  it('one read that settles goes when actions hang and reads too', async () => {
    expect(await countAtOnce('driverAction', 'read', 'settle')).toEqual([2, 3, 1]);
  });

  it('one action goes when reads that settle hang', async () => {
    expect(await countAtOnce('settle', 'read', 'driverAction')).toEqual([5, 0, 1]);
  });

  it('a read that settles goes before an ordinary one that came first', async () => {
    for (let index = 0; index < 5; index++) void ask('hanging', { lane: 'settle', ...drivers });
    await clock.advance(0);
    void ask('ordinary', { lane: 'read', ...drivers });
    void ask('settling', { lane: 'settle', ...drivers });
    placeOfName('hanging')?.release();
    await clock.advance(0);
    expect(names().at(-1)).toBe('settling');
  });

  it('a response action and a driver action go together', async () => {
    expect(await countAtOnce('responseAction', 'driverAction')).toEqual([1, 1]);
  });

  it('a place that is given back twice is one place', async () => {
    await countAtOnce('driverAction');
    went[0]?.place.release();
    went[0]?.place.release();
    await clock.advance(0);
    expect(went).toHaveLength(3);
  });
});

describe('in a window of time', () => {
  it.each<[string, PlaceRequest, number, number]>([
    ['driver actions', { lane: 'driverAction', ...drivers }, 90, 20_000],
    ['syncs', { lane: 'sync', ...drivers }, 90, 20_000],
    ['driver reads', { lane: 'read', ...drivers }, 450, 20_000],
    ['driver reads that settle', { lane: 'settle', ...drivers }, 500, 20_000],
    ['response actions', { lane: 'responseAction', ...tasks }, 41, 60_000],
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
    void ask('action', { lane: 'responseAction', area: 'defender', collection: 'INCIDENTTASKS' });
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

  it('a read that settles finds a place where others used theirs up', async () => {
    await askMany(41, { lane: 'responseAction', ...tasks });
    void ask('settle', { lane: 'settle', ...tasks });
    await clock.advance(0);
    expect(names()).toContain('settle');
  });

  it('people who look at incident tasks get their turn while actions run', async () => {
    for (let index = 0; index < 60; index++) {
      void ask('action', { lane: 'responseAction', ...tasks }).then(() => went.at(-1)?.place.release());
    }
    await clock.advance(1_000);
    void ask('read', { lane: 'read', ...tasks });
    await clock.advance(59_000);
    expect(names().slice(41, 43)).toEqual(['read', 'action']);
  });
});

describe('after a 429', () => {
  /** One driver action is told to wait. */
  async function refuse(throttledFor: number) {
    await ask('refused', { lane: 'driverAction', ...drivers });
    placeOfName('refused')?.release({ throttledFor });
    went = [];
  }

  it('nothing of that area and kind goes before the time', async () => {
    await refuse(10_000);
    void ask('action', { lane: 'driverAction', ...drivers });
    void ask('sync', { lane: 'sync', area: 'intune', collection: 'other' });
    void ask('read', { lane: 'read', ...drivers });
    void ask('response', { lane: 'responseAction', ...tasks });
    await clock.advance(9_999);
    expect(names()).toEqual(['read', 'response']);
    placeOfName('response')?.release();
    await clock.advance(1);
    expect(names()).toEqual(['read', 'response', 'sync']);
    await clock.advance(445);
    expect(names()).toEqual(['read', 'response', 'sync', 'action']);
  });

  it('a shorter wait does not open earlier what a longer one closed', async () => {
    await ask('first', { lane: 'driverAction', ...drivers });
    await ask('second', { lane: 'driverAction', ...drivers });
    placeOfName('first')?.release({ throttledFor: 30_000 });
    placeOfName('second')?.release({ throttledFor: 5_000 });
    void ask('third', { lane: 'driverAction', ...drivers });
    await clock.finish();
    expect(went.at(-1)).toMatchObject({ name: 'third', at: 30_000 });
  });

  it.each([0, Number.NaN, -5])('that asks for %d ms only slows down', async (throttledFor) => {
    await refuse(throttledFor);
    expect(await askMany(3, { lane: 'driverAction', ...drivers })).toEqual([
      expect.closeTo(444, 0),
      expect.closeTo(889, 0),
      expect.closeTo(1_333, 0),
    ]);
  });

  it('no timer is asked for a longer wait than it can hold', async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number, signal?: AbortSignal) => {
      waits.push(milliseconds);
      return clock.wait(milliseconds, signal);
    };
    pacer = createPacer({ now: clock.now, wait });
    await refuse(Number.POSITIVE_INFINITY);
    const controller = new AbortController();
    const asked = ask('never', { lane: 'driverAction', ...drivers }, controller.signal);
    await clock.advance(3_600_000);
    expect(Math.max(...waits)).toBe(60_000);
    expect(clock.waiting()).toBe(1);
    controller.abort();
    expect(await asked).toBe(controller.signal.reason);
    expect(clock.waiting()).toBe(0);
  });
});

describe('one that waits', () => {
  it('is told until when, if limits hold it up for more than half a second', async () => {
    await askMany(90, { lane: 'driverAction', ...drivers });
    await clock.advance(5_000);
    const told: number[] = [];
    for (let index = 0; index < 91; index++) {
      void ask('next', { lane: 'driverAction', ...drivers }, undefined, (until) => told.push(until - noon));
    }
    expect([told[0], told[89], told[90]]).toEqual([20_000, 20_000, 40_000]);
    expect(told).toHaveLength(91);
  });

  it('is told again when a 429 puts it off', async () => {
    await ask('refused', { lane: 'responseAction', ...tasks });
    const told: number[] = [];
    void ask('next', { lane: 'responseAction', ...tasks }, undefined, (until) => told.push(until - noon));
    expect(told).toEqual([]);
    placeOfName('refused')?.release({ throttledFor: 30_000 });
    expect(told).toEqual([30_000]);
  });

  it('leaves without a trace when it is aborted', async () => {
    await askMany(90, { lane: 'driverAction', ...drivers });
    const controller = new AbortController();
    const first = ask('first', { lane: 'driverAction', ...drivers }, controller.signal);
    void ask('second', { lane: 'driverAction', ...drivers });
    controller.abort('stop');
    expect(await first).toBe('stop');
    await clock.finish();
    expect(names().slice(90)).toEqual(['second']);
    expect(clock.waiting()).toBe(0);
  });

  it('is not let in when it was aborted before', async () => {
    expect(await ask('late', { lane: 'read', ...drivers }, AbortSignal.abort('stop'))).toBe('stop');
    expect(went).toEqual([]);
  });

  it('keeps its place when the signal is aborted after it went', async () => {
    const controller = new AbortController();
    const asked = ask('gone', { lane: 'responseAction', ...tasks }, controller.signal);
    void ask('next', { lane: 'responseAction', ...tasks });
    controller.abort();
    expect(await asked).toBeUndefined();
    expect(names()).toEqual(['gone']);
  });

  it('does not wait for an hour because the clock was set back by an hour', async () => {
    await askMany(90, { lane: 'driverAction', ...drivers });
    clock.setBy(-3_600_000);
    const told: number[] = [];
    void ask('next', { lane: 'driverAction', ...drivers }, undefined, (until) => told.push(until));
    expect(told).toEqual([noon - 3_600_000 + 20_000]);
    await clock.advance(20_000);
    expect(names()).toContain('next');
  });
});

it.each([
  ['/deviceManagement/windowsDriverUpdateProfiles/x/executeAction', 'intune', 'windowsDriverUpdateProfiles'],
  ['/security/incidentTasks', 'defender', 'incidentTasks'],
  ['/Security/incidents/7?$expand=alerts', 'defender', 'incidents'],
  ["/security/incidentTasks('7')", 'defender', 'incidentTasks'],
  ['/security', 'defender', ''],
])('%s is of %s, %s', (path, area, collection) => {
  expect(areaOf(path)).toEqual({ area, collection });
});

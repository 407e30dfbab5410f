import { beforeEach, describe, expect, it } from 'vitest';
import { areaOf, createPacer } from './pacer.ts';
import { noon } from './test-answers.ts';
import { drivers, startPacer, tasks } from './test-pacer.ts';

let { clock, went, names, placeOfName, ask, askMany } = startPacer();

beforeEach(() => {
  ({ clock, went, names, placeOfName, ask, askMany } = startPacer());
});

describe('one that waits', () => {
  it('is told until when, if limits hold it up for more than half a second', async () => {
    await askMany(90, { lane: 'setState', ...drivers });
    await clock.advance(5_000);
    const told: number[] = [];
    for (let index = 0; index < 91; index++) {
      void ask('next', { lane: 'setState', ...drivers }, undefined, (until) => told.push(until - noon));
    }
    expect([told[0], told[89], told[90]]).toEqual([20_000, 20_000, 40_000]);
    expect(told).toHaveLength(91);
  });

  it('is told again when a 429 puts it off', async () => {
    await ask('refused', { lane: 'startWork', ...tasks });
    const told: number[] = [];
    void ask('next', { lane: 'startWork', ...tasks }, undefined, (until) => told.push(until - noon));
    expect(told).toEqual([]);
    placeOfName('refused')?.release({ throttledFor: 30_000 });
    expect(told).toEqual([30_000]);
  });

  it('is told whether our own pace holds it up, or a 429', async () => {
    const told: string[] = [];
    await askMany(41, { lane: 'startWork', ...tasks });
    void ask('next', { lane: 'startWork', ...tasks }, undefined, (until, because) =>
      told.push(`${because} until ${until - noon}`),
    );
    await ask('settling', { lane: 'settle', ...tasks });
    expect(told).toEqual(['pacing until 60000']);
    await clock.advance(60_000);
    void ask('refused', { lane: 'startWork', ...tasks }, undefined, (until, because) =>
      told.push(`${because} until ${until - noon}`),
    );
    placeOfName('next')?.release({ throttledFor: 30_000 });
    expect(told.slice(1)).toEqual(['throttled until 90000']);
  });

  it('leaves without a trace when it is aborted', async () => {
    await askMany(90, { lane: 'setState', ...drivers });
    const controller = new AbortController();
    const first = ask('first', { lane: 'setState', ...drivers }, controller.signal);
    void ask('second', { lane: 'setState', ...drivers });
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
    const asked = ask('gone', { lane: 'startWork', ...tasks }, controller.signal);
    void ask('next', { lane: 'startWork', ...tasks });
    controller.abort();
    expect(await asked).toBeUndefined();
    expect(names()).toEqual(['gone']);
  });

  it('[B24] does not wait for an hour because the clock was set back by an hour', async () => {
    await askMany(90, { lane: 'setState', ...drivers });
    clock.setBy(-3_600_000);
    const told: number[] = [];
    void ask('next', { lane: 'setState', ...drivers }, undefined, (until) => told.push(until));
    expect(told).toEqual([noon - 3_600_000 + 20_000]);
    await clock.advance(20_000);
    expect(names()).toContain('next');
  });

  it('[B24] opens no gate an hour early because the clock was set forward by an hour', async () => {
    await ask('refused', { lane: 'setState', ...drivers });
    placeOfName('refused')?.release({ throttledFor: 30_000 });
    clock.setBy(3_600_000);
    void ask('next', { lane: 'setState', ...drivers });
    await clock.advance(29_999);
    expect(names()).toEqual(['refused']);
    await clock.advance(1);
    expect(names()).toEqual(['refused', 'next']);
  });

  it('tells a waiting request the new time once the clock was set', async () => {
    const told: number[] = [];
    await askMany(90, { lane: 'setState', ...drivers });
    void ask('first', { lane: 'setState', ...drivers }, undefined, (until) => told.push(until));
    clock.setBy(3_600_000);
    void ask('second', { lane: 'setState', ...drivers });
    expect(told).toEqual([noon + 20_000, noon + 3_620_000]);
  });
});

it('goes by the time that passes, unless it is told of another', async () => {
  const pacer = createPacer();
  const first = await pacer.take({ lane: 'read', ...drivers });
  const refusedAt = performance.now();
  first.release({ throttledFor: 30 });
  await pacer.take({ lane: 'read', ...drivers });
  expect(performance.now() - refusedAt).toBeGreaterThanOrEqual(30);
});

it.each([
  ['/deviceManagement/windowsDriverUpdateProfiles/x/executeAction', 'intune', 'windowsDriverUpdateProfiles'],
  ['/security/incidentTasks', 'defender', 'incidentTasks'],
  ['/Security/incidents/7?$expand=alerts', 'defender', 'incidents'],
  ["/security/incidentTasks('7')", 'defender', 'incidentTasks'],
  ['/security', 'defender', ''],
  ['/', 'intune', ''],
])('%s is of %s, %s', (path, area, collection) => {
  expect(areaOf(path)).toEqual({ area, collection });
});

import { createPacer, type Lane, type OnPacerWait, type Place, type PlaceRequest } from './pacer.ts';
import { createTestClock } from './test-clock.ts';

/** For tests: people who ask a scheduler for places, and when they got them. */

export const drivers = { area: 'intune', collection: 'windowsDriverUpdateProfiles' } as const;
export const tasks = { area: 'defender', collection: 'incidentTasks' } as const;
export const incidents = { area: 'defender', collection: 'incidents' } as const;

/** @param onTimer is told of every timer that the scheduler sets, in ms */
export function startPacer(onTimer?: (milliseconds: number) => void) {
  const clock = createTestClock();
  const pacer = createPacer({
    now: clock.now,
    elapsed: clock.elapsed,
    wait(milliseconds, signal) {
      onTimer?.(milliseconds);
      return clock.wait(milliseconds, signal);
    },
  });
  /** Those that got a place, in order, and when. */
  const went: { name: string; at: number; place: Place }[] = [];
  const names = () => went.map(({ name }) => name);
  const placeOfName = (name: string) => went.find((one) => one.name === name)?.place;

  /** Asks for a place and keeps it until the test gives it back. */
  function ask(name: string, request: PlaceRequest, signal?: AbortSignal, onWait?: OnPacerWait) {
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
      const where = lane === 'startWork' ? tasks : drivers;
      for (let index = 0; index < 10; index++) void ask(lane, { lane, ...where });
      await clock.advance(0);
    }
    return lanes.map((lane) => names().filter((name) => name === lane).length);
  }

  return { clock, pacer, went, names, placeOfName, ask, askMany, countAtOnce };
}

import { giveWay } from '../../lib/give-way.ts';
import { waitFor } from '../../lib/wait.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';
import type { Snapshot } from './snapshot.ts';

/** So many profiles at a time: to merge each alone takes longer, and all at once holds up the page. */
const atOnce = 6;
/** Between two times, in ms: what has come is drawn. */
const pause = 50;

/** The fleet of a snapshot, of which each yield holds more profiles with their drivers. The page is drawn in between. */
export async function* restore({
  profiles,
}: Pick<Snapshot, 'profiles'>): AsyncGenerator<readonly FleetProfile[]> {
  const fleet: FleetProfile[] = profiles.map(({ profile }) => ({
    profile,
    drivers: undefined,
    problem: undefined,
  }));
  for (const [index, { profile, drivers }] of profiles.entries()) {
    fleet[index] = { profile, drivers: drivers(), problem: undefined };
    const restored = index + 1;
    if (restored === profiles.length) continue;
    if (restored % atOnce !== 0) {
      await giveWay();
      continue;
    }
    yield [...fleet];
    await waitFor(pause);
  }
  yield fleet;
}

import type { Graph } from '../../graph/client.ts';
import { getDriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { TargetItems } from '../../runs/model/run.ts';
import { type FreshRead, type FreshTarget, readEach } from '../../runs/work.ts';
import { planProfile, syncTitle } from './plan.ts';
import { whyNoSync } from './rules.ts';

/** Reads the profiles of a plan afresh. */
export async function profilesAfresh(graph: Graph, targets: readonly TargetItems[]): Promise<FreshRead> {
  const read = await readEach(targets, async ({ id }): Promise<FreshTarget> => {
    const profile = await getDriverProfile(graph, id);
    const item = planProfile(profile);
    const reason = whyNoSync(profile);
    const name = profileName(profile);
    return reason === undefined
      ? { id, name, items: [item], leftOut: [] }
      : { id, name, items: [], leftOut: [{ item, reason }] };
  });
  return {
    targets: read,
    seenOf: () => undefined,
    titleOf: (sent) => syncTitle(sent.map(({ name }) => name)),
  };
}

import type { Graph } from '../../graph/client.ts';
import { type DriverProfile, getDriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { PlanTarget } from '../../runs/model.ts';
import { type Review, reviewEach, type TargetReview } from '../../runs/work.ts';
import { planProfile } from './plan.ts';
import { whyNoSync } from './rules.ts';

/** Reads the profiles of a plan afresh. */
export async function reviewSyncs(graph: Graph, targets: readonly PlanTarget[]): Promise<Review> {
  const profiles: DriverProfile[] = [];
  const reviews = await reviewEach(targets, async ({ id }): Promise<TargetReview> => {
    const profile = await getDriverProfile(graph, id);
    profiles.push(profile);
    const item = planProfile(profile);
    const reason = whyNoSync(profile);
    const name = profileName(profile);
    return reason === undefined
      ? { id, name, items: [item], leftOut: [] }
      : { id, name, items: [], leftOut: [{ item, reason }] };
  });
  return { targets: reviews, seen: { kind: 'sync', profiles } };
}

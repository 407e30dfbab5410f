import type { Graph } from '../../graph/client.ts';
import { getDriverProfile } from '../../graph/driver-profiles.ts';
import { type GroupAssignment, readAssignments } from '../../graph/profile-assignments.ts';
import { type Assigned, assignedOf } from '../../resources/driver-profiles/assignments.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, readEach, type Skipped } from '../../runs/work.ts';
import type { AssignmentIntent } from './intent.ts';
import { assignTitle, planItem } from './plan.ts';
import { judgeAssignBefore } from './verdicts.ts';

/** @throws ProblemError `notFound` among others */
export async function readAssigned(graph: Graph, profileId: string, signal?: AbortSignal): Promise<Assigned> {
  return assignedOf(await readAssignments(graph, profileId, signal));
}

/** Reads the profiles of a plan and their assignments afresh. @param wanted what the intent says */
export async function assignmentsAfresh(
  graph: Graph,
  intent: AssignmentIntent,
  wanted: readonly GroupAssignment[],
  targets: readonly TargetItems[],
): Promise<FreshRead> {
  const read = await readEach(targets, async ({ id, items }): Promise<FreshTarget> => {
    const [profile, assigned] = await Promise.all([getDriverProfile(graph, id), readAssigned(graph, id)]);
    const name = profileName(profile);
    const fresh = planItem(id, name, assigned.groups, wanted);
    const judged = items.map((item) => ({
      item,
      ...judgeAssignBefore(intent, toItem(item), assigned, false),
    }));
    return {
      id,
      name,
      items: judged.filter(({ phase }) => phase === 'planned').map(() => fresh),
      leftOut: judged.flatMap(({ phase, item, reason = '' }) =>
        phase === 'planned' ? [] : [leftOutOf(assigned, { item, fresh, reason })],
      ),
    };
  });
  return {
    targets: read,
    seenOf: () => undefined,
    titleOf: (sent) => sent.map(({ name }) => assignTitle(name)).join('; '),
  };
}

/** The groups alone would read as a change that nobody made where they are not all that the profile is assigned to. */
function leftOutOf(
  { isPartial, others }: Assigned,
  { item, fresh, reason }: { item: PlannedItem; fresh: PlannedItem; reason: string },
): Skipped {
  if (isPartial) return { item, reason, open: 'unread' };
  return { item: others.length > 0 ? item : fresh, reason };
}

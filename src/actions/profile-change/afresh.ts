import type { Graph } from '../../graph/client.ts';
import { type DriverProfile, getDriverProfile, listDriverProfiles } from '../../graph/driver-profiles.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, orGone, readEach } from '../../runs/work.ts';
import { isAsCreated } from './create-verdicts.ts';
import type { CreateIntent, ProfileIntent } from './intent.ts';
import { changeTitle, planExisting, planNew } from './plan.ts';
import { judgeDeleteBefore, judgeEditBefore } from './verdicts.ts';

/** Reads every profile: of a new one, the list alone can tell. @throws ProblemError */
export async function readProfiles(graph: Graph, signal?: AbortSignal): Promise<Rows<DriverProfile>> {
  let read: Rows<DriverProfile> = noRows;
  for await (const rows of listDriverProfiles(graph, signal)) read = rows;
  return read;
}

/** Reads the profiles of a plan afresh. */
export async function changesAfresh(
  graph: Graph,
  intent: ProfileIntent,
  targets: readonly TargetItems[],
): Promise<FreshRead> {
  const read = await readEach(targets, async (target): Promise<FreshTarget> => {
    if (intent.change === 'create') return freshNew(intent, target, (await readProfiles(graph)).rows);
    const profile = await orGone(getDriverProfile(graph, target.id));
    const { id } = target;
    if (profile === 'gone') {
      return {
        ...target,
        items: [],
        leftOut: target.items.map((item) => ({ item, reason: 'The profile no longer exists' })),
      };
    }
    return {
      id,
      name: profileName(profile),
      ...sorted(target.items.map((item) => freshItem(intent, item, profile))),
    };
  });
  return {
    targets: read,
    seenOf: () => undefined,
    titleOf: (sent) =>
      sent.flatMap(({ items }) => items.map(({ name }) => changeTitle(intent, name))).join('; '),
  };
}

interface Fresh {
  readonly item: PlannedItem;
  readonly reason: string | undefined;
}

/** What a lost request has made late is not made once more. */
function freshNew(
  intent: CreateIntent,
  { id, name, items }: TargetItems,
  profiles: readonly DriverProfile[],
): FreshTarget {
  const isThere = profiles.some((profile) => isAsCreated(intent, profile));
  const reason = isThere ? 'A profile with this name and these values exists' : undefined;
  return { id, name, ...sorted(items.map(() => ({ item: planNew(intent, profiles), reason }))) };
}

function freshItem(
  intent: Exclude<ProfileIntent, CreateIntent>,
  item: PlannedItem,
  profile: DriverProfile,
): Fresh {
  const judged =
    intent.change === 'edit'
      ? judgeEditBefore(intent, toItem(item), profile, false)
      : judgeDeleteBefore(toItem(item), profile, false);
  return {
    item: planExisting(intent, profile),
    reason: judged.phase === 'planned' ? undefined : judged.reason,
  };
}

function sorted(all: readonly Fresh[]): Pick<FreshTarget, 'items' | 'leftOut'> {
  return {
    items: all.flatMap(({ item, reason }) => (reason === undefined ? [item] : [])),
    leftOut: all.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }])),
  };
}

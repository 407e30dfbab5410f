import type { Graph } from '../../graph/client.ts';
import { getIncidentState } from '../../graph/incident-state.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, orGone, readEach } from '../../runs/work.ts';
import type { ChangeIntent } from './intent.ts';
import { changeTitle, planItem } from './plan.ts';
import { changeableOf, judgeChangeBefore } from './verdicts.ts';

/** Reads the incidents of a plan afresh. */
export async function changesAfresh(
  graph: Graph,
  intent: ChangeIntent,
  targets: readonly TargetItems[],
  ownNames: readonly string[],
): Promise<FreshRead> {
  const read = await readEach(targets, async ({ id, name, items }): Promise<FreshTarget> => {
    const incident = await orGone(getIncidentState(graph, id));
    if (incident === 'gone') {
      const reason = 'The incident no longer exists';
      return { id, name, items: [], leftOut: items.map((item) => ({ item, reason })) };
    }
    const fresh = planItem(intent, { ...incident, ...changeableOf(incident) });
    const reasonOf = (item: PlannedItem) =>
      judgeChangeBefore(intent, toItem(item), incident, { wasSent: false, ownNames }).reason;
    const sorted = items.map((item) => ({ item: fresh, reason: reasonOf(item) }));
    return {
      id,
      name: incidentName(incident),
      items: sorted.flatMap(({ item, reason }) => (reason === undefined ? [item] : [])),
      leftOut: sorted.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }])),
    };
  });
  return { targets: read, seenOf: () => undefined, titleOf: (sent) => changeTitle(intent, sent.length) };
}

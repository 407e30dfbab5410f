import type { Graph } from '../../graph/client.ts';
import { getIncidentState } from '../../graph/incident-state.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import type { TargetItems } from '../../runs/model/run.ts';
import { type FreshRead, type FreshTarget, orGone, readEach } from '../../runs/work.ts';
import type { CommentIntent } from './intent.ts';
import { commentTitle, planItem } from './plan.ts';
import { countOwn, whyNoComment } from './rules.ts';

/** Reads the incidents of a plan afresh. */
export async function commentsAfresh(
  graph: Graph,
  intent: CommentIntent,
  targets: readonly TargetItems[],
  ownNames: readonly string[],
): Promise<FreshRead> {
  const read = await readEach(targets, async ({ id, name, items }): Promise<FreshTarget> => {
    const incident = await orGone(getIncidentState(graph, id));
    if (incident === 'gone') {
      const reason = 'The incident no longer exists';
      return { id, name, items: [], leftOut: items.map((item) => ({ item, reason })) };
    }
    const own = countOwn(intent.comment, incident.comments.items, ownNames);
    const fresh = items.map(() => planItem(intent, incident, own));
    // What a lost request has added late, or another run, is not added once more.
    const isThere = own > 0 ? 'You have added this comment already' : undefined;
    const reason = whyNoComment(incident) ?? isThere;
    const leftOut = reason === undefined ? [] : fresh.map((item) => ({ item, reason }));
    return { id, name: incidentName(incident), items: reason === undefined ? fresh : [], leftOut };
  });
  return { targets: read, seenOf: () => undefined, titleOf: titleOfSent };
}

/** Comments of a plan have a text each, and so a title each: it names the incident. */
function titleOfSent(sent: readonly TargetItems[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0 ? `Comment on ${only.name}` : commentTitle(sent.length);
}

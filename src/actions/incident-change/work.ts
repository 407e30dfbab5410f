import type { Graph } from '../../graph/client.ts';
import { changeIncident } from '../../graph/incident-details.ts';
import { getIncidentState } from '../../graph/incident-state.ts';
import { scopes } from '../../graph/scopes.ts';
import { observeEach, orGone, type Work } from '../../runs/work.ts';
import { changesAfresh } from './afresh.ts';
import { bodyOf } from './body.ts';
import type { ChangeIntent } from './intent.ts';
import { judgeChangeAfter, judgeChangeBefore } from './verdicts.ts';

/** Changes incidents, and reads afterward whether they are so. @param ownNames of who is signed in */
export function changeWork(graph: Graph, intent: ChangeIntent, ownNames: () => readonly string[]): Work {
  /** The tags of each incident by the read right before its sending: Graph replaces the whole list. */
  const tags = new Map<string, readonly string[]>();

  function bodyFor(incidentId: string) {
    const read = tags.get(incidentId);
    if (!read) throw new Error('An incident is read before it is changed');
    return bodyOf(intent, read);
  }

  return {
    scopes: scopes.changeIncidents,
    lanes: 2,
    readAt: [2, 5, 15, 30, 60, 120].map((seconds) => seconds * 1_000),
    async inspect(step, signal, onWait) {
      const incident = await getIncidentState(graph.checking, step.targetId, { signal, onWait });
      tags.set(step.targetId, incident.customTags.items);
      const known = { wasSent: step.attempts.length > 0, ownNames: ownNames() };
      const planned = step.items.filter(({ phase }) => phase === 'planned');
      return planned.map((item) => judgeChangeBefore(intent, item, incident, known));
    },
    readAfresh: (targets) => changesAfresh(graph, intent, targets, ownNames()),
    // Microsoft Graph says of no change that it is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: ({ targetId }, _ids, { reread, ...hooks }) =>
      changeIncident(graph, targetId, bodyFor(targetId), {
        ...hooks,
        // The tags may be others by now: the body is made of the read that has just been.
        reread: async () => ((await reread()).length === 0 ? undefined : { body: bodyFor(targetId) }),
      }),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const incident = await orGone(getIncidentState(graph, targetId));
        const known = { elapsed, ownNames: ownNames() };
        return (item) => judgeChangeAfter(intent, item, incident, known);
      }),
  };
}

import type { Graph } from '../../graph/client.ts';
import { addIncidentComment } from '../../graph/incident-details.ts';
import { getIncidentState } from '../../graph/incident-state.ts';
import { scopes } from '../../graph/scopes.ts';
import { observeEach, orGone, rereadAny, type Work } from '../../runs/work.ts';
import { commentsAfresh } from './afresh.ts';
import type { CommentIntent } from './intent.ts';
import { judgeCommentAfter, judgeCommentBefore } from './verdicts.ts';

/** Adds a comment to incidents, and reads afterward whether it is there. @param ownNames of who is signed in */
export function commentWork(graph: Graph, intent: CommentIntent, ownNames: () => readonly string[]): Work {
  return {
    scopes: scopes.changeIncidents,
    lanes: 2,
    readAt: [2, 5, 15, 30, 60, 120].map((seconds) => seconds * 1_000),
    async inspect(step, signal, onWait) {
      const incident = await getIncidentState(graph.checking, step.targetId, { signal, onWait });
      const known = { wasSent: step.attempts.length > 0, ownNames: ownNames() };
      const planned = step.items.filter(({ phase }) => phase === 'planned');
      return planned.map((item) => judgeCommentBefore(intent, item, incident, known));
    },
    readAfresh: (targets) => commentsAfresh(graph, intent, targets, ownNames()),
    // Microsoft Graph says of no comment that it is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: ({ targetId }, _ids, hooks) =>
      addIncidentComment(graph, targetId, intent.comment, rereadAny(hooks)),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const incident = await orGone(getIncidentState(graph, targetId));
        const known = { elapsed, ownNames: ownNames() };
        return (item) => judgeCommentAfter(intent, item, incident, known);
      }),
  };
}

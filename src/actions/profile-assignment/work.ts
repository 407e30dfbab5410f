import type { Graph } from '../../graph/client.ts';
import { assignProfile, type GroupAssignment } from '../../graph/profile-assignments.ts';
import { scopes } from '../../graph/scopes.ts';
import { observeEach, orGone, rereadAny, type Work } from '../../runs/work.ts';
import { assignmentsAfresh, readAssigned } from './afresh.ts';
import { type AssignmentIntent, assignmentKind } from './intent.ts';
import { listOf } from './list.ts';
import { judgeAssignAfter, judgeAssignBefore } from './verdicts.ts';

/** Assigns profiles to groups, and reads afterward whether they have them. @param groups the whole list */
export function assignmentWork(graph: Graph, groups: readonly GroupAssignment[]): Work {
  const intent: AssignmentIntent = { kind: assignmentKind, groups: listOf(groups) };
  return {
    scopes: scopes.changeDrivers,
    lanes: 2,
    readAt: [2, 5, 15, 30, 60, 120].map((seconds) => seconds * 1_000),
    async inspect(step, signal) {
      const assigned = await readAssigned(graph.checking, step.targetId, signal);
      const wasSent = step.attempts.length > 0;
      const planned = step.items.filter(({ phase }) => phase === 'planned');
      return planned.map((item) => judgeAssignBefore(intent, item, assigned, wasSent));
    },
    readAfresh: (targets) => assignmentsAfresh(graph, intent, groups, targets),
    // Microsoft Graph says of no assignment that it is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: ({ targetId }, _ids, hooks) => assignProfile(graph, targetId, groups, rereadAny(hooks)),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const assigned = await orGone(readAssigned(graph, targetId));
        return (item) => judgeAssignAfter(intent, item, assigned, elapsed);
      }),
  };
}

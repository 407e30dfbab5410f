import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { hasFailed } from '../../resources/incident-tasks/states.ts';
import type { Outcome, Run } from '../../runs/model/run.ts';
import { responseKind } from './plan.ts';

/** Outcomes of an action that Defender has started. */
const startedOutcomes: readonly (Outcome | null)[] = ['started', 'completed', 'failed', 'partiallyCompleted'];

/**
 * When these runs started tasks, by their ids, however the actions ended: only what Graph itself accepted counts. A task
 * whose failure is over was started again elsewhere: that start isn't known here, and the one before doesn't count.
 *
 * @param tasks as Graph has them now
 */
export function ownStarts(
  runs: readonly Pick<Run, 'steps'>[],
  tasks: readonly Pick<IncidentTask, 'id' | 'actionStatus'>[],
): ReadonlyMap<string, number> {
  const starts = new Map<string, { at: number; outcome: Outcome | null }>();
  for (const { intent, items, attempts } of runs.flatMap(({ steps }) => steps)) {
    const { status = 0, sentAt = '' } = attempts.at(-1) ?? {};
    const at = Date.parse(sentAt);
    if (intent.kind !== responseKind || status < 200 || status >= 300 || Number.isNaN(at)) continue;
    for (const { id, outcome } of items.filter((item) => startedOutcomes.includes(item.outcome))) {
      if (at >= (starts.get(id)?.at ?? 0)) starts.set(id, { at, outcome });
    }
  }
  const states = new Map(tasks.map(({ id, actionStatus }) => [id, actionStatus]));
  const isStartedAgain = (id: string, outcome: Outcome | null) => {
    const actionStatus = states.get(id);
    return (
      actionStatus !== undefined && hasFailed({ actionStatus: outcome ?? '' }) && actionStatus !== outcome
    );
  };
  return new Map(
    [...starts].flatMap(([id, { at, outcome }]) => (isStartedAgain(id, outcome) ? [] : [[id, at] as const])),
  );
}

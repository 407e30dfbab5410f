import { actionOf } from '../../actions/all.ts';
import type { ActionRequest } from '../../graph/client.ts';
import type { Instant } from '../../lib/instant.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import type { Plan } from '../../runs/model/run.ts';

/** One request that the run will send. */
export interface PlanRequest {
  readonly targetName: string;
  /** "approve 2", as Graph calls it. */
  readonly text: string;
  /** Null: as soon as possible. Undefined for what has no date. */
  readonly date: Instant | null | undefined;
  readonly request: ActionRequest;
}

/** The requests of a plan, in the order in which they are sent: made by the code that sends them. */
export function requestsOf({ targets }: Pick<Plan, 'targets'>): readonly PlanRequest[] {
  return targets.flatMap(({ id, name, intent, items }) => {
    const { mostInRequest, requestOf, graphNameFor } = actionOf(intent);
    const requests: PlanRequest[] = [];
    for (let start = 0; start < items.length; start += mostInRequest) {
      const part = items.slice(start, start + mostInRequest);
      const [first] = part;
      if (!first) continue;
      requests.push({
        targetName: name,
        text: `${graphNameFor(intent, first)} ${part.length}`,
        date: dateOf({ intent }),
        request: requestOf(
          intent,
          id,
          part.map((item) => item.id),
        ),
      });
    }
    return requests;
  });
}

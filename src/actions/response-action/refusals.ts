import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Item, Outcome, Reviewed, Run, Step } from '../../runs/model/run.ts';
import { formatMinute } from '../../ui/format.ts';
import { responseKind } from './plan.ts';
import { changesOfTask } from './reviewed.ts';

/** That Microsoft has refused for good to start a task as it was then. */
export interface Refusal {
  readonly reason: string;
  /** When it was sent: epoch ms; null where the record doesn't say. */
  readonly at: number | null;
  /** The task as it was refused. */
  readonly reviewed: Reviewed;
}

/** By the id of a task; null where its latest result is no refusal. */
export type Refusals = ReadonlyMap<string, Refusal | null>;

/** Which tasks these runs know to be refused: for each, the latest run with a result decides. @param runs newest first */
export function refusalsIn(runs: readonly Run[]): Refusals {
  const found = new Map<string, Refusal | null>();
  for (const { steps } of runs) {
    for (const step of steps.filter(({ intent }) => intent.kind === responseKind)) {
      for (const item of step.items) {
        const hasResult = item.outcome !== null && item.outcome !== 'skipped';
        if (hasResult && !found.has(item.id)) found.set(item.id, refusalOf(step, item));
      }
    }
  }
  return found;
}

const refused: readonly (Outcome | null)[] = ['rejected', 'failed', 'partiallyCompleted'];

function refusalOf({ attempts, problem }: Step, { isFinal, outcome, reviewed }: Item): Refusal | null {
  if (!isFinal || !refused.includes(outcome)) return null;
  const at = Date.parse(attempts.at(-1)?.sentAt ?? '');
  const reason = outcome === 'rejected' ? rejection(problem) : 'Defender refused to start it again';
  return { reason, at: Number.isNaN(at) ? null : at, reviewed };
}

function rejection(problem: Step['problem']): string {
  switch (problem?.kind) {
    case 'unsupportedAction':
      return 'Defender doesn’t support running it from Actiondesk';
    case 'notFound':
      return 'Microsoft Graph couldn’t find the task';
    default:
      return 'Defender rejected it';
  }
}

/** Why a task can't be run: it was refused for good, and is still as it was then. Undefined where it has changed since. */
export function whyRefused(refusals: Refusals, task: IncidentTask): string | undefined {
  const refusal = refusals.get(task.id);
  if (!refusal || changesOfTask(refusal.reviewed, task) !== undefined) return undefined;
  const { reason, at } = refusal;
  return at === null ? reason : `${reason} (${formatMinute(at)})`;
}

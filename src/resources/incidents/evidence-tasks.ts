import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { joinOf } from '../incident-tasks/join.ts';
import type { EvidenceItem } from './evidence-summary.ts';
import { type Witness, witnessOf } from './evidence-words.ts';

/** A task that acts on evidence, and what the evidence says of its action. */
export interface ActingTask {
  readonly task: IncidentTask;
  readonly witness: Witness;
}

/** The tasks that act on each item of evidence, by its key; none where no task does. */
export function tasksByEvidence(
  items: readonly EvidenceItem[],
  tasks: readonly IncidentTask[],
): ReadonlyMap<string, readonly ActingTask[]> {
  const pieces = items.map(({ evidence }) => evidence);
  const keys = new Map(items.map(({ evidence, key }) => [evidence, key]));
  const found = new Map<string, ActingTask[]>();
  for (const task of tasks) {
    const evidence = joinOf(task, pieces)?.evidence;
    const key = evidence && keys.get(evidence);
    if (key === undefined) continue;
    const others = found.get(key) ?? [];
    others.push({ task, witness: witnessOf(task, evidence) });
    found.set(key, others);
  }
  return found;
}

import type { Item, Run, Step } from '../../runs/model/run.ts';
import { responseKind } from './plan.ts';

/**
 * How long an action of this type usually takes, in ms: the median over the runs that completed one; undefined where
 * none did. A run keeps only when it ended, so of its tasks the one that was sent last tells the most.
 */
export function usualTime(runs: readonly Run[], actionType: string): number | undefined {
  const times = runs.flatMap((run) => {
    const { endedAt } = run;
    const sent = tasksOf(run)
      .filter(({ item }) => item.outcome === 'completed' && item.reviewed.actionType === actionType)
      .flatMap(({ step }) => lastSent(step) ?? []);
    return endedAt === null || sent.length === 0 ? [] : [endedAt - Math.max(...sent)];
  });
  return median(times.filter((time) => time > 0));
}

/** When each task was started by these runs, by its id: epoch ms. Of several runs, the latest counts. */
export function startTimes(runs: readonly Run[]): ReadonlyMap<string, number> {
  const started = new Map<string, number>();
  for (const run of runs) {
    for (const { step, item } of tasksOf(run)) {
      const at = item.outcome === 'started' ? lastSent(step) : undefined;
      if (at !== undefined) started.set(item.id, Math.max(at, started.get(item.id) ?? 0));
    }
  }
  return started;
}

function tasksOf({ steps }: Run): { readonly step: Step; readonly item: Item }[] {
  const ours = steps.filter(({ intent }) => intent.kind === responseKind);
  return ours.flatMap((step) => step.items.map((item) => ({ step, item })));
}

function lastSent({ attempts }: Step): number | undefined {
  const at = Date.parse(attempts.at(-1)?.sentAt ?? '');
  return Number.isNaN(at) ? undefined : at;
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

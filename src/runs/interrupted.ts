import type { Problem } from '../lib/problem.ts';
import { type Item, itemsOf, type Run, type Step } from './model.ts';
import type { ItemResult, RunEvent } from './reducer.ts';

/** Why a run does not go on by itself after its page was left. */
export const pageWasLeft: Problem = {
  kind: 'cancelled',
  title: 'The page was left before everything was sent',
  advice: 'Nothing more is sent by itself. "Resume" reads the rest again and shows it before it is sent.',
};

/**
 * What is to be said of a run that nobody carries out any more, because its page was closed, reloaded or crashed. A
 * request without an answer may have had an effect, and may even be on its way still: it is not known, and read. What
 * had not been sent waits for a person.
 */
export function interrupt(run: Run): readonly RunEvent[] {
  const events = run.steps.flatMap((step): RunEvent[] => {
    const results = step.items.flatMap((item) => resultOf(run, step, item));
    return results.length === 0 ? [] : [{ kind: 'items', stepId: step.id, results }];
  });
  if (run.state !== 'running') return events;
  const isLeft = itemsOf(run).some((item) => item.phase === 'planned' && !run.cancelled);
  return [...events, ...(isLeft ? [{ kind: 'paused', because: pageWasLeft } as const] : [])];
}

function resultOf(run: Run, step: Step, item: Item): ItemResult[] {
  const last = step.attempts.findLast(({ ids }) => ids.includes(item.id));
  if (item.phase === 'sending') {
    const reason = 'The page was left before the answer came';
    return [{ id: item.id, phase: 'answered', outcome: 'unknown', reason }];
  }
  if (item.phase !== 'planned') return [];
  if (!last) {
    return run.cancelled
      ? [{ id: item.id, phase: 'settled', outcome: 'skipped', reason: 'Cancelled before it was sent' }]
      : [];
  }
  // It waited to be sent again. Only these two answers prove that the request was not looked at.
  return last.status === 429 || last.status === 401
    ? [{ id: item.id, phase: 'answered', outcome: 'skipped', reason: 'Refused for now, and not sent again' }]
    : [
        {
          id: item.id,
          phase: 'answered',
          outcome: 'unknown',
          reason: 'The page was left before it was sent again',
        },
      ];
}

/**
 * What is to be said of a run in whose course an error of our own was met. It must not seem to go on: what was sent is
 * not known, and the rest was not sent.
 */
export function giveUp(run: Run, problem: Problem, at: number): readonly RunEvent[] {
  const reason = 'Actiondesk met an error of its own before it was sent';
  const events = run.steps.flatMap((step): RunEvent[] => {
    const results = step.items.flatMap(({ id, phase }): ItemResult[] => {
      if (phase === 'planned') return [{ id, phase: 'settled', outcome: 'skipped', reason }];
      return phase === 'sending' ? [{ id, phase: 'answered', outcome: 'unknown' }] : [];
    });
    if (results.length === 0) return [];
    return [
      { kind: 'items', stepId: step.id, results },
      { kind: 'problem', stepId: step.id, problem },
    ];
  });
  return [...events, { kind: 'state', state: 'done', at }];
}

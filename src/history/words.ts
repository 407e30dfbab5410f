import { stateText } from '../run-panel/outcomes.tsx';
import { countOutcomes, countUnanswered } from '../run-panel/summary.ts';
import { type Attempt, itemsOf, type Outcome, type Run, type Step } from '../runs/model.ts';
import { countOf, formatCount, formatMinute } from '../ui/format.ts';
import type { ShownState } from './rules.ts';

const states: Record<ShownState, string> = {
  running: 'Running',
  paused: 'Paused',
  settling: 'Checking',
  done: 'Finished',
  elsewhere: 'In another tab',
};

export function runStateText(state: ShownState): string {
  return states[state];
}

/** How many items of a run are in one state, in words. */
export interface TellCount {
  /** `waiting`: no answer yet. */
  readonly outcome: Outcome | 'waiting';
  readonly count: number;
  readonly text: string;
}

/**
 * What became of a run's items, what needs a person first: "3 failed", "237 applied, confirmed".
 *
 * @param isChecking somebody reads what became of it just now
 */
export function tellCounts(run: Run, isChecking: boolean): readonly TellCount[] {
  const items = itemsOf(run);
  const told = countOutcomes(items).map(([outcome, count]): TellCount => {
    const isOpen = items.some((item) => item.outcome === outcome && item.phase === 'answered');
    const phase = isOpen ? 'answered' : 'settled';
    return {
      outcome,
      count,
      text: lowerFirst(stateText({ phase, outcome }, { state: run.state, isChecking })),
    };
  });
  const waiting = countUnanswered(items).map(
    ([text, count]): TellCount => ({ outcome: 'waiting', count, text }),
  );
  return [...told, ...waiting];
}

export function countsText(run: Run, isChecking: boolean): string {
  return tellCounts(run, isChecking)
    .map(({ count, text }) => `${formatCount(count)} ${text}`)
    .join('; ');
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** What a row of the list is called: the title is often that of other runs too. */
export function runName(run: Run): string {
  return `${run.title}, ${formatMinute(run.startedAt)}`;
}

/**
 * Everything that somebody may know a run by and that the list does not show: names and ids of its targets and items,
 * and the ids of its requests, of which a colleague or Microsoft's support may name one.
 */
export function searchedText(run: Run): string {
  const steps = run.steps.flatMap(({ targetId, targetName, items, attempts, problem }) => [
    targetId,
    targetName,
    problem?.code,
    ...items.flatMap(({ id, name, detail }) => [id, name, detail]),
    ...attempts.flatMap(({ clientRequestId, requestId, code }) => [clientRequestId, requestId, code]),
  ]);
  return [run.id, ...steps].filter(Boolean).join('\n');
}

/** What a step was for: "100 drivers", "1 task", "1 profile". */
export function itemsText(run: Run, step: Step): string {
  const nouns = { drivers: 'driver', tasks: 'task', sync: 'profile' } as const;
  return countOf(step.items.length, nouns[run.intent.kind]);
}

/** What is known of the answer to an attempt. */
export function answerText(step: Step, { endedAt, status, code, doubt, ids }: Attempt): string {
  if (endedAt === undefined) {
    const isOnItsWay = step.items.some(({ id, phase }) => phase === 'sending' && ids.includes(id));
    return isOnItsWay ? 'Not yet' : 'None is known: the page ended before one came';
  }
  if (status === undefined) return `None. ${doubt ?? 'The connection ended without one'}`;
  if (doubt !== undefined) return `${status}, not trusted. ${doubt}`;
  return code === undefined ? `${status}` : `${status} ${code}`;
}

import type { Item, Run, RunState, Step } from '../../model/run.ts';

/** For tests: whether what is shown of a run may follow what was shown of it before. */

const rank: Readonly<Record<RunState, number>> = { running: 0, paused: 1, settling: 1, done: 2 };
/** What "Check again" may open again. */
export const verdicts = ['notApplied', 'contradicted', 'changedByOther', 'rejected', 'failed', 'unknown'];
/** … and what was left at that by hand, what another person had begun, and what a list without all of it had not. */
const mayBeOpenedAgain = [...verdicts, 'started', 'successful', 'alreadyRunning', 'notFound'];
/** What a run waits for by itself, in ms: Graph asks, and nobody is asked. */
export const longestWaiting = 600_000;

/**
 * @param isChecked a person has asked to check it again since
 * @returns what went back to an earlier state
 */
export function wentBack(old: Run, run: Run, isChecked: boolean): string[] {
  const found: string[] = [];
  if (rank[run.state] < rank[old.state]) found.push(`was ${old.state}, and is ${run.state} again`);
  if (old.cancelled && !run.cancelled) found.push('was cancelled, and is not any more');
  for (const [index, step] of run.steps.entries()) {
    const before = old.steps[index];
    if (!before || before === step) continue;
    if (step.id !== before.id) found.push(`has step ${step.id} in the place of ${before.id}`);
    if (answersOf(step) < answersOf(before) || step.attempts.length < before.attempts.length)
      found.push(`shows fewer attempts of ${step.id} than before`);
    for (const [place, item] of step.items.entries()) {
      const was = before.items[place];
      if (was && isUnsettledAgain(was, item) && !(isChecked && mayOpenAgain(was)))
        found.push(`${item.id} was ${was.outcome} for good, and is ${item.phase} ${item.outcome} again`);
    }
  }
  return found;
}

function answersOf({ attempts }: Step): number {
  return attempts.filter(({ endedAt }) => endedAt !== undefined).length;
}

function mayOpenAgain({ outcome, left }: Item): boolean {
  return mayBeOpenedAgain.includes(outcome ?? '') || left === 'refusedForNow';
}

function isUnsettledAgain(was: Item, item: Item): boolean {
  return was.phase === 'settled' && item.phase !== 'settled';
}

/** @param clock what the clock of its computer shows @returns what cannot be, in whatever order things happen */
export function impossible(run: Run, clock: number): string[] {
  const found: string[] = [];
  if (run.state === 'done') {
    const left = run.steps.flatMap(({ items }) =>
      items.filter(({ phase }) => phase === 'planned' || phase === 'sending'),
    );
    if (left.length > 0) found.push(`I2 ${run.id} is done, and ${left[0]?.id} is ${left[0]?.phase}`);
  }
  const ahead = run.state === 'running' && run.waitingUntil !== null ? run.waitingUntil - clock : 0;
  if (ahead > longestWaiting) found.push(`I10 ${run.id} waits for ${ahead} ms and nobody was asked`);
  return found;
}

/** True while something of a run is not known for good. */
export function isUnsettled({ state, steps }: Run): boolean {
  const isOpen = ({ phase }: Item) => phase === 'sending' || phase === 'answered';
  return state === 'running' || state === 'settling' || steps.some(({ items }) => items.some(isOpen));
}

import { type Result, resultOf, stateText } from '../run-panel/result-words.ts';
import { countItems, countResults, resultInCount } from '../run-panel/summary.ts';
import { type Attempt, itemsOf, type Run, type Step } from '../runs/model.ts';
import { formatCount, formatMinute } from '../ui/format.ts';

/** How many items of a run have one result, in words. */
export interface TellCount {
  readonly result: Result;
  readonly count: number;
  readonly text: string;
}

/**
 * The results of a run, what needs attention first: "3 failed", "237 confirmed".
 *
 * @param isChecking this page or another tab is checking the results
 */
export function tellCounts(run: Run, isChecking: boolean): readonly TellCount[] {
  const items = itemsOf(run);
  const { state, cancelled } = run;
  return countResults(run).map(([result, count]): TellCount => {
    const alike = items.filter((item) => resultOf(item, run) === result);
    // An open one says whether its result is still checked.
    const shown = alike.find(({ phase }) => phase === 'answered') ?? alike[0];
    const isPending = result === 'waiting' || result === 'sending';
    const text =
      !shown || isPending ? resultInCount(result) : stateText(shown, { state, cancelled, isChecking });
    return { result, count, text: lowerFirst(text) };
  });
}

export function countsText(run: Run, isChecking: boolean): string {
  return tellCounts(run, isChecking)
    .map(({ count, text }) => `${formatCount(count)} ${text}`)
    .join(', ');
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** The name of a row in the list: other runs may have the same title. */
export function runName(run: Run): string {
  return `${run.title}, ${formatMinute(run.startedAt)}`;
}

/**
 * Everything that a person may know a run by and that the list doesn't show: names and ids of its targets and items, and
 * the ids of its requests, which a colleague or Microsoft support may quote.
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
  return countItems(run, step.items.length);
}

/** The response to an attempt, as far as it is known. */
export function answerText(step: Step, { endedAt, status, code, doubt, ids }: Attempt): string {
  if (endedAt === undefined) {
    const isOnItsWay = step.items.some(({ id, phase }) => phase === 'sending' && ids.includes(id));
    return isOnItsWay ? 'Not yet' : 'Unknown: the page closed before a response';
  }
  if (status === undefined) return `None. ${doubt ?? 'The connection ended without a response'}`;
  if (doubt !== undefined) return `${status}, not verified as Graph's. ${doubt}`;
  return code === undefined ? `${status}` : `${status} ${code}`;
}

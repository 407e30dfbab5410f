import type { HistoryResults, RelatedRuns } from '../../run-panel/history/rules.ts';
import { type Result, resultOf, resultOrder, stateText } from '../../run-panel/result-words.ts';
import { countItems, resultInCount } from '../../run-panel/summary.ts';
import { isFailure } from '../../runs/model/attention.ts';
import type { RolledUp } from '../../runs/model/rolled-up.ts';
import type { Attempt, Run, Step } from '../../runs/model/run.ts';
import { countOf, formatClock, formatCount, formatDay, formatMinute } from '../../ui/format.ts';

/** How many items have one result, in words. */
export interface TellCount {
  readonly result: Result;
  readonly count: number;
  readonly text: string;
  /** Something failed or is stuck. */
  readonly isFailure: boolean;
}

/**
 * The results of items, what needs attention first: "3 failed", "237 confirmed".
 *
 * @param isChecking whether this page or another tab is checking the results of a run
 */
export function tellCounts(
  entries: readonly Pick<RolledUp, 'run' | 'item'>[],
  isChecking: (run: Run) => boolean,
): readonly TellCount[] {
  const counts = new Map<string, TellCount>();
  for (const entry of entries) {
    const { run, item } = entry;
    const result = resultOf(item, run);
    const isPending = result === 'waiting' || result === 'sending';
    const { state, cancelled } = run;
    const text = isPending
      ? resultInCount(result)
      : lowerFirst(stateText(item, { state, cancelled, isChecking: isChecking(run) }));
    const count = (counts.get(text)?.count ?? 0) + 1;
    counts.set(text, { result, count, text, isFailure: isFailure(entry) });
  }
  return [...counts.values()].toSorted(
    (a, b) => resultOrder.indexOf(a.result) - resultOrder.indexOf(b.result),
  );
}

/** The same for a row of the list, with what a later run has taken on: "3 confirmed, 7 continued in a later run". */
export function tellRun(
  { id }: Pick<Run, 'id'>,
  { entries, continued }: Pick<HistoryResults, 'entries' | 'continued'>,
  isChecking: (run: Run) => boolean,
): readonly TellCount[] {
  const counts = tellCounts(entries.get(id) ?? [], isChecking);
  const count = continued.get(id);
  if (count === undefined) return counts;
  return [...counts, { result: 'skipped', count, text: 'continued in a later run', isFailure: false }];
}

/** Which run a run continues, and which ones continue it: "Follows 14:02:10", with the day where it is another one. */
export function relatedText(run: Pick<Run, 'startedAt'>, related: RelatedRuns | undefined): string {
  const { before, after = [] } = related ?? {};
  const today = formatDay(run.startedAt);
  const at = ({ startedAt }: Run) =>
    formatDay(startedAt) === today ? formatClock(startedAt) : formatMinute(startedAt);
  const [next] = after;
  const told = [
    before && `Follows ${at(before)}`,
    next &&
      `${before ? 'followed' : 'Followed'} by ${after.length > 1 ? countOf(after.length, 'run') : at(next)}`,
  ];
  return told.filter(Boolean).join('; ') || '–';
}

export function countsText(counts: readonly TellCount[]): string {
  return counts.map(({ count, text }) => `${formatCount(count)} ${text}`).join(', ');
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
  if (doubt !== undefined) return `${status}, not verified as Graph’s. ${doubt}`;
  return code === undefined ? `${status}` : `${status} ${code}`;
}

import { actionOf } from '../../actions/all.ts';
import { isChangeIntent } from '../../actions/incident-change/intent.ts';
import { isCommentIntent } from '../../actions/incident-comment/intent.ts';
import { isSameText } from '../../actions/incident-comment/rules.ts';
import { isUserIntent } from '../../actions/user-action/intent.ts';
import { taskIdsOf } from '../../actions/user-action/reviewed.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Seen, SeenHere } from '../../resources/hand-over/hand-over.ts';
import { type Result, resultOf, resultText } from '../../run-panel/result-words.ts';
import type { Item, Run, Step } from '../../runs/model/run.ts';

/**
 * What runs have sent since then: by the tasks that it carries out, or else by its incident.
 *
 * @param taskIds the tasks that were read: what was sent for others is told by incident
 */
export function seenIn(runs: readonly Run[], since: Instant, taskIds: ReadonlySet<string>): SeenHere {
  const byTask = new Map<string, Seen[]>();
  const byIncident = new Map<string, Seen[]>();
  for (const { at, step, item, result, note } of sentItems(runs, since)) {
    const isComment = isCommentIntent(step.intent);
    const seenAs = (name: string): Seen => ({
      at,
      text: `${name}: ${resultText(result)}${whyText(item, result)}`,
      isUnknown: result === 'unknown',
      isComment,
      // A comment that a task's note was posted as stands among the comments.
      note: isComment ? '' : note,
    });
    const ids = tasksOf(step, item).filter((id) => taskIds.has(id));
    for (const id of ids) add(byTask, id, seenAs(actionOf(step.intent).nameFor(step.intent, item)));
    if (ids.length === 0 && item.incident !== '')
      add(byIncident, item.incident, seenAs(fullName(step, item)));
  }
  return { byTask, byIncident };
}

/** A comment that runs have sent. */
export interface Posted {
  readonly at: Instant;
  readonly comment: string;
}

/** Results of a comment that is not on its incident. */
const notPosted: readonly Result[] = [
  'rejected',
  'failed',
  'notFound',
  'notApplied',
  'changedByOther',
  'skipped',
];

/** The comments that may be on their incidents since then, by incident, the earliest first. */
export function postedIn(runs: readonly Run[], since: Instant): ReadonlyMap<string, readonly Posted[]> {
  const posted = new Map<string, Posted[]>();
  for (const { at, step, item, result } of sentItems(runs, since)) {
    const { intent } = step;
    if (isCommentIntent(intent) && !notPosted.includes(result))
      add(posted, item.incident, { at, comment: intent.comment });
  }
  return posted;
}

/** When a text was posted last; undefined where it was not. */
export function postedAt(posted: readonly Posted[] | undefined, text: string): Instant | undefined {
  return posted?.findLast(({ comment }) => isSameText(comment, text))?.at;
}

interface SentItem {
  readonly at: Instant;
  readonly step: Step;
  readonly item: Item;
  readonly result: Result;
  /** Of the run. */
  readonly note: string;
}

/** What was sent since then, the earliest first. */
function sentItems(runs: readonly Run[], since: Instant): readonly SentItem[] {
  return runs
    .flatMap((run) =>
      run.steps.flatMap((step) => {
        const at = Date.parse(step.attempts.at(-1)?.sentAt ?? '');
        // False for a step that was never sent, too.
        if (!(at >= since)) return [];
        return step.items.map((item) => ({ at, step, item, result: resultOf(item, run), note: run.note }));
      }),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** The tasks that an item carries out: itself, or those of a user. */
function tasksOf({ intent }: Step, item: Item): readonly string[] {
  return isUserIntent(intent) ? taskIdsOf(item) : [item.id];
}

/** Why something failed, as far as Graph says: " (Forbidden)". */
function whyText({ reason }: Item, result: Result): string {
  return reason !== '' && (result === 'rejected' || result === 'failed')
    ? ` (${reason.slice(0, longestReason)})`
    : '';
}

/** In characters. */
const longestReason = 200;

/** What was done, where no line of a task says to what: "Disable user · Megan Bowen" */
function fullName({ intent }: Step, item: Item): string {
  const name = actionOf(intent).nameFor(intent, item);
  if (isChangeIntent(intent)) return name;
  return isCommentIntent(intent) ? `${name} “${item.detail}”` : `${name} · ${item.name}`;
}

function add<Entry>(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const own = lists.get(key);
  if (own) own.push(entry);
  else lists.set(key, [entry]);
}

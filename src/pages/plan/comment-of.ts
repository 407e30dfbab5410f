import { isCommentIntent } from '../../actions/incident-comment/intent.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { countOf } from '../../ui/format.ts';

/** The whole text of a staged comment; undefined for any other change. */
export function commentOf({ intent }: Pick<StagedChange, 'intent'>): string | undefined {
  return isCommentIntent(intent) ? intent.comment : undefined;
}

/**
 * What a person is told of the comments in a plan, who may not have written them: "1 comment will be posted under your name.
 * Read it in full before you start the run." Undefined where there is none.
 */
export function commentsNote(changes: Iterable<Pick<StagedChange, 'intent'>>): string | undefined {
  const count = [...changes].filter((change) => commentOf(change) !== undefined).length;
  if (count === 0) return undefined;
  const which = count === 1 ? 'it' : 'each';
  return `${countOf(count, 'comment')} will be posted under your name. Read ${which} in full before you start the run.`;
}

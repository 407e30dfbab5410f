import type { Intent } from '../../runs/model/run.ts';
import { whyNotText } from './rules.ts';

export const commentKind = 'incident-comment';

/** What is to be written on an incident. */
export type CommentIntent = {
  readonly kind: typeof commentKind;
  readonly comment: string;
};

export function commentIntent(comment: string): CommentIntent {
  return { kind: commentKind, comment };
}

/** True of an intent for a comment whose text is sound: the history may have been changed by hand. */
export function isCommentIntent(intent: Intent): intent is CommentIntent {
  const { kind, comment } = intent;
  return (
    Object.keys(intent).length === 2 &&
    kind === commentKind &&
    typeof comment === 'string' &&
    whyNotText(comment) === undefined
  );
}

import { describe, expect, it } from 'vitest';
import { commentIntent } from '../../actions/incident-comment/intent.ts';
import { commentOf, commentsNote } from './comment-of.ts';

const comment = { intent: commentIntent(`Isolated.\n${'x'.repeat(200)}`) };
const other = { intent: { kind: 'task-status', status: 'completed' } };

describe('the comments of a plan', () => {
  it('are known by their whole text', () => {
    expect(commentOf(comment)).toBe(comment.intent.comment);
    expect(commentOf(other)).toBeUndefined();
  });

  it('are counted, for a person who may not have written them', () => {
    expect(commentsNote([other, comment])).toBe(
      '1 comment will be posted under your name. Read it in full before you start the run.',
    );
    expect(commentsNote([comment, comment])).toBe(
      '2 comments will be posted under your name. Read each in full before you start the run.',
    );
    expect(commentsNote([other])).toBeUndefined();
  });
});

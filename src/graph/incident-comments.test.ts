import * as v from 'valibot';
import { expect, it } from 'vitest';
import { commentsField, incidentCommentRequest, readCommentsAnswer } from './incident-comments.ts';

const comment = {
  comment: 'Isolate all four.',
  createdByDisplayName: 'Defender Experts',
  createdDateTime: '2026-11-30T20:00:00Z',
};
const read = { ...comment, createdDateTime: Date.UTC(2026, 10, 30, 20) };

it('comments are read in both spellings, without broken ones', () => {
  const sampled = {
    comment: comment.comment,
    createdBy: comment.createdByDisplayName,
    createdTime: comment.createdDateTime,
  };
  expect(v.parse(commentsField, [comment, sampled, 7, { comment: 7 }])).toEqual([read, read]);
  expect(v.parse(commentsField, 'none')).toEqual([]);
});

it('a comment goes to its incident, and the answer holds every comment', () => {
  expect(incidentCommentRequest('297', 'Done')).toEqual({
    method: 'POST',
    path: '/security/incidents/297/comments',
    body: { '@odata.type': 'microsoft.graph.security.alertComment', comment: 'Done' },
  });
  expect(readCommentsAnswer({ value: [comment, null] })).toEqual([read]);
  expect(() => readCommentsAnswer({ value: 'Done' })).toThrow('Unexpected data');
});

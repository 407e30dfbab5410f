import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  assignDraft,
  changeDraft,
  commentDraft,
  commentsDraft,
  keepComment,
  readIncidentDraft,
} from './incident-draft.ts';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('a draft comes back from the sign-in page as it was', () => {
  for (const draft of [
    assignDraft(['7']),
    changeDraft(['7', '8']),
    commentDraft(['7']),
    commentsDraft({ 7: 'Isolated', 8: 'Waiting' }),
  ]) {
    expect(readIncidentDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  }
});

it.each([null, {}, { command: 'delete' }, { ...changeDraft([]), change: { status: 'redirected' } }])(
  '%j is no draft',
  (kept) => {
    expect(readIncidentDraft(kept)).toBeUndefined();
  },
);

it('a comment that was typed and not sent is there when the dialog opens again, for the same incidents', () => {
  keepComment(['7'], 'Isolated both');
  expect(commentDraft(['7'])).toMatchObject({ comment: 'Isolated both' });
  expect(commentDraft(['7', '8'])).toMatchObject({ comment: '' });
  keepComment(['7'], ' ');
  expect(commentDraft(['7'])).toMatchObject({ comment: '' });
});

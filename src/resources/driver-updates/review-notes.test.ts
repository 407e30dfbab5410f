import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createReviewNotes,
  noteReviewed,
  park,
  parkChoices,
  parkedOn,
  type ReviewNotes,
  reviewedOn,
  unpark,
} from './review-notes.ts';
import { forgetReviewNotes, notesPrefix, reviewNotesName } from './review-notes-name.ts';

const nothing: ReviewNotes = { parked: [], reviewed: [] };
const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});

describe('parking', () => {
  const until = (day: string, id = 'a') => ({ id, name: `Driver ${id}`, until: day });

  it('puts a driver update off until its day, on which it is back', () => {
    const notes = park(nothing, until('2026-12-08'), '2026-12-01');
    expect(parkedOn(notes, '2026-12-07')).toEqual([until('2026-12-08')]);
    expect(parkedOn(notes, '2026-12-08')).toEqual([]);
  });

  it('lists the next to come back first; a later choice takes the place of an earlier one', () => {
    let notes = park(nothing, until('2026-12-20'), '2026-12-01');
    notes = park(notes, until('2026-12-08', 'b'), '2026-12-01');
    notes = park(notes, until('2026-12-05'), '2026-12-01');
    expect(parkedOn(notes, '2026-12-01').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(parkedOn(unpark(notes, 'a'), '2026-12-01').map(({ id }) => id)).toEqual(['b']);
  });

  it('forgets what has come back when the next is parked', () => {
    const notes = park(
      park(nothing, until('2026-12-02'), '2026-12-01'),
      until('2026-12-09', 'b'),
      '2026-12-05',
    );
    expect(notes.parked.map(({ id }) => id)).toEqual(['b']);
  });

  it('offers tomorrow, Monday and Patch Tuesday', () => {
    expect(parkChoices('2026-11-30')).toEqual([
      { label: 'Tomorrow', until: '2026-12-01' },
      { label: 'Next week', until: '2026-12-07' },
      { label: 'Patch Tuesday', until: '2026-12-08' },
    ]);
    expect(parkChoices('2026-12-06').map(({ until: day }) => day)).toEqual([
      '2026-12-07',
      '2026-12-07',
      '2026-12-08',
    ]);
  });
});

it('decisions count for their day, each driver update once', () => {
  let notes = noteReviewed(nothing, 'a', '2026-12-01');
  notes = noteReviewed(notes, 'b', '2026-12-02');
  notes = noteReviewed(notes, 'b', '2026-12-02');
  expect([...reviewedOn(notes, '2026-12-02')]).toEqual(['b']);
  expect(notes.reviewed).toHaveLength(1);
  expect(reviewedOn(notes, '2026-12-03').size).toBe(0);
});

it('notes are kept under the name of their account, and entries that are none are left out', () => {
  createReviewNotes('one').change((notes) =>
    park(notes, { id: 'a', name: 'A', until: '2026-12-08' }, '2026-12-01'),
  );
  expect(createReviewNotes('one').get().parked).toHaveLength(1);
  expect(createReviewNotes('other').get()).toEqual(nothing);
  items.set(
    'actiondesk.review.one',
    JSON.stringify({
      parked: [{ id: '', name: 'A', until: '2026-12-08' }, 7, { id: 'a', name: '', until: 'soon' }],
    }),
  );
  expect(createReviewNotes('one').get()).toEqual(nothing);
});

it('a change keeps what another tab has changed meanwhile', () => {
  const [here, there] = [createReviewNotes('one'), createReviewNotes('one')];
  const parkIn = (tab: typeof here, id: string) =>
    tab.change((notes) => park(notes, { id, name: id, until: '2026-12-08' }, '2026-12-01'));
  parkIn(here, 'x');
  parkIn(there, 'y');
  expect(createReviewNotes('one').get()).toEqual(there.get());
  expect(there.get().parked.map(({ id }) => id)).toEqual(['x', 'y']);
  here.reload();
  expect(here.get()).toEqual(there.get());
});

it('the notes of an account can be deleted, and those of others stay', async () => {
  const [dana, ben] = [
    { key: 'dana', tenantId: 'contoso' },
    { key: 'ben', tenantId: 'contoso' },
  ];
  for (const owner of [dana, ben]) items.set(notesPrefix + (await reviewNotesName(owner)), '{}');
  await forgetReviewNotes(dana);
  expect([...items.keys()]).toEqual([notesPrefix + (await reviewNotesName(ben))]);
  vi.stubGlobal('localStorage', undefined);
  await expect(forgetReviewNotes(ben)).resolves.toBeUndefined();
});

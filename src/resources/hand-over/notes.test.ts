import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createHandOverNotes,
  forgetHandOverNotes,
  handOverNotesName,
  longestNote,
  notesPrefix,
} from './notes.ts';
import { handOverNotesNameQuery } from './queries.ts';

const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const idsIn = (store: ReturnType<typeof createHandOverNotes>) =>
  store.get().notes.map(({ incidentId }) => incidentId);

it('a note is kept under the name of its account, and an empty one is removed', () => {
  const notes = createHandOverNotes('one');
  notes.write('7', 'Wait for Finance');
  notes.write('8', 'x'.repeat(longestNote + 5));
  expect(createHandOverNotes('one').get().notes[0]).toEqual({ incidentId: '7', text: 'Wait for Finance' });
  expect(createHandOverNotes('one').get().notes[1]?.text).toHaveLength(longestNote);
  expect(createHandOverNotes('other').get().notes).toEqual([]);
  notes.write('7', '');
  expect(idsIn(createHandOverNotes('one'))).toEqual(['8']);
});

it('tabs that write about different incidents lose nothing', () => {
  const [here, there] = [createHandOverNotes('one'), createHandOverNotes('one')];
  here.write('7', 'here');
  there.write('8', 'there');
  expect(idsIn(there)).toEqual(['7', '8']);
  here.reload();
  expect(here.get()).toEqual(there.get());
});

it('a note that storage has no room for is shown as not kept, and other tabs lose none by it', () => {
  const [here, there] = [createHandOverNotes('one'), createHandOverNotes('one')];
  let isFull = true;
  vi.stubGlobal('localStorage', {
    ...localStorage,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('full');
      items.set(key, value);
    },
  });
  here.write('7', 'here');
  expect([idsIn(here), here.kept().notes]).toEqual([['7'], []]);
  isFull = false;
  there.write('8', 'there');
  here.write('9', 'more');
  expect(here.kept()).toEqual(here.get());
  expect(idsIn(createHandOverNotes('one'))).toEqual(['8', '7', '9']);
});

it('entries that are no notes are left out, and the oldest of too many', () => {
  const note = (incidentId: unknown) => ({ incidentId, text: 'a' });
  items.set('actiondesk.handOver.one', JSON.stringify({ notes: [note('7'), note(''), 3, note(8)] }));
  const notes = createHandOverNotes('one');
  expect(idsIn(notes)).toEqual(['7']);
  for (let id = 0; id < 500; id++) notes.write(`n${id}`, 'a');
  expect(idsIn(notes)).toHaveLength(500);
  expect(idsIn(notes)[0]).toBe('n0');
  items.set('actiondesk.handOver.two', '{"notes":"none"}');
  expect(idsIn(createHandOverNotes('two'))).toEqual([]);
});

it('the notes of an account can be deleted, and those of others stay', async () => {
  const [sam, ben] = [
    { key: 'sam', tenantId: 'contoso' },
    { key: 'ben', tenantId: 'contoso' },
  ];
  for (const owner of [sam, ben]) items.set(notesPrefix + (await handOverNotesName(owner)), '{}');
  await forgetHandOverNotes(sam);
  expect([...items.keys()]).toEqual([notesPrefix + (await handOverNotesName(ben))]);
  vi.stubGlobal('localStorage', undefined);
  await expect(forgetHandOverNotes(ben)).resolves.toBeUndefined();
});

it('the name of the notes is another one in another tenant', async () => {
  const query = handOverNotesNameQuery({ key: 'sam', tenantId: 'contoso' });
  const other = handOverNotesNameQuery({ key: 'sam', tenantId: 'fabrikam' });
  expect(query.queryKey).not.toEqual(other.queryKey);
  const nameOf = ({ queryFn }: typeof query) => (queryFn as () => Promise<string>)();
  expect(await nameOf(query)).not.toBe(await nameOf(other));
});

import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { createKeptStore, sharedByTabs } from './kept-store.ts';

const schema = v.object({ text: v.fallback(v.string(), '') });

function stubStorage(storage = { isFull: false }) {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (storage.isFull) throw new Error('full');
      items.set(key, value);
    },
  });
  return items;
}

afterEach(() => vi.unstubAllGlobals());

it('a reload takes over what another tab has kept', () => {
  stubStorage();
  const [here, there] = [createKeptStore('a', schema), createKeptStore('a', schema)];
  there.set({ text: 'new' });
  expect(here.get()).toEqual({ text: '' });
  here.reload();
  expect(here.get()).toEqual({ text: 'new' });
});

it('a reload drops nothing that could not be kept', () => {
  stubStorage({ isFull: true });
  const store = createKeptStore('a', schema);
  store.set({ text: 'mine' });
  store.reload();
  expect(store.get()).toEqual({ text: 'mine' });
});

it('what could not be kept is done again to what another tab has kept meanwhile', () => {
  const storage = { isFull: true };
  const items = stubStorage(storage);
  const store = createKeptStore('a', schema);
  const add = (letter: string) => store.change(({ text }) => ({ text: text + letter }));
  add('a');
  expect([store.get(), store.kept()]).toEqual([{ text: 'a' }, { text: '' }]);
  items.set('a', '{"text":"there "}');
  store.reload();
  expect([store.get(), store.kept()]).toEqual([{ text: 'there a' }, { text: 'there ' }]);
  storage.isFull = false;
  add('b');
  expect([store.get(), store.kept()]).toEqual([{ text: 'there ab' }, { text: 'there ab' }]);
  add('c');
  expect(items.get('a')).toBe('{"text":"there abc"}');
});

it('stores of one name are one store, which follows other tabs', () => {
  const items = stubStorage();
  let tell: (event: { key: string | null }) => void = () => undefined;
  vi.stubGlobal('addEventListener', (_type: string, listener: typeof tell) => {
    tell = listener;
  });
  const open = sharedByTabs('p.', (name) => createKeptStore(`p.${name}`, schema));
  const [one, other] = [open('one'), open('other')];
  expect(open('one')).toBe(one);
  items.set('p.one', '{"text":"new"}');
  items.set('p.other', '{"text":"new"}');
  tell({ key: 'p.one' });
  expect([one.get().text, other.get().text]).toEqual(['new', '']);
  items.clear();
  tell({ key: null });
  expect(one.get().text).toBe('');
});

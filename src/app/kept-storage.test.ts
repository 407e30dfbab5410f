import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../lib/store.ts';
import type { Run } from '../runs/model/run.ts';
import { runOf } from '../runs/testing/test-runs.ts';
import { keepStorage, readKeeping } from './kept-storage.ts';

const storage = { persist: vi.fn(), persisted: vi.fn() };
const running = runOf([], { state: 'running' });
const sent = runOf([], { state: 'settling' });
let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  storage.persist.mockReset().mockResolvedValue(false);
  storage.persisted.mockReset().mockResolvedValue(false);
  vi.stubGlobal('navigator', { storage });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('the browser is asked once, when the first run has been sent', async () => {
  const runs = createStore<readonly Run[]>([]);
  keepStorage(runs);
  expect(await readKeeping()).toBe('notAsked');
  runs.set([running]);
  expect(storage.persist).not.toHaveBeenCalled();
  runs.set([sent]);
  runs.set([sent, running]);
  expect(storage.persist).toHaveBeenCalledTimes(1);
  expect(await readKeeping()).toBe('refused');

  const later = createStore<readonly Run[]>([]);
  keepStorage(later);
  later.set([sent]);
  expect(storage.persist).toHaveBeenCalledTimes(1);
});

it('what the browser says now counts, asked or not', async () => {
  storage.persisted.mockResolvedValue(true);
  expect(await readKeeping()).toBe('kept');
  vi.stubGlobal('navigator', {});
  expect(await readKeeping()).toBe('unsupported');
});

it('a browser that keeps nothing, or refuses to answer, stops no run', () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  storage.persist.mockRejectedValue(new Error('no'));
  const runs = createStore<readonly Run[]>([]);
  keepStorage(runs);
  expect(() => runs.set([sent])).not.toThrow();
});

import { expect, it, vi } from 'vitest';
import { createStore } from './store.ts';

it('tells its listeners of each new value, once', () => {
  const store = createStore(1);
  const listener = vi.fn(() => store.get());
  const stop = store.subscribe(listener);
  store.set(2);
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(listener).toHaveReturnedWith(2);
  stop();
  store.set(3);
  expect(store.get()).toBe(3);
  expect(listener).toHaveBeenCalledTimes(1);
});

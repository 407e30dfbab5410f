import { afterEach, describe, expect, it, vi } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { createWebLocks, runLock, taken, targetLock } from './locks.ts';

type Request = (...args: readonly unknown[]) => Promise<unknown>;

/** A browser's lock manager in which these locks are held by another tab. */
function managerOf(held: readonly string[] = []) {
  const request = vi.fn<Request>(async (name, second, third) => {
    const callback = third ?? second;
    const isFree = !held.some((other) => other === name);
    if (typeof callback === 'function') return callback(isFree ? { name, mode: 'exclusive' } : null);
  });
  const manager: LockManager = { query: async () => ({ held: [], pending: [] }), request };
  return { manager, request };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a lock that is free', () => {
  it('is held while the work is done, and its result comes back', async () => {
    const { manager, request } = managerOf();
    const locks = createWebLocks(manager);
    expect(await locks.tryHold('a', async () => 'tried')).toBe('tried');
    expect(await locks.hold('b', async () => 'held')).toBe('held');
    expect(request.mock.calls).toEqual([
      ['a', { ifAvailable: true }, expect.any(Function)],
      ['b', expect.any(Function)],
    ]);
  });

  it('gives back what the work throws', async () => {
    const locks = createWebLocks(managerOf().manager);
    const error = new Error('work');
    await expect(locks.tryHold('a', () => Promise.reject(error))).rejects.toBe(error);
    await expect(locks.hold('a', () => Promise.reject(error))).rejects.toBe(error);
  });
});

it('a lock that another tab holds is not waited for when only tried', async () => {
  const work = vi.fn(async () => 'done');
  expect(await createWebLocks(managerOf(['a']).manager).tryHold('a', work)).toBe(taken);
  expect(work).not.toHaveBeenCalled();
});

it('takes the locks of the browser', async () => {
  const { manager, request } = managerOf();
  vi.stubGlobal('navigator', { locks: manager });
  expect(await createWebLocks().hold('a', async () => 'held')).toBe('held');
  expect(request).toHaveBeenCalledOnce();
});

it.each(['tryHold', 'hold'] as const)('a browser without locks sends nothing: %s', async (how) => {
  vi.stubGlobal('navigator', {});
  const work = vi.fn(async () => 'done');
  const problem = await createWebLocks()
    [how]('a', work)
    .then(() => undefined, toProblem);
  expect(problem).toMatchObject({ kind: 'badInput', title: expect.stringMatching(/^This browser can’t /) });
  expect(work).not.toHaveBeenCalled();
});

it('locks of runs, and of targets in each tenant, are different ones', () => {
  const names = [
    runLock('a'),
    runLock('b'),
    targetLock('t', 'a'),
    targetLock('t', 'b'),
    targetLock('u', 'a'),
  ];
  expect(new Set(names).size).toBe(names.length);
});

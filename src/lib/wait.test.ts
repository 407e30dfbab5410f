import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitFor } from './wait.ts';

describe('waitFor', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits as long as it is told', async () => {
    const done = vi.fn();
    const waiting = waitFor(2_000).then(done);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(done).toHaveBeenCalledOnce();
  });

  it('gives up at once when the signal is aborted, and leaves no timer', async () => {
    const stop = new AbortController();
    const waiting = waitFor(2_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin when the signal is aborted already', async () => {
    await expect(waitFor(2_000, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

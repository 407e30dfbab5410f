import { describe, expect, it } from 'vitest';
import type { Run } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { nothingWatched, watchRuns, withoutRun } from './ended-runs.ts';

const runWith = (state: Run['state'], outcome: 'failed' | 'confirmed' | 'unknown' = 'failed', id = 'a') =>
  runOf([stepOf('1', [itemOf('x', { phase: state === 'running' ? 'planned' : 'settled', outcome })])], {
    id,
    state,
  });

/** What is told of runs that began on the page of the profiles, once they are as given. */
function toldOf(ended: readonly Run[], path: string, isHidden = false) {
  const begun = watchRuns(
    nothingWatched,
    ended.map((run) => ({ ...run, state: 'running' as const })),
    '/profiles',
    false,
  );
  return watchRuns(begun, ended, path, isHidden).notices.map(({ run, isFailure }) => [run.id, isFailure]);
}

describe('a run that ends with trouble', () => {
  it('is told on another page and in a hidden tab, not where the person sees it', () => {
    const failed = [runWith('done')];
    expect(toldOf(failed, '/settings')).toEqual([['a', true]]);
    expect(toldOf(failed, '/profiles', true)).toEqual([['a', true]]);
    expect(toldOf(failed, '/profiles')).toEqual([]);
    expect(toldOf(failed, '/history/a')).toEqual([]);
  });

  it('is told while results are unknown or the rest waits, and that is no failure', () => {
    const lost = runOf([stepOf('1', [itemOf('x', { phase: 'answered', outcome: 'unknown' })])], {
      id: 'a',
      state: 'done',
    });
    expect(toldOf([lost], '/settings')).toEqual([['a', false]]);
    expect(toldOf([runOf([stepOf('1', [itemOf('x')])], { id: 'a', state: 'paused' })], '/settings')).toEqual([
      ['a', false],
    ]);
  });

  it('is not told while it goes on, or when all went well', () => {
    expect(toldOf([runWith('settling')], '/settings')).toEqual([]);
    expect(toldOf([runWith('done', 'confirmed')], '/settings')).toEqual([]);
  });

  it('is not told when it was over before this page was there', () => {
    expect(watchRuns(nothingWatched, [runWith('done')], '/settings', false).notices).toEqual([]);
  });

  it('is told once for each run, the latest first, until it is seen', () => {
    const both = [runWith('running', 'failed', 'a'), runWith('running', 'failed', 'b')];
    const begun = watchRuns(nothingWatched, both, '/profiles', false);
    const first = watchRuns(begun, [runWith('done', 'failed', 'a'), ...both.slice(1)], '/', false);
    const ended = watchRuns(
      first,
      [runWith('done', 'failed', 'a'), runWith('done', 'failed', 'b')],
      '/',
      false,
    );
    const ids = (watched: typeof ended) => watched.notices.map(({ run }) => run.id);
    expect(ids(ended)).toEqual(['b', 'a']);
    expect(ids(watchRuns(ended, [runWith('done')], '/', false))).toEqual(['b', 'a']);
    expect(ids(withoutRun(ended, 'b'))).toEqual(['a']);
    expect(withoutRun(ended, 'x')).toBe(ended);
    // Checked again.
    const again = watchRuns(ended, [runWith('settling', 'failed', 'a')], '/', false);
    expect(ids(watchRuns(again, [runWith('done', 'failed', 'a')], '/settings', false))).toEqual(['a', 'b']);
  });
});

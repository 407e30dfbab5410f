import { ProblemError } from '../../../lib/problem.ts';
import { type Journal, journalProblem } from '../../journal/journal.ts';
import type { Locks } from '../../tabs/locks.ts';
import { type Browser, type Failing, latencies, type Page } from './test-browser.ts';

/** For tests: the journal and the locks of a browser as a page has them: they take their time, and fail now and then. */

export interface StoresOptions {
  readonly browser: Browser;
  readonly page: () => Page;
  /** Of this page: they are free when it crashes. */
  readonly locks: Locks;
  /** Comes back after so many ms, as long as the page lives. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The same after a moment; each label has a row of such moments of its own. */
  readonly soon: (label: string) => Promise<void>;
}

export function createStores({ browser, page, locks, wait, soon }: StoresOptions) {
  const { timeline } = browser;

  /** Asks for something now, has it done in its turn, and hears of it later. A page that is gone asks in vain. */
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const takes = timeline.pick(`journal of ${page().name}`, latencies);
    browser.busyUntil = Math.max(browser.busyUntil + 1, timeline.now() + takes);
    await wait(browser.busyUntil - timeline.now());
    const result = await work();
    await soon('journal');
    return result;
  }

  /** @throws ProblemError where that fails just now */
  function mayFail(what: Failing): void {
    const failure = browser.failures.get(what);
    if (!failure || failure.left === 0) return;
    failure.left -= 1;
    page().isBlind ||= what !== 'write';
    throw new ProblemError(journalProblem(new DOMException('made up', failure.name)));
  }

  const failing = <Result>(what: Failing, work: () => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      mayFail(what);
      return work();
    });

  function slowJournal(): Journal {
    const inner = browser.journal.open();
    return {
      begin: (run) =>
        failing('write', async () => {
          await inner.begin(run);
          browser.onWrite(page(), run, 'begin');
        }),
      append: (run, next, events) =>
        failing('write', async () => {
          const written = await inner.append(run, next, events);
          if (written === 'written') browser.onWrite(page(), run, events);
          return written;
        }),
      read: (runId) => failing('read', () => inner.read(runId)),
      readOpen: (tenantId, except) => failing('read', () => inner.readOpen(tenantId, except)),
      readOpenItems: (tenantId, targetId, except) =>
        failing('read', () => inner.readOpenItems(tenantId, targetId, except)),
      readAll: () => failing('read', () => inner.readAll()),
      remove: (runIds) => failing('write', () => removeAll(inner, runIds)),
      // What is over is kept for a while that is short enough to end within a sequence.
      prune: (now) =>
        failing('write', async () => {
          const { runs } = await inner.readAll();
          const old = runs.filter(({ run }) => now - run.startedAt > browser.keptFor);
          await removeAll(
            inner,
            old.map(({ run }) => run.id),
          );
        }),
      async hashOf(key) {
        await soon('hashes');
        mayFail('hash');
        return inner.hashOf(key);
      },
      onChange: (listener) => inner.onChange((runId) => void soon('messages').then(() => listener(runId))),
    };
  }

  async function removeAll(inner: Journal, runIds: readonly string[]): Promise<readonly string[]> {
    const gone = await inner.remove(runIds);
    for (const id of gone) browser.onDelete(id);
    return gone;
  }

  function slowLocks(): Locks {
    return {
      tryHold: async (lock, work) => {
        await soon('locks');
        mayFail('lock');
        return locks.tryHold(lock, work);
      },
      hold: async (lock, work) => {
        await soon('locks');
        mayFail('lock');
        return locks.hold(lock, work);
      },
    };
  }

  return { journal: slowJournal(), locks: slowLocks() };
}

import { createGraph } from '../../graph/client.ts';
import { baseUrl } from '../../graph/test-answers.ts';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import { type Journal, journalProblem } from '../journal/journal.ts';
import type { Locks } from '../locks.ts';
import type { Run } from '../model.ts';
import { signedOut } from '../problems.ts';
import type { RunEvent } from '../reducer.ts';
import { createRunner, type Runner } from '../runner.ts';
import type { MemoryJournal, MemoryLocks } from '../test-journal.ts';
import { workFor } from '../work-for.ts';
import { type Network, tenantOf } from './test-network.ts';
import type { Timeline } from './test-timeline.ts';

/** What all pages of one browser share. */
export interface Browser {
  readonly timeline: Timeline;
  readonly network: Network;
  readonly journal: MemoryJournal;
  readonly locks: MemoryLocks;
  /** When the last of what the journal was asked is done: it does one thing after the other. */
  busyUntil: number;
  lastId: number;
  /** How far the clock of the computer is set wrong, in ms. */
  offset: number;
  /** Why the next so many of these fail. */
  readonly failures: Map<Failing, { readonly name: string; left: number }>;
  /** What has been written, as soon as it is. `by` is the page. */
  readonly onWrite: (by: Page, run: Run, events: readonly RunEvent[] | 'begin') => void;
  readonly onDelete: (runId: string) => void;
  /** A page could not ask for want of a token. */
  readonly onNoToken: (page: symbol) => void;
  /** How long runs are kept that are over, in ms. */
  readonly keptFor: number;
}

/** What can fail in a browser. */
export type Failing = 'write' | 'read' | 'hash' | 'lock';

/** One life of a tab: from its opening to its end. */
export interface Page {
  readonly id: symbol;
  readonly name: string;
  readonly runner: Runner;
  account: string | null;
  /** The account that it was opened with. */
  readonly openedAs: string;
  /** All that were signed in here. */
  readonly accounts: Set<string>;
  isOnline: boolean;
  /** Something could not be read from the journal: what it shows of other tabs' runs may be old until it is reloaded. */
  isBlind: boolean;
  isAlive: boolean;
  /** When it woke last, with its computer. */
  wokeAt: number;
  /** Why the next so many tokens cannot be had. */
  noToken: { readonly problem: Problem; left: number };
  /** How many calls of `start` have not come back. */
  starting: number;
  /** Runs that a person started here. */
  readonly begun: Set<string>;
  /** Its locks are free; nothing that it waits for comes back; what it sent still arrives. */
  crash(): void;
  /** Deletes what is kept of runs, as the history does. */
  remove(runIds: readonly string[]): Promise<void>;
}

const latencies = [0, 0, 0, 1, 3, 25];

export function openPage(browser: Browser, name: string, account: string): Page {
  const { timeline, network } = browser;
  const id = Symbol(name);
  const locks = browser.locks.open();
  const clock = () => timeline.now() + browser.offset;
  let tokens = 0;

  /** Comes back after so many ms, as long as the page lives. */
  const wait = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        takeBack();
        reject(signal?.reason);
      };
      const takeBack = timeline.after(milliseconds, 'page', () => {
        signal?.removeEventListener('abort', leave);
        if (page.isAlive) resolve();
      });
      signal?.addEventListener('abort', leave);
    });
  const soon = (row: string) => wait(timeline.pick(`${row} of ${name}`, latencies));

  const graph = createGraph({
    baseUrl,
    fetch: network.fetchOf(id, () => page.isAlive),
    now: clock,
    elapsed: timeline.now,
    random: () => timeline.draw('random'),
    wait,
    newId: () => newId('sending'),
    async getToken() {
      const key = page.account;
      await soon('tokens');
      if (key === null || page.noToken.left > 0) {
        page.noToken.left -= key === null ? 0 : 1;
        browser.onNoToken(id);
        throw new ProblemError(key === null ? signedOut : page.noToken.problem);
      }
      tokens += 1;
      return `eyJhbGciOiJub25lIn0.${key}.${tokens}`;
    },
  });
  const journal = slowJournal();
  const runner = createRunner({
    workFor: (intent) => workFor(graph.settling, intent, clock),
    prepare: graph.prepare,
    account() {
      const tenantId = tenantOf[page.account ?? ''];
      return page.account === null || !tenantId ? null : { key: page.account, tenantId };
    },
    onChanged: () => undefined,
    journal,
    locks: slowLocks(),
    isOnline: () => page.isOnline,
    now: clock,
    elapsed: timeline.now,
    wait,
    newId: () => newId('made'),
  });
  const page: Page = {
    id,
    name,
    runner,
    account,
    openedAs: account,
    accounts: new Set([account]),
    isOnline: true,
    isBlind: false,
    isAlive: true,
    wokeAt: timeline.now(),
    noToken: { problem: signedOut, left: 0 },
    starting: 0,
    begun: new Set(),
    crash() {
      page.isAlive = false;
      locks.crash();
    },
    async remove(runIds) {
      runner.forget(await journal.remove(runIds));
    },
  };

  function newId(what: string): string {
    browser.lastId += 1;
    return `${what}-${browser.lastId}`;
  }

  /** Asks for something now, has it done in its turn, and hears of it later. A page that is gone asks in vain. */
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const takes = timeline.pick(`journal of ${name}`, latencies);
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
    page.isBlind ||= what !== 'write';
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
          browser.onWrite(page, run, 'begin');
        }),
      append: (run, next, events) =>
        failing('write', async () => {
          const written = await inner.append(run, next, events);
          if (written === 'written') browser.onWrite(page, run, events);
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

  void runner.takeUp();
  return page;
}

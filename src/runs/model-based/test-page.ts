import { createGraph } from '../../graph/client.ts';
import { baseUrl } from '../../graph/test-answers.ts';
import { ProblemError } from '../../lib/problem.ts';
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
  /** Why the next so many writes fail. */
  writeFailure: { readonly name: string; left: number } | null;
  /** What has been written, as soon as it is. `by` is the page. */
  readonly onWrite: (by: Page, run: Run, events: readonly RunEvent[] | 'begin') => void;
}

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
  isAlive: boolean;
  /** How many calls of `start` have not come back. */
  starting: number;
  /** Runs that a person started here. */
  readonly begun: Set<string>;
  /** Its locks are free; nothing that it waits for comes back; what it sent still arrives. */
  crash(): void;
}

const latencies = [0, 0, 0, 1, 3, 25];

export function openPage(browser: Browser, name: string, account: string): Page {
  const { timeline, network } = browser;
  const id = Symbol(name);
  const locks = browser.locks.open();
  let tokens = 0;

  /** Comes back after so many ms, as long as the page lives. */
  const wait = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const takeBack = timeline.after(milliseconds, 'page', () => page.isAlive && resolve());
      signal?.addEventListener('abort', () => {
        takeBack();
        reject(signal.reason);
      });
    });
  const soon = (row: string) => wait(timeline.pick(`${row} of ${name}`, latencies));

  const graph = createGraph({
    baseUrl,
    fetch: network.fetchOf(id, () => page.isAlive),
    now: timeline.now,
    random: () => timeline.draw('random'),
    wait,
    newId: () => newId('sending'),
    async getToken() {
      const key = page.account;
      await soon('tokens');
      if (key === null) throw new ProblemError(signedOut);
      tokens += 1;
      return `eyJhbGciOiJub25lIn0.${key}.${tokens}`;
    },
  });
  const runner = createRunner({
    workFor: (intent) => workFor(graph.settling, intent),
    prepare: graph.prepare,
    account() {
      const tenantId = tenantOf[page.account ?? ''];
      return page.account === null || !tenantId ? null : { key: page.account, tenantId };
    },
    onChanged: () => undefined,
    journal: slowJournal(),
    locks: slowLocks(),
    isOnline: () => page.isOnline,
    now: timeline.now,
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
    isAlive: true,
    starting: 0,
    begun: new Set(),
    crash() {
      page.isAlive = false;
      locks.crash();
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

  function slowJournal(): Journal {
    const inner = browser.journal.open();
    const write = <Result>(work: () => Promise<Result>): Promise<Result> =>
      inTurn(async () => {
        const failure = browser.writeFailure;
        if (failure && failure.left > 0) {
          failure.left -= 1;
          throw new ProblemError(journalProblem(new DOMException('made up', failure.name)));
        }
        return work();
      });
    return {
      begin: (run) =>
        write(async () => {
          await inner.begin(run);
          browser.onWrite(page, run, 'begin');
        }),
      append: (run, next, events) =>
        write(async () => {
          const written = await inner.append(run, next, events);
          if (written === 'written') browser.onWrite(page, run, events);
          return written;
        }),
      read: (runId) => inTurn(() => inner.read(runId)),
      readOpen: (tenantId, except) => inTurn(() => inner.readOpen(tenantId, except)),
      readOpenItems: (tenantId, targetId, except) =>
        inTurn(() => inner.readOpenItems(tenantId, targetId, except)),
      readAll: () => inTurn(() => inner.readAll()),
      remove: (runIds) => inTurn(() => inner.remove(runIds)),
      prune: (now) => inTurn(() => inner.prune(now)),
      hashOf: async (key) => {
        await soon('hashes');
        return inner.hashOf(key);
      },
      onChange: (listener) => inner.onChange((runId) => void soon('messages').then(() => listener(runId))),
    };
  }

  function slowLocks(): Locks {
    return {
      tryHold: async (lock, work) => {
        await soon('locks');
        return locks.tryHold(lock, work);
      },
      hold: async (lock, work) => {
        await soon('locks');
        return locks.hold(lock, work);
      },
    };
  }

  void runner.takeUp();
  return page;
}

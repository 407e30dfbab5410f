import { actionOf } from '../../../actions/all.ts';
import { createGraph } from '../../../graph/client.ts';
import { baseUrl } from '../../../graph/test-answers.ts';
import { ProblemError } from '../../../lib/problem.ts';
import { signedOut } from '../../model/problems.ts';
import { createRunner } from '../../runner.ts';
import type { RunnerOptions } from '../../runner-options.ts';
import { plainFingerprint } from '../test-runs.ts';
import { type Browser, latencies, type Page } from './test-browser.ts';
import { tenantOf } from './test-network.ts';
import { createStores } from './test-stores.ts';

const same = <Value>(value: Value) => value;

export function openPage(browser: Browser, name: string, account: string): Page {
  const { timeline, network, sabotage } = browser;
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
    fetch: (sabotage.fetch ?? same)(network.fetchOf(id, () => page.isAlive)),
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
  const { journal, locks: slowLocks } = createStores({ browser, page: () => page, locks, wait, soon });
  const options: RunnerOptions = {
    workFor: (intent) =>
      actionOf(intent).carryOut(intent, {
        graph: graph.settling,
        now: clock,
        ownNames: () => [],
        share: () => undefined,
      }),
    actionOf,
    prepare: graph.prepare,
    account() {
      const tenantId = tenantOf[page.account ?? ''];
      return page.account === null || !tenantId ? null : { key: page.account, tenantId };
    },
    onChanged: () => undefined,
    journal,
    locks: slowLocks,
    isOnline: () => page.isOnline,
    now: clock,
    elapsed: timeline.now,
    wait,
    newId: () => newId('made'),
    fingerprint: plainFingerprint,
  };
  const runner = createRunner((sabotage.runner ?? same)(options));
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
    starting: new Set(),
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

  sabotage.page?.(page);
  void runner.takeUp();
  return page;
}

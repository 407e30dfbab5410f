import { mayCheck } from '../check-again.ts';
import { itemsOf, type Plan, type Run } from '../model.ts';
import { planRest, planRetry } from '../retry.ts';
import { createMemoryJournal, createMemoryLocks } from '../test-journal.ts';
import type { Command } from './test-commands.ts';
import { createJudge, holdsSecret, isUnsettled, type Judge } from './test-judge.ts';
import { createNetwork, type Network, tenantOf } from './test-network.ts';
import { type Browser, openPage, type Page } from './test-page.ts';
import { planOf } from './test-plans.ts';
import { createService, type Service } from './test-service.ts';
import { createTimeline, type Timeline } from './test-timeline.ts';
import { lastingFalsehood } from './test-truth.ts';

/** For tests: one browser with two tabs, the network, and Graph; what happens in it is judged as it happens. */
export interface World {
  readonly judge: Judge;
  readonly network: Network;
  /** How many runs people started, or tried to. */
  readonly runs: () => number;
  perform(command: Command): Promise<void>;
  /** Lets everything come to rest with faults off, presses "Check again" where it is offered, and judges the end. */
  finish(): Promise<void>;
}

export function createWorld(seed: number): World {
  const timeline: Timeline = createTimeline(seed);
  const service: Service = createService(timeline);
  const judge = createJudge(timeline.now, service);
  const network = createNetwork({ timeline, service, onSend: judge.onSend, onAnswer: judge.onAnswer });
  const shelves: NonNullable<Parameters<typeof createMemoryJournal>[0]> = new Map();
  const browser: Browser = {
    timeline,
    network,
    journal: createMemoryJournal(shelves),
    locks: createMemoryLocks(),
    busyUntil: 0,
    lastId: 0,
    writeFailure: null,
    onWrite: judge.onWrite,
  };
  let runs = 0;
  let opened = 0;
  const tabs: [Page, Page] = [open('A', 'anna'), open('B', 'anna')];

  function open(name: string, account: string): Page {
    opened += 1;
    const page = openPage(browser, `${name}${opened}`, account);
    judge.watch(page);
    return page;
  }

  function reopen(tab: 0 | 1, account: string): void {
    tabs[tab].crash();
    tabs[tab] = open(tab === 0 ? 'A' : 'B', account);
  }

  function runAt(page: Page, which: number): Run | undefined {
    const all = page.runner.runs.get();
    return all[which % Math.max(1, all.length)];
  }

  function start(page: Page, plan: Plan, insteadOf?: string): void {
    page.starting += 1;
    runs += 1;
    const end = () => {
      page.starting -= 1;
    };
    page.runner.start(plan, insteadOf).then(end, end);
  }

  async function again(page: Page, plan: Plan | undefined, insteadOf?: string): Promise<void> {
    const preview = plan && (await page.runner.preview(plan));
    if (preview?.plan) start(page, preview.plan, insteadOf);
  }

  function act(command: Command): void {
    const page = 'tab' in command ? tabs[command.tab] : tabs[0];
    switch (command.kind) {
      case 'start':
        if (page.isAlive) start(page, planOf(command, tenantOf[page.account ?? ''] ?? 'contoso', service));
        return;
      case 'again': {
        const run = runAt(page, command.which);
        if (!run || !page.isAlive) return;
        const isRest = run.state === 'paused';
        const plan = isRest ? planRest(run) : planRetry(run);
        void again(page, plan, isRest ? run.id : undefined).catch(() => undefined);
        return;
      }
      case 'cancel': {
        const run = runAt(page, command.which);
        if (!run || !page.isAlive) return;
        page.runner.cancel(run.id).then(
          () => judge.cancelled.add(run.id),
          () => undefined,
        );
        return;
      }
      case 'check': {
        const run = runAt(page, command.which);
        if (run && page.isAlive) page.runner.checkAgain(run.id).catch(() => undefined);
        return;
      }
      case 'other':
        service.change(command.id, command.status);
        return;
      case 'fault':
        network.faults.set(command.fault.on, { fault: command.fault, left: command.fault.times });
        judge.stale = Math.max(judge.stale, command.fault.stale);
        return;
      case 'calm':
        network.faults.clear();
        return;
      case 'journal':
        browser.writeFailure = { name: command.name, left: command.times };
        judge.onWriteFailure();
        return;
      case 'clear':
        browser.journal.clear();
        judge.onClear();
        return;
      case 'crash':
        page.crash();
        return;
      case 'open':
        reopen(command.tab, command.account);
        return;
      case 'account':
        page.account = command.isBack ? page.openedAs : colleagueOf(page.openedAs);
        if (page.account) page.accounts.add(page.account);
        return;
      case 'offline':
        page.isOnline = !page.isOnline;
        return;
      case 'pass':
      case 'sleep':
        return;
    }
  }

  function judgeEnd(page: Page): void {
    for (const run of page.runner.runs.get()) {
      for (const step of run.steps) {
        for (const item of step.items) {
          const wrong = lastingFalsehood(judge.truthOf(run.id), run, step, item);
          if (wrong) judge.broken.push(`I4 in the end ${run.id}: ${item.id} ${wrong}`);
        }
      }
      const ids = itemsOf(run).map(({ id }) => id);
      const wanted = judge.planned.get(run.id);
      if (wanted && ids.join() !== wanted.join()) judge.broken.push(`I2 ${run.id} has ${ids} of ${wanted}`);
    }
  }

  async function settle(page: Page, most: number): Promise<void> {
    for (let times = 0; times < most; times += 1) {
      const open = page.runner.runs.get().filter((run) => itemsOf(run).some((item) => mayCheck(run, item)));
      if (open.length === 0) return;
      for (const run of open) page.runner.checkAgain(run.id).catch(() => undefined);
      await timeline.pass(300_000);
    }
  }

  async function finish(): Promise<void> {
    network.faults.clear();
    browser.writeFailure = null;
    for (const page of tabs) page.isOnline = true;
    await timeline.pass(3_600_000);
    for (const page of tabs.filter(({ isAlive, account, openedAs }) => isAlive && account === openedAs)) {
      // One look is enough for drivers, long after the answer: nothing that runs for a while is waited for.
      await settle(page, 1);
      const open = page.runner.runs.get().filter(isUnsettled);
      for (const { id, state, steps } of open.filter(({ intent }) => intent.kind === 'drivers'))
        judge.broken.push(`I5 ${id} is still ${state} in ${page.name}: ${JSON.stringify(steps)}`);
    }
    reopen(0, 'anna');
    for (const account of ['anna', 'bert', 'carl']) {
      reopen(1, account);
      await timeline.pass(3_600_000);
      await settle(tabs[1], 6);
      judgeEnd(tabs[1]);
    }
    await judgeJournal();
    if (judge.broken.length > 0) throw new Error(judge.broken.join('\n'));
  }

  async function judgeJournal(): Promise<void> {
    const { runs: kept, unreadable } = await browser.journal.readAll();
    if (unreadable > 0) judge.broken.push(`I2 ${unreadable} records cannot be read`);
    for (const [id, ids] of judge.planned) {
      const run = kept.find((one) => one.run.id === id)?.run;
      const found = run && itemsOf(run).map((item) => item.id);
      if (found?.join() !== ids.join()) judge.broken.push(`I2 the journal has ${found} of ${ids} (${id})`);
      if (run && isUnsettled(run)) judge.broken.push(`I2 ${id} is ${run.state} in the journal, in the end`);
    }
    for (const [id, shelf] of shelves) {
      const secret = holdsSecret(JSON.stringify(shelf));
      if (secret) judge.broken.push(`I9 the journal holds ${secret} (${id})`);
    }
  }

  return {
    judge,
    network,
    runs: () => runs,
    async perform(command) {
      act(command);
      if (command.kind === 'sleep') await timeline.sleep(8 * 3_600_000);
      await timeline.pass(command.kind === 'pass' ? command.milliseconds : timeline.pick('pace', [0, 3, 40]));
    },
    finish,
  };
}

/** Another account of the same tenant, or none. */
function colleagueOf(account: string): string | null {
  return account === 'anna' ? 'carl' : null;
}

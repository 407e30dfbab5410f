import { actionOf } from '../../../actions/all.ts';
import { type NextPlan, planRest, planRetry, planUndo } from '../../model/retry.ts';
import type { Plan, Run } from '../../model/run.ts';
import { createMemoryJournal, createMemoryLocks } from '../test-journal.ts';
import type { Browser, Page } from './test-browser.ts';
import type { Command } from './test-commands.ts';
import { finishAll } from './test-end.ts';
import { createJudge, type Judge } from './test-judge.ts';
import { createNetwork, type Network, tenantOf } from './test-network.ts';
import { openPage } from './test-page.ts';
import { planOf } from './test-plans.ts';
import { tokenProblems } from './test-problems.ts';
import type { Sabotage } from './test-sabotage.ts';
import { createService, type Service } from './test-service.ts';
import { createTimeline, type Timeline } from './test-timeline.ts';

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

/** @param sabotage what is broken on purpose */
export function createWorld(seed: number, sabotage: Sabotage = {}): World {
  const timeline: Timeline = createTimeline(seed);
  const service: Service = createService(timeline);
  const clock = () => timeline.now() + browser.offset;
  const judge = createJudge(timeline.now, clock, service);
  const network = createNetwork({ timeline, clock, service, onSend: judge.onSend, onAnswer: judge.onAnswer });
  const shelves: NonNullable<Parameters<typeof createMemoryJournal>[0]> = new Map();
  const browser: Browser = {
    timeline,
    network,
    journal: createMemoryJournal(shelves),
    locks: createMemoryLocks(),
    busyUntil: 0,
    lastId: 0,
    offset: 0,
    failures: new Map(),
    onWrite: judge.onWrite,
    onDelete: judge.onDelete,
    onNoToken: judge.log.notAsked,
    keptFor: 1_800_000,
    sabotage,
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
    page.starting.add(plan);
    runs += 1;
    const end = () => page.starting.delete(plan);
    page.runner.start(plan, insteadOf).then(end, end);
  }

  async function again(page: Page, next: NextPlan | undefined, insteadOf?: string): Promise<void> {
    const preview = next && (await page.runner.preview(next));
    if (preview?.plan) start(page, preview.plan, insteadOf);
  }

  function cancel(page: Page, which: number): void {
    const run = runAt(page, which);
    if (!run || !page.isAlive) return;
    page.runner.cancel(run.id).then(
      () => judge.cancelled.add(run.id),
      () => undefined,
    );
  }

  function check(page: Page, runId: string): void {
    judge.onCheck(runId);
    page.runner.checkAgain(runId).catch(() => undefined);
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
        const next = isRest ? planRest(run) : planRetry(run, actionOf);
        void again(page, next, isRest ? run.id : undefined).catch(() => undefined);
        return;
      }
      case 'suspend': {
        const run = runAt(page, command.which);
        if (run && page.isAlive) void again(page, planUndo(run, actionOf)).catch(() => undefined);
        return;
      }
      case 'cancel':
        timeline.after(command.after, 'page', () => cancel(page, command.which));
        return;
      case 'check': {
        const run = runAt(page, command.which);
        if (run && page.isAlive) check(page, run.id);
        return;
      }
      case 'leave': {
        const run = runAt(page, command.which);
        if (!run || !page.isAlive) return;
        judge.onLeave(run.id);
        page.runner.leaveAtThat(run.id).catch(() => undefined);
        return;
      }
      case 'delete': {
        const all = [...judge.written.keys()];
        const ids = command.which === 'all' ? all : all.slice(command.which, command.which + 1);
        if (page.isAlive) page.remove(ids).catch(() => undefined);
        return;
      }
      case 'other':
        service.change(command.id, command.status);
        return;
      case 'fault':
        network.faults.set(command.fault.on, { fault: command.fault, left: command.fault.times });
        return;
      case 'calm':
        network.faults.clear();
        return;
      case 'fail':
        browser.failures.set(command.what, { name: command.name, left: command.times });
        return;
      case 'token':
        page.noToken = { problem: tokenProblems[command.problem], left: command.times };
        return;
      case 'clock':
        judge.log.clockSet(command.offset - browser.offset);
        browser.offset = command.offset;
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
        if (!command.isBack) page.account = colleagueOf(page.openedAs);
        // Whoever signs in again leaves the page for that.
        else if (page.account !== page.openedAs) reopen(command.tab, page.openedAs);
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

  return {
    judge,
    network,
    runs: () => runs,
    async perform(command) {
      act(command);
      if (command.kind === 'sleep') {
        await timeline.sleep(8 * 3_600_000);
        for (const page of tabs) page.wokeAt = timeline.now();
      }
      await timeline.pass(command.kind === 'pass' ? command.milliseconds : timeline.pick('pace', [0, 3, 40]));
      judge.look(tabs.filter(({ isAlive }) => isAlive));
    },
    finish: () => finishAll({ timeline, service, judge, network, browser, shelves, tabs, reopen, check }),
  };
}

/** Another account of the same tenant, or none. */
function colleagueOf(account: string): string | null {
  return account === 'anna' ? 'carl' : null;
}

import type { RunEvent } from '../../model/reducer.ts';
import { itemsOf, type Run } from '../../model/run.ts';
import { wrongWith } from './test-again.ts';
import { isOf, unasked } from './test-asked.ts';
import type { Page } from './test-browser.ts';
import { createDeadlines } from './test-deadlines.ts';
import { doubtsAbout } from './test-elsewhere.ts';
import { createLog, type Log, targetsOf } from './test-log.ts';
import type { Sending } from './test-network.ts';
import type { Service } from './test-service.ts';
import { impossible, longestWaiting, wentBack } from './test-shown.ts';
import { falsehood, type Truth } from './test-truth.ts';

/**
 * For tests: watches everything that leaves a page, everything that is written, and everything that is shown. It goes by
 * the requests, their answers and what the services did; nothing of the code that is judged is called here.
 */
export interface Judge {
  /** What was broken, each with the number of its invariant. */
  readonly broken: string[];
  /** Doublings that nobody could have known of, by their excuse. */
  readonly excused: string[];
  readonly log: Log;
  /** Runs as they are on disk. */
  readonly written: ReadonlyMap<string, Run>;
  /** Every run that was begun, and what its plan named. Those that were deleted need not be there. */
  readonly planned: ReadonlyMap<string, readonly string[]>;
  /** Nothing of these runs may be sent any more. */
  readonly cancelled: Set<string>;
  /** A person asks to check a run again. */
  onCheck(runId: string): void;
  /** A person leaves a run at what is known. */
  onLeave(runId: string): void;
  /** How often each outcome was shown, and each state of a run. */
  readonly shown: Map<string, number>;
  /** @param events 'begin': the run itself, with all that has happened to it */
  onWrite(by: Page, run: Run, events: readonly RunEvent[] | 'begin'): void;
  /** Everything that is kept was cleared. */
  onClear(): void;
  /** The record of a run was deleted. */
  onDelete(runId: string): void;
  onSend(sending: Sending): void;
  onAnswer(sending: Sending): void;
  watch(page: Page): void;
  /** Looks after a while whether runs stand still. */
  look(pages: readonly Page[]): void;
  truthOf(runId: string, page: symbol): Truth;
}

/** How long nothing needs to leave a page that sends a run: the longest wait with what is put on top, and a read's. */
const longestSilence = 2 * 1.2 * longestWaiting;

export function createJudge(now: () => number, clock: () => number, service: Service): Judge {
  const broken: string[] = [];
  const log = createLog(now);
  const pages = new Map<symbol, Page>();
  const written = new Map<string, Run>();
  const planned = new Map<string, readonly string[]>();
  const begunAt = new Map<string, number>();
  const checked = new Set<string>();
  /** Runs whose record was cleared away: other pages cannot know of them until it is written again, if ever. */
  const forgottenUntil = new Map<string, number>();
  /** In which pages an earlier state of a run may be shown once: its record was cleared away. */
  const revivable = new Set<string>();
  const deadlines = createDeadlines(now);
  const recordedAt = new Map<string, number>();
  const activeAt = new Map<symbol, number>();
  const cancelled = new Set<string>();
  const left = new Set<string>();
  const shown = new Map<string, number>();
  const count = (name: string) => shown.set(name, (shown.get(name) ?? 0) + 1);
  const report = (text: string) => {
    if (broken.length < 20) broken.push(`${text} (at ${new Date(now()).toISOString().slice(11)})`);
  };
  const truthOf = (runId: string, page: symbol): Truth => ({
    service,
    log,
    now: now(),
    begunAt: begunAt.get(runId) ?? 0,
    isLeft: left.has(runId),
    page,
  });

  function lose(runId: string): void {
    planned.delete(runId);
    written.delete(runId);
  }

  /** By which a run reckons its waits: one that was set back meanwhile does not make them longer. */
  const clockOf = ({ id }: Run) => clock() + log.backSince(begunAt.get(id) ?? 0);

  function judgeAction(sending: Sending, runId: string): void {
    const { call, page, account } = sending;
    const run = written.get(runId);
    if (!pages.get(page)?.begun.has(runId)) report(`I7 ${runId} is sent, but nobody started it in this page`);
    if (run && run.accountKey !== `hash of ${account}`) report(`I6 ${runId} is sent with ${account}'s token`);
    if (cancelled.has(runId)) report(`I3 ${runId} was cancelled, and is sent`);
    if (!run) return;
    const other = unasked(run, sending);
    if (other !== undefined) report(`I7 ${runId} sends ${other}, which nobody asked for`);
    for (const wrong of wrongWith(log, run, sending, begunAt.get(runId) ?? 0)) report(wrong);
    const doubts = targetsOf(sending).flatMap((id) =>
      doubtsAbout(log, id, sending, runId).filter((other) => !isForgotten(other, id, sending)),
    );
    const known = [...new Set(doubts)].filter((id) => !left.has(id));
    if (known.length > 0) report(`I3 ${runId} sends ${call.path}, of which ${known} does not know yet`);
  }

  /** A page asks what other runs have sent a moment before it reads a target. */
  function isForgotten(runId: string, itemId: string, { page, at }: Sending): boolean {
    const look = log.looksAt(itemId).findLast((one) => one.page === page && one.seenAt <= at);
    return (forgottenUntil.get(runId) ?? 0) > (look?.askedAt ?? at) - 1_000;
  }

  function judgeShown(page: Page, old: Run | undefined, run: Run): void {
    if (![...page.accounts].some((account) => run.accountKey === `hash of ${account}`))
      report(`I6 ${run.id} of another person is shown`);
    for (const wrong of impossible(run, clockOf(run))) report(wrong);
    if (!old) return;
    if (old.state !== run.state) count(run.state);
    const back = wentBack(old, run, checked.has(run.id));
    // A page may bring back what it knew of a run whose record was cleared away; the others show that once.
    if (back.length > 0 && !revivable.delete(`${run.id} in ${page.name}`))
      for (const wrong of back) report(`I10 ${run.id} ${wrong}`);
    for (const [index, step] of run.steps.entries()) {
      const before = old.steps[index];
      for (const [place, item] of step === before ? [] : step.items.entries()) {
        const was = before?.items[place];
        if (was === undefined || was === item) continue;
        if (item.phase === 'settled' && was.phase !== 'settled') count(String(item.outcome));
        if (was.outcome === item.outcome) continue;
        const wrong = falsehood(truthOf(run.id, page.id), run, step, item);
        if (wrong) report(`I4 ${run.id}: ${item.id} ${wrong}`);
      }
    }
  }

  /** While a page sends a run, nobody else writes to its record. */
  function judgeWriter(by: Page, before: Run | undefined, runId: string): void {
    if (before?.state !== 'running') return;
    const sender = [...pages.values()].find((page) => page.begun.has(runId));
    // What it could not write is over for it, and for nobody else.
    const shown = sender?.runner.runs.get().find(({ id }) => id === runId);
    const isOut = log.actionsOf(runId).some(({ page, end }) => page === sender?.id && end === undefined);
    const isOn = isOut || sender?.runner.busy.get().has(runId);
    if (sender?.isAlive && shown?.state === 'running' && isOn && sender !== by)
      report(`I7 ${by.name} writes to ${runId}, which ${sender.name} sends`);
  }

  return {
    broken,
    excused: [],
    shown,
    log,
    written,
    planned,
    cancelled,
    truthOf,
    onCheck: (runId) => void checked.add(runId),
    onLeave: (runId) => void left.add(runId),
    onWrite(by, run, events) {
      judgeWriter(by, written.get(run.id), run.id);
      written.set(run.id, run);
      const isNew = run.steps.every(({ attempts }) => attempts.length === 0);
      if (events === 'begin') {
        if (forgottenUntil.has(run.id)) forgottenUntil.set(run.id, now());
        // Where the record was deleted, it begins again in the middle.
        if (isNew && by.starting.size > 0 && !begunAt.has(run.id)) {
          if (![...by.starting].some((plan) => isOf(plan, run))) report(`I2 ${run.id} is of no plan`);
          by.begun.add(run.id);
          begunAt.set(run.id, now());
        }
        const ids = itemsOf(run).map(({ id }) => id);
        planned.set(run.id, ids);
      }
      const attempts =
        events === 'begin'
          ? run.steps.flatMap((step) => step.attempts)
          : events.flatMap((event) => (event.kind === 'sending' ? event.attempt : []));
      for (const { clientRequestId, ids, sentAt } of attempts) {
        log.recorded(clientRequestId, run.id, ids);
        recordedAt.set(clientRequestId, now() - (clock() - Date.parse(sentAt)));
      }
      for (const wrong of impossible(run, clockOf(run))) report(`${wrong} (written)`);
    },
    onClear() {
      for (const id of written.keys()) {
        forgottenUntil.set(id, Number.POSITIVE_INFINITY);
        for (const { name } of pages.values()) revivable.add(`${id} in ${name}`);
        lose(id);
      }
    },
    onDelete(runId) {
      if (written.get(runId)?.state === 'running')
        report(`I2 ${runId} is being sent, and its record was deleted`);
      lose(runId);
    },
    onSend(sending) {
      const { call, page, account, gate } = sending;
      const [, , , id] = call.path.split('/');
      activeAt.set(page, now());
      const owner = /^[qu]/.test(id ?? '') ? 'fabrikam' : 'contoso';
      if (id !== undefined && owner !== call.tenant)
        report(`I6 ${call.path} is asked for with ${account}'s token`);
      const runId = log.runOf(call.clientRequestId);
      log.sent(sending);
      // One whose record was being written when the 429 came was on its way.
      const leftAt = recordedAt.get(call.clientRequestId) ?? now();
      const early = deadlines.earlyBy(`${pages.get(page)?.name} ${gate}`, leftAt);
      if (early > 0) report(`I8 ${call.path} goes ${early} ms too early`);
      if (call.endpoint === 'read') return;
      if (runId === undefined) return report(`I1 ${call.path} leaves without a record of it`);
      if (`${log.recordedIds(call.clientRequestId)}` !== `${targetsOf(sending)}`)
        report(`I1 ${call.path} of ${targetsOf(sending)} is recorded with other items`);
      judgeAction(sending, runId);
    },
    onAnswer(sending) {
      const { end, page, gate, clockThen = 0 } = sending;
      activeAt.set(page, now());
      log.answered(sending);
      deadlines.answered(`${pages.get(page)?.name} ${gate}`, end, clockThen);
    },
    watch(page) {
      pages.set(page.id, page);
      const before = new Map<string, Run>();
      /** Shown here, and on no disk: who takes the run over does not know of it, and what that page writes counts. */
      const unwritten = new Set<string>();
      page.runner.runs.subscribe(() => {
        for (const run of page.runner.runs.get()) {
          const old = before.get(run.id);
          if (old === run) continue;
          before.set(run.id, run);
          judgeShown(page, unwritten.has(run.id) ? undefined : old, run);
          if (page.runner.trouble.get()) unwritten.add(run.id);
          else unwritten.delete(run.id);
        }
      });
    },
    look(alive) {
      for (const page of alive) {
        for (const { id, state } of page.runner.runs.get()) {
          if (state !== 'running' || !page.begun.has(id)) continue;
          const since = Math.max(activeAt.get(page.id) ?? 0, begunAt.get(id) ?? 0, page.wokeAt);
          if (now() - since > longestSilence) report(`I10 ${id} is running, and ${page.name} sends nothing`);
        }
      }
    },
  };
}

import { type Item, isOpen, itemsOf, type Run } from '../model.ts';
import { openItems } from '../open-items.ts';
import type { RunEvent } from '../reducer.ts';
import { retryAfters } from './test-faults.ts';
import { type Sending, targetsOf } from './test-network.ts';
import type { Page } from './test-page.ts';
import type { Reply, Service } from './test-service.ts';
import { falsehood, isWanted, type Truth } from './test-truth.ts';

/** For tests: watches everything that leaves a page, everything that is written, and everything that is shown. */
export interface Judge {
  /** What was broken, each with the number of its invariant. */
  readonly broken: string[];
  /** Runs as they are on disk. */
  readonly written: ReadonlyMap<string, Run>;
  /** Every run that was begun, and what its plan named. Those that were cleared away need not be there. */
  readonly planned: ReadonlyMap<string, readonly string[]>;
  /** Nothing of these runs may be sent any more. */
  readonly cancelled: Set<string>;
  /** The oldest state that any read was given, in ms. */
  stale: number;
  /** @param events 'begin': the run itself, with all that has happened to it */
  onWrite(by: Page, run: Run, events: readonly RunEvent[] | 'begin'): void;
  onClear(): void;
  /** Some writes fail from now on. */
  onWriteFailure(): void;
  onSend(sending: Sending): void;
  onAnswer(sending: Sending): void;
  watch(page: Page): void;
  truthOf(runId: string): Truth;
}

const secret = /eyJ[\w-]{5,}|[\w.]+@contoso/;

export function createJudge(now: () => number, service: Service): Judge {
  const broken: string[] = [];
  const pages = new Map<symbol, Page>();
  const written = new Map<string, Run>();
  const planned = new Map<string, readonly string[]>();
  /** For each sending that was recorded, its run. */
  const runOf = new Map<string, string>();
  const sendingsOf = new Map<string, Sending[]>();
  /** 429s: when each came, and until when it asked to wait. */
  const deadlines = new Map<string, { readonly since: number; readonly until: number }[]>();
  const sentAt = new Map<string, number>();
  const shown = new Map<string, { readonly at: number; readonly row: Record<string, unknown> }>();
  const cancelled = new Set<string>();
  let isPatchy = false;
  const report = (text: string) => broken.push(`${text} (at ${new Date(now()).toISOString().slice(11)})`);

  const truthOf = (runId: string): Truth => ({
    service,
    now: now(),
    sendings: sendingsOf.get(runId) ?? [],
    stale: judge.stale,
  });

  function nameOf(page: symbol): string {
    return pages.get(page)?.name ?? 'a page that is gone';
  }

  function judgeAction(sending: Sending, runId: string): void {
    const { call, page, account } = sending;
    const run = written.get(runId);
    const earlier = (sendingsOf.get(runId) ?? []).filter((other) =>
      targetsOf(other).some((id) => targetsOf(sending).includes(id)),
    );
    sendingsOf.set(runId, [...(sendingsOf.get(runId) ?? []), sending]);
    if (!pages.get(page)?.begun.has(runId)) report(`I7 ${runId} is sent, but nobody started it in this page`);
    if (run && run.accountKey !== `hash of ${account}`) report(`I6 ${runId} is sent with ${account}'s token`);
    if (cancelled.has(runId)) report(`I3 ${runId} was cancelled, and is sent`);
    for (const other of earlier) {
      if (!mayFollow(other)) {
        const end = typeof other.end === 'object' && 'status' in other.end ? other.end.status : other.end;
        report(`I3 ${runId} sends ${call.path} again after ${end ?? 'no answer'}`);
      } else if (typeof other.end === 'object' && 'status' in other.end && other.end.status !== 401) {
        const early = (other.endedAt ?? 0) + leastWait(other.end, other.endedAt ?? 0) - sending.at;
        if (early > 0) report(`I8 ${call.path} is sent again ${early} ms too early`);
      }
    }
    for (const id of earlier.length > 0 && run ? targetsOf(sending) : []) {
      const seen = shown.get(`${nameOf(page)} ${id}`);
      const { approvalStatus, actionStatus, deployDateTime } = seen?.row ?? {};
      const version = {
        at: 0,
        by: '',
        status: String(approvalStatus ?? actionStatus),
        date: (deployDateTime ?? null) as string | null, // what the service wrote
      };
      const first = earlier[0]?.at ?? 0;
      if (!run || !seen || seen.at < first) continue;
      const isStarted = run.intent.kind === 'tasks' && actionStatus === 'inProgress';
      if (isWanted(run, version) || isStarted) report(`I3 ${runId} sends ${id} again, whose effect was read`);
    }
    const [, , , target = ''] = call.path.split('/');
    // Of what was cleared away, or could not be written, pages know different things until it is written again.
    const others = isPatchy ? [] : [...written.values()].filter(({ id }) => id !== runId);
    const busy = openItems(others, target);
    const doubled = targetsOf(sending).filter((id) => busy.has(id));
    if (doubled.length > 0) report(`I3 ${runId} sends ${doubled}, of which another run does not know yet`);
  }

  const judge: Judge = {
    broken,
    written,
    planned,
    cancelled,
    stale: 0,
    truthOf,
    onWrite(by, run, events) {
      written.set(run.id, run);
      const isNew = run.steps.every(({ attempts }) => attempts.length === 0);
      // Where the record was deleted, it begins again in the middle.
      if (events === 'begin' && isNew && by.starting > 0) {
        by.begun.add(run.id);
        planned.set(
          run.id,
          itemsOf(run).map(({ id }) => id),
        );
      }
      const attempts =
        events === 'begin'
          ? run.steps.flatMap((step) => step.attempts)
          : events.flatMap((event) => (event.kind === 'sending' ? event.attempt : []));
      for (const attempt of attempts) {
        runOf.set(attempt.clientRequestId, run.id);
        sentAt.set(attempt.clientRequestId, Date.parse(attempt.sentAt));
      }
    },
    onClear() {
      isPatchy = true;
      written.clear();
      planned.clear();
    },
    onWriteFailure() {
      isPatchy = true;
    },
    onSend(sending) {
      const { call, page, account, gate } = sending;
      const [, , , id] = call.path.split('/');
      const isForeign = id !== undefined && (/^[qu]/.test(id) ? 'fabrikam' : 'contoso') !== call.tenant;
      if (isForeign) report(`I6 ${call.path} is asked for with ${account}'s token`);
      const runId = runOf.get(call.clientRequestId);
      // One whose record was being written when the 429 came was on its way.
      const left = sentAt.get(call.clientRequestId) ?? now();
      for (const { since, until } of deadlines.get(`${nameOf(page)} ${gate}`) ?? []) {
        if (since < left && now() < until) report(`I8 ${call.path} goes ${until - now()} ms too early`);
      }
      if (call.endpoint === 'read') return;
      if (runId === undefined) report(`I1 ${call.path} leaves without a record of it`);
      else judgeAction(sending, runId);
    },
    onAnswer({ end, page, gate, call }) {
      if (typeof end !== 'object' || !('status' in end)) return;
      if (end.status === 429) {
        const name = `${nameOf(page)} ${gate}`;
        const deadline = { since: now(), until: now() + leastWait(end, now()) };
        deadlines.set(name, [...(deadlines.get(name) ?? []), deadline]);
      }
      if (call.endpoint !== 'read' || end.status !== 200 || !end.text.startsWith('{')) return;
      const body = JSON.parse(end.text);
      for (const row of body.value ?? [body]) shown.set(`${nameOf(page)} ${row.id}`, { at: now(), row });
    },
    watch(page) {
      pages.set(page.id, page);
      let before = new Map<string, Item>();
      page.runner.runs.subscribe(() => {
        const after = new Map<string, Item>();
        for (const run of page.runner.runs.get()) {
          if (![...page.accounts].some((account) => run.accountKey === `hash of ${account}`))
            report(`I6 ${run.id} of somebody else is shown`);
          for (const step of run.steps) {
            for (const item of step.items) {
              const key = `${step.id} ${item.id}`;
              const old = before.get(key);
              after.set(key, item);
              if (!old || old === item || old.outcome === item.outcome) continue;
              const wrong = falsehood(truthOf(run.id), run, step, item);
              if (wrong) report(`I4 ${run.id}: ${item.id} ${wrong}`);
            }
          }
        }
        before = after;
      });
    },
  };
  return judge;
}

/** True when a request may be sent again after what came of it: it was turned away, or Graph could not take it. */
function mayFollow({ end }: Sending): boolean {
  if (typeof end !== 'object' || !('status' in end)) return false;
  return [401, 429].includes(end.status) || (end.status === 503 && end.headers['request-id'] !== undefined);
}

/** How long an answer asks to wait at least, in ms from when it came. */
function leastWait({ headers }: Reply, endedAt: number): number {
  const header = headers['retry-after'] ?? null;
  const asked = retryAfters.find(({ text }) => text === header);
  return asked?.least ?? Date.parse(header ?? '') - endedAt;
}

/** Whether a text holds a token or an address. */
export function holdsSecret(text: string): string | undefined {
  return secret.exec(text)?.[0];
}

/** True while something of a run is not known for good. */
export function isUnsettled(run: Run): boolean {
  return run.state === 'running' || run.state === 'settling' || itemsOf(run).some(isOpen);
}

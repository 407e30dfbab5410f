import type { WaitCause } from '../lib/timed-wait.ts';
import { waitFor } from '../lib/wait.ts';
import { type Budget, type Claim, createBudget, limits } from './budget.ts';

/**
 * What a request is to the scheduler. `check`: the read that an action waits for before it is sent. `settle`: a read that
 * checks the result of an action, and gives way to actions that are still to be sent.
 */
export type Lane = 'read' | 'check' | 'settle' | 'setState' | 'startWork' | 'requestWork';
/** Which service's budget it counts against. */
export type Area = 'intune' | 'defender';

export interface PlaceRequest {
  readonly lane: Lane;
  readonly area: Area;
  /** The first folder below the area: in Defender each has a budget of its own. */
  readonly collection: string;
}

/** Says when each request to Graph may go. One for the whole app. */
export interface Pacer {
  /**
   * Waits for a place: as long as it takes, in order among the requests of one lane and budget. `onWait` is told the
   * expected time (epoch ms) and the cause when limits or a 429 put it more than half a second off, and again when that
   * changes; it is not told of the wait for other requests to end, which nobody can know.
   *
   * @throws the signal's reason when aborted while waiting
   */
  take(request: PlaceRequest, signal?: AbortSignal, onWait?: OnPacerWait): Promise<Place>;
}

export type OnPacerWait = (until: number, because: Exclude<WaitCause, 'failed'>) => void;

/** Leave to send one request. It must be given back, sent or not. */
export interface Place {
  /**
   * Gives the place back; only the first call counts. `throttledFor`: a 429 asked to wait so many ms. Until then no
   * request of that area goes that reads (or writes) like this one, and the budget's rate is halved for a minute.
   */
  release(outcome?: { readonly throttledFor?: number }): void;
}

export interface PacerOptions {
  /** Epoch ms, for telling people a time. */
  readonly now?: () => number;
  /** Ms that have passed, whatever the clock of the computer is set to meanwhile: waits are reckoned by it. */
  readonly elapsed?: (() => number) | undefined;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

interface Waiter {
  readonly go: (place: Place) => void;
  readonly onWait: OnPacerWait | undefined;
  toldUntil: number;
}

/** A budget, and the actions that are being sent out of it. */
interface Share {
  readonly budget: Budget;
  /** How many of them, and of the reads before them, wait or are on their way. */
  sending: number;
  /** Until when another one is expected after the last. */
  sendsUntil: number;
}

/** The requests of one lane that count against one budget, in the order they came. */
interface Queue {
  readonly lane: Lane;
  readonly share: Share;
  /** Whose 429s close it. */
  readonly gate: string;
  readonly waiters: Waiter[];
  /** Its last turn. */
  servedAt: number;
}

/** A browser opens six connections to a host over HTTP/1.1: one is always left for settling reads, one for actions. */
const most = {
  inFlight: 6,
  exceptSettle: 5,
  reads: 5,
  ordinaryReads: 4,
  actions: 2,
  startWork: 1,
} as const;

/** Reads; the last two find their place where ordinary ones may not. */
const reads: readonly Lane[] = ['read', 'check', 'settle'];
/** What following gives way to, in Defender's budgets, which reads and actions share. */
const sendings: readonly Lane[] = ['check', 'startWork', 'setState'];
/** The next action of a run comes sooner than this after the last one, in ms. */
const betweenActions = 10_000;

/** Shorter waits are not worth telling. */
const noticeable = 500;
/** A timer holds no more than 24 days, and does not run while the computer sleeps: look again now and then. */
const longestSleep = 60_000;

/** Which budget a Graph path counts against: `/security/incidentTasks/1`, below the version root. */
export function areaOf(path: string): { area: Area; collection: string } {
  const [area = '', collection = ''] = path.split(/[/?(]/).filter((part) => part !== '');
  return { area: area.toLowerCase() === 'security' ? 'defender' : 'intune', collection };
}

/** Creates the scheduler for everything that one page sends to Graph. */
export function createPacer({
  now = Date.now,
  elapsed = () => performance.now(),
  wait = waitFor,
}: PacerOptions = {}): Pacer {
  const shares = new Map<string, Share>();
  const queues = new Map<string, Queue>();
  const gates = new Map<string, number>();
  const inFlight = { read: 0, check: 0, settle: 0, setState: 0, startWork: 0, requestWork: 0 };
  let turns = 0;
  let alarm = new AbortController();

  function queueOf({ lane, area, collection }: PlaceRequest): Queue {
    const isRead = reads.includes(lane);
    const gate = `${area} ${isRead ? 'reads' : 'writes'}`;
    const budgetName = area === 'intune' ? gate : `${area} ${collection.toLowerCase()}`;
    const name = `${lane}, ${budgetName}`;
    const limit = area === 'defender' ? limits.defender : limits[isRead ? 'intuneReads' : 'intuneWrites'];
    const share = shares.get(budgetName) ?? {
      budget: createBudget(limit),
      sending: 0,
      sendsUntil: Number.NEGATIVE_INFINITY,
    };
    const queue = queues.get(name) ?? { lane, share, gate, waiters: [], servedAt: 0 };
    shares.set(budgetName, share);
    queues.set(name, queue);
    return queue;
  }

  function hasRoom(lane: Lane): boolean {
    const { read, setState, startWork, requestWork } = inFlight;
    const settle = inFlight.settle + inFlight.check;
    const actions = setState + startWork + requestWork;
    if (read + settle + actions >= most.inFlight) return false;
    if (lane === 'settle' || lane === 'check') return read + settle < most.reads;
    if (read + actions >= most.exceptSettle) return false;
    if (lane === 'read') return read < most.ordinaryReads && read + settle < most.reads;
    return actions < most.actions && (lane !== 'startWork' || startWork < most.startWork);
  }

  function opensAt(queue: Queue, time: number, ahead?: number): number {
    const { lane, gate } = queue;
    const { budget, sending, sendsUntil } = queue.share;
    const opens = (claim: Claim, from = time) =>
      Math.max(gates.get(gate) ?? 0, from, budget.opensAt(time, claim, ahead));
    if (lane !== 'settle') return opens('ordinary');
    // When those end, the last release looks again.
    const yieldsUntil = sending > 0 ? Number.POSITIVE_INFINITY : sendsUntil;
    if (yieldsUntil <= time) return opens('settling');
    return Math.min(opens('yielding'), opens('settling', yieldsUntil));
  }

  /** Whoever has waited longest for a turn: no queue can push another aside. */
  function nextQueue(time: number): Queue | undefined {
    return [...queues.values()]
      .filter((queue) => queue.waiters.length > 0 && hasRoom(queue.lane) && opensAt(queue, time) <= time)
      .reduce<Queue | undefined>((a, b) => (a && a.servedAt <= b.servedAt ? a : b), undefined);
  }

  function createPlace({ lane, share, gate }: Queue): Place {
    let held = true;
    return {
      release({ throttledFor } = {}) {
        if (!held) return;
        held = false;
        inFlight[lane] -= 1;
        if (sendings.includes(lane)) {
          share.sending -= 1;
          share.sendsUntil = elapsed() + betweenActions;
        }
        if (throttledFor !== undefined) {
          share.budget.slowDown(elapsed());
          if (throttledFor > 0) gates.set(gate, Math.max(gates.get(gate) ?? 0, elapsed() + throttledFor));
        }
        serve();
      },
    };
  }

  /** Lets everybody go who may, and comes back when the next one may. Runs after whatever could change that. */
  function serve(): void {
    alarm.abort();
    const time = elapsed();
    for (let queue = nextQueue(time); queue; queue = nextQueue(time)) {
      queue.share.budget.count(time, queue.lane === 'settle' ? 'settling' : 'ordinary');
      inFlight[queue.lane] += 1;
      turns += 1;
      queue.servedAt = turns;
      queue.waiters.shift()?.go(createPlace(queue));
    }
    const waiting = [...queues.values()].filter(({ waiters }) => waiters.length > 0);
    // Where there is no room, the next release looks again.
    const times = waiting.filter(({ lane }) => hasRoom(lane)).map((queue) => opensAt(queue, time));
    if (times.length > 0) {
      alarm = new AbortController();
      wait(Math.min(Math.min(...times) - time, longestSleep), alarm.signal).then(serve, () => undefined);
    }
    for (const queue of waiting) tellWaits(queue, time);
  }

  function tellWaits(queue: Queue, time: number): void {
    const isClosed = (gates.get(queue.gate) ?? 0) > time;
    for (const [ahead, waiter] of [...queue.waiters.entries()]) {
      const milliseconds = opensAt(queue, time, ahead) - time;
      const until = now() + milliseconds;
      if (milliseconds <= noticeable || Math.abs(until - waiter.toldUntil) <= noticeable) continue;
      waiter.toldUntil = until;
      waiter.onWait?.(until, isClosed ? 'throttled' : 'pacing');
    }
  }

  return {
    take: (request, signal, onWait) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const queue = queueOf(request);
        const leave = () => {
          queue.waiters.splice(queue.waiters.indexOf(waiter), 1);
          if (sendings.includes(queue.lane)) queue.share.sending -= 1;
          reject(signal?.reason);
          serve();
        };
        const go = (place: Place) => {
          signal?.removeEventListener('abort', leave);
          resolve(place);
        };
        const waiter: Waiter = { go, onWait, toldUntil: Number.NEGATIVE_INFINITY };
        signal?.addEventListener('abort', leave, { once: true });
        queue.waiters.push(waiter);
        if (sendings.includes(queue.lane)) queue.share.sending += 1;
        serve();
      }),
  };
}

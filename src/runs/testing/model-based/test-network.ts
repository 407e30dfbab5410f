import type { EndpointClass } from '../../../graph/policy.ts';
import { baseUrl } from '../../../graph/test-answers.ts';
import { type Arrival, answered, answerOf, type Fault, handleWith, partOf, refusals } from './test-faults.ts';
import { targetsOf } from './test-log.ts';
import type { Call, Reply, Service, Tenant } from './test-service.ts';
import type { Timeline } from './test-timeline.ts';

/** One request as it left a page, with what became of it. */
export interface Sending {
  readonly page: symbol;
  readonly account: string;
  readonly at: number;
  readonly url: string;
  readonly call: Call;
  /** Below the version root: which service it counts against, and whether it reads. */
  readonly gate: string;
  /** What it meets on its way. */
  readonly fault: Fault | undefined;
  /** What it does after its answer: when, to what, and whether that is still to come. */
  late?: { readonly at: number; readonly ids: readonly string[]; isDue: boolean };
  /** When the page had its answer, what the clock of its computer showed then, and what it was. */
  endedAt?: number;
  clockThen?: number;
  end?: Arrival;
}

export interface Network {
  readonly sendings: readonly Sending[];
  /** What each kind of request meets from now on. */
  readonly faults: Map<EndpointClass, { readonly fault: Fault; left: number }>;
  fetchOf(page: symbol, isAlive: () => boolean): typeof globalThis.fetch;
}

export interface NetworkOptions {
  readonly timeline: Timeline;
  /** What the clock of the computer shows. */
  readonly clock: () => number;
  readonly service: Service;
  readonly onSend: (sending: Sending) => void;
  readonly onAnswer: (sending: Sending) => void;
}

/** Accounts, and the tenant of each. */
export const tenantOf: Readonly<Record<string, Tenant>> = {
  anna: 'contoso',
  carl: 'contoso',
  bert: 'fabrikam',
};

const latencies = [0, 0, 1, 20, 150, 900];

const timeouts = new WeakMap<AbortSignal, { readonly milliseconds: number; readonly abort: () => void }>();

/** Stands for `AbortSignal.timeout`: the network below lets the time pass. */
export function fakeTimeout(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  timeouts.set(controller.signal, {
    milliseconds,
    abort: () => controller.abort(new DOMException('made up', 'TimeoutError')),
  });
  return controller.signal;
}

export function createNetwork({ timeline, clock, service, onSend, onAnswer }: NetworkOptions): Network {
  const sendings: Sending[] = [];
  const faults = new Map<EndpointClass, { readonly fault: Fault; left: number }>();

  function takeFault(endpoint: EndpointClass): Fault | undefined {
    const active = faults.get(endpoint);
    if (!active || active.left === 0) return undefined;
    active.left -= 1;
    return active.fault;
  }

  const handle = (sending: Sending, name: (typeof answered)[number], stale = 0): Reply =>
    handleWith(name, sending.call, stale, service);

  function comeLate(sending: Sending, call: Call, milliseconds: number): void {
    const late = { at: timeline.now() + milliseconds, ids: targetsOf({ call }), isDue: true };
    sending.late = late;
    timeline.after(milliseconds, 'service', () => {
      late.isDue = false;
      handleWith('own', call, 0, service);
    });
  }

  /** The request has arrived; gives the answer that starts on its way back. */
  function arrive(sending: Sending, fault: Fault | undefined): Arrival {
    if (!fault) return handle(sending, 'own');
    const name = fault.repeated ?? fault.answer;
    const isOwn = answered.find((one) => one === name);
    const isRefused = refusals.some((one) => one === name);
    // An inventory whose sync was accepted is synced: nothing would ever tell that it is not.
    const applies =
      fault.applies || (sending.call.endpoint === 'requestWork' && ['202', '204'].includes(name));
    const called = fault.isPartial ? { ...sending, call: partOf(sending.call) } : sending;
    if (sending.call.endpoint !== 'read' && applies && !isOwn && (!isRefused || fault.repeated)) {
      if (fault.late === 0 || fault.repeated) handle(called, 'own');
      else comeLate(sending, called.call, fault.late);
    }
    if (fault.repeated && isOwn && applies) handle(sending, 'own');
    return answerOf(name, fault, timeline, () => handle(sending, isOwn ?? 'own', fault.stale));
  }

  function fetchOf(page: symbol, isAlive: () => boolean): typeof globalThis.fetch {
    return (input, init = {}) =>
      new Promise((resolve, reject) => {
        const asked = requestOf(page, String(input), init, timeline.now());
        const fault = takeFault(asked.call.endpoint);
        const sending: Sending = { ...asked, fault };
        sendings.push(sending);
        onSend(sending);
        const timeout = timeouts.get(init.signal ?? new AbortController().signal);
        const row = `travel ${sending.call.endpoint}`;
        timeline.after(timeline.pick(row, latencies), 'service', () => {
          const end = arrive(sending, fault);
          const back = end === 'timeout' ? (timeout?.milliseconds ?? 0) : timeline.pick(row, latencies);
          timeline.after(back, 'page', () => {
            if (!isAlive()) return;
            sending.endedAt = timeline.now();
            sending.clockThen = clock();
            sending.end = end;
            onAnswer(sending);
            if (end === 'timeout') timeout?.abort();
            if (typeof end === 'string') reject(new TypeError('Failed to fetch'));
            else resolve(responseOf(end));
          });
        });
      });
  }

  return { sendings, faults, fetchOf };
}

function requestOf(page: symbol, url: string, init: RequestInit, at: number): Omit<Sending, 'fault'> {
  const headers = new Headers(init.headers);
  const account = (headers.get('authorization') ?? '').split('.')[1] ?? '';
  const [path = '', query = ''] = url.slice(baseUrl.length).split('?');
  const tenant = tenantOf[account];
  if (!tenant) throw new Error(`A request without a token of anybody: ${url}`);
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : { actionName: '', driverIds: [] };
  const clientRequestId = headers.get('client-request-id') ?? '';
  const endpoint = endpointOf(init.method ?? '', path);
  const service = path.startsWith('/security/') ? 'Defender' : 'Intune';
  const gate = `${service} ${endpoint === 'read' ? 'reads' : 'writes'}`;
  const call = { endpoint, path, query, tenant, body, clientRequestId };
  return { page, account, at, url, call, gate };
}

function endpointOf(method: string, path: string): EndpointClass {
  if (method === 'GET') return 'read';
  if (path.endsWith('/executeAction')) return 'setState';
  return path.endsWith('/syncInventory') ? 'requestWork' : 'startWork';
}

/** As much of a response as the transport looks at: a real one costs more than all the rest of a sequence. */
function responseOf(end: Reply | { readonly cut: Reply }): Response {
  const { status, text, headers } = 'cut' in end ? end.cut : end;
  return {
    ok: status < 300,
    status,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    text: async () => {
      if ('cut' in end) throw new TypeError('The body broke off');
      return text;
    },
  } as unknown as Response; // what the transport uses is here, and nothing else
}

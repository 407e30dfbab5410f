import type { EndpointClass } from '../../../graph/policy.ts';
import { baseUrl } from '../../../graph/test-answers.ts';
import type { Timeline } from './test-timeline.ts';

/** For tests: what Intune and Defender hold, with all that ever changed. It is the truth that everything is judged by. */

export type Tenant = 'fabrikam' | 'contoso';
/** A driver, a task or a sync as it was from a time on. `by`: the request that did it, or another person. */
export interface Version {
  readonly at: number;
  readonly by: string;
  /** `approved 1796…`, `inProgress`, `success`; 'gone' once it is not there. */
  readonly status: string;
  /** A driver's deployment date, a task's last change, a sync's last success; ISO or null. */
  readonly date: string | null;
}

/** An answer as it is written, before anything happens to it on the way. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Call {
  readonly endpoint: EndpointClass;
  /** Below the version root, without a query. */
  readonly path: string;
  readonly query: string;
  readonly tenant: Tenant;
  readonly body: {
    readonly actionName: string;
    readonly driverIds: string[];
    readonly deploymentDate?: string;
  };
  readonly clientRequestId: string;
}

export const profiles: Readonly<Record<Tenant, readonly string[]>> = {
  contoso: ['p1', 'p2', 'p3', 'p4', 'p5'],
  fabrikam: ['q1'],
};
const few = [1, 2, 3, 4];
/** More than one request takes. */
const many = Array.from({ length: 103 }, (_, n) => String(n + 1).padStart(3, '0'));
const drivers = new Map(
  Object.values(profiles)
    .flat()
    .map((id) => [id, (id === 'p5' ? many : few).map((n) => `${id}-d${n}`)]),
);
export const driversOf = (profile: string): readonly string[] => drivers.get(profile) ?? [];
export const tasks: Readonly<Record<Tenant, readonly string[]>> = {
  contoso: ['t1', 't2', 't3'],
  fabrikam: ['u1'],
};
const statuses: Readonly<Record<string, string>> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};

export interface Service {
  /** Every version, oldest first. */
  historyOf(id: string): readonly Version[];
  current(id: string): Version;
  /** Carries a request out as documented. @param stale reads show how it was so many ms ago */
  handle(call: Call, stale: number): Reply;
  /** Another person's doing. */
  change(id: string, status: string): void;
}

export function createService(timeline: Timeline): Service {
  const histories = new Map<string, Version[]>();
  const begin = (id: string, status: string) =>
    histories.set(id, [{ at: Number.NEGATIVE_INFINITY, by: 'nobody', status, date: null }]);
  for (const profile of Object.values(profiles).flat()) {
    begin(profile, 'success');
    for (const driver of driversOf(profile)) begin(driver, 'needsReview');
  }
  for (const task of Object.values(tasks).flat()) begin(task, 'notStarted');

  const historyOf = (id: string): readonly Version[] => histories.get(id) ?? [];
  function versionAt(id: string, time: number): Version {
    const version = historyOf(id).findLast(({ at }) => at <= time);
    if (!version) throw new Error(`There is no ${id}`);
    return version;
  }
  const current = (id: string) => versionAt(id, Number.POSITIVE_INFINITY);

  function write(id: string, by: string, status: string, date: string | null): void {
    histories.get(id)?.push({ at: timeline.now(), by, status, date });
  }
  const nowIso = () => new Date(timeline.now()).toISOString();

  /** It takes a while, and ends one way or another. */
  function carryOut(id: string, by: string, ends: readonly string[]): void {
    const takes = timeline.pick(`takes ${id}`, [3_000, 45_000, 400_000]);
    const end = timeline.pick(`ends ${id}`, ends);
    timeline.after(takes, 'service', () => {
      if (['inProgress', 'pending'].includes(current(id).status))
        write(id, by, end, end === 'failure' ? current(id).date : nowIso());
    });
  }

  function read({ path, query, tenant }: Call, time: number): Reply {
    const [, area = '', collection = '', id, folder] = path.split('/');
    const isTasks = area === 'security' && collection === 'incidentTasks';
    const known = isTasks ? tasks[tenant] : profiles[tenant];
    const row = isTasks ? taskRow : profileRow;
    if (id !== undefined && !known.includes(id)) return refusal(404, 'ResourceNotFound');
    if (id !== undefined && folder === undefined) return json(row(id, versionAt(id, time)));
    const ids =
      id === undefined ? known : driversOf(id).filter((one) => versionAt(one, time).status !== 'gone');
    const after = /after=([\w-]+)/.exec(query)?.[1] ?? '';
    const left = ids.filter((one) => one > after);
    const pageSize = ids.length > few.length ? 60 : 3;
    const page = left.slice(0, pageSize);
    const rows = page.map((one) => (id === undefined ? row : driverRow)(one, versionAt(one, time)));
    const isMore = left.length > pageSize;
    return json({
      value: rows,
      ...(isMore && { '@odata.nextLink': `${baseUrl}${path}?after=${page.at(-1)}` }),
    });
  }

  function act({ endpoint, path, tenant, body, clientRequestId }: Call): Reply {
    const id = path.split('/')[3] ?? '';
    const isKnown = [...profiles[tenant], ...tasks[tenant]].includes(id);
    if (!isKnown) return refusal(404, 'ResourceNotFound');
    switch (endpoint) {
      case 'setState': {
        const known = driversOf(id).filter((driver) => current(driver).status !== 'gone');
        const found = body.driverIds.filter((driver) => known.includes(driver));
        for (const driver of found) {
          write(driver, clientRequestId, statuses[body.actionName] ?? '', body.deploymentDate ?? null);
        }
        const notFoundDriverIds = body.driverIds.filter((driver) => !known.includes(driver));
        return json({ successfulDriverIds: found, failedDriverIds: [], notFoundDriverIds });
      }
      case 'startWork':
        if (current(id).status === 'inProgress') return refusal(400, 'ActionAlreadyInProgress');
        write(id, clientRequestId, 'inProgress', nowIso());
        carryOut(id, clientRequestId, ['completed', 'completed', 'failed', 'partiallyCompleted']);
        return { status: 204, text: '', headers: { 'request-id': 'r-204' } };
      default:
        if (current(id).status !== 'pending') {
          write(id, clientRequestId, 'pending', current(id).date);
          carryOut(id, clientRequestId, ['success', 'success', 'failure']);
        }
        return { status: 204, text: '', headers: { 'request-id': 'r-204' } };
    }
  }

  return {
    historyOf,
    current,
    handle: (call, stale) => (call.endpoint === 'read' ? read(call, timeline.now() - stale) : act(call)),
    change(id, status) {
      if (current(id).status === 'gone') return;
      const isTask = Object.values(tasks).flat().includes(id);
      write(id, 'another person', status, isTask ? nowIso() : null);
      if (isTask && status === 'inProgress') carryOut(id, 'another person', ['completed', 'failed']);
    },
  };
}

/** What must not be kept, in whatever text it stands. */
export const token = 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.sig';

/** What a person decides a driver by. */
export function driverFacts(id: string, approvalStatus: string) {
  const name = `Driver ${id}, ${token}`;
  return { name, version: '1.0', driverClass: 'Networking', approvalStatus };
}

/** What a person decides a task by. */
export function taskFacts(actionStatus: string) {
  return { actionType: 'isolateDevice', actionStatus, status: 'open' };
}

/** The names hold what must not be kept. */
function driverRow(id: string, { status, date }: Version): unknown {
  return { id, ...driverFacts(id, status), category: 'recommended', deployDateTime: date };
}

function taskRow(id: string, { status, date }: Version): unknown {
  const displayName = `Isolate the device (${id}), ${token}`;
  return { id, displayName, ...taskFacts(status), lastModifiedDateTime: date };
}

function profileRow(id: string, { status, date }: Version): unknown {
  const inventorySyncStatus = { driverInventorySyncState: status, lastSuccessfulSyncDateTime: date };
  return { id, displayName: `Ring ${id}`, approvalType: 'manual', inventorySyncStatus };
}

export function json(body: unknown): Reply {
  const headers = { 'content-type': 'application/json;charset=utf-8', 'request-id': 'r-200' };
  return { status: 200, text: JSON.stringify(body), headers };
}

/** An error that Graph itself wrote; its words hold what must not be kept. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}): Reply {
  const message = `anna.admin@contoso.example may not, with ${token}`;
  const text = JSON.stringify({ error: { code, message, innerError: { 'request-id': 'r-400' } } });
  return { status, text, headers: { 'content-type': 'application/json', 'request-id': 'r-400', ...headers } };
}

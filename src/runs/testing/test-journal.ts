import { ProblemError } from '../../lib/problem.ts';
import { isUnsettled, type Journal, journalProblem, type KeptRun } from '../journal/journal.ts';
import { readEvent, readRun, toRecord } from '../journal/records.ts';
import { type OpenItems, openItemsOf } from '../model/open-items.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import type { Locks } from '../tabs/locks.ts';
import { taken } from '../tabs/locks.ts';

/** For tests: a journal in memory that writes and reads the same records, and locks; both can be shared by "tabs". */

interface Shelf {
  readonly plan: unknown;
  readonly events: unknown[];
  tenantId: string;
  open: boolean;
  openItems: OpenItems;
}

export interface MemoryJournal extends Journal {
  /** Every record that was written, in order: "begin id-1", "sending", "answered". */
  readonly written: string[];
  /** Called before each write; where it throws, nothing is written. */
  failing: (what: string) => void;
  /** Everything is lost, as when a person clears the site's data. */
  clear(): void;
  /** Another tab over the same records. */
  open(): MemoryJournal;
}

export function createMemoryJournal(
  shelves = new Map<string, Shelf>(),
  listeners = new Set<(runId: string, from: unknown) => void>(),
): MemoryJournal {
  const me = Symbol('tab');
  const tell = (runId: string) => {
    for (const listener of listeners) listener(runId, me);
  };
  const kept = ({ plan, events }: Shelf): KeptRun | undefined => {
    const run = readRun(plan);
    if (!run) return undefined;
    const known = events.map(readEvent).filter((event) => event !== undefined);
    return known.length === events.length
      ? { run: known.reduce(reduceRun, run), next: events.length }
      : undefined;
  };
  const stateOf = (run: Run) => ({ open: isUnsettled(run), openItems: openItemsOf(run) });
  const fail = (name: string): never => {
    throw new ProblemError(journalProblem(new DOMException('made up', name)));
  };
  const remove = (runIds: readonly string[]) => {
    const gone = runIds.filter((id) => shelves.get(id)?.open === false && shelves.delete(id));
    // A tab of an earlier version tells of all that a person asked for.
    for (const id of runIds) tell(id);
    return gone;
  };
  const journal: MemoryJournal = {
    written: [],
    failing: () => undefined,
    clear: () => shelves.clear(),
    open: () => createMemoryJournal(shelves, listeners),
    async begin(run: Run) {
      journal.failing('begin');
      if (shelves.has(run.id)) fail('ConstraintError');
      shelves.set(run.id, { plan: toRecord(run), events: [], tenantId: run.tenantId, ...stateOf(run) });
      journal.written.push(`begin ${run.id}`);
      tell(run.id);
    },
    async append(run: Run, next: number, events: readonly RunEvent[]) {
      for (const { kind } of events) journal.failing(kind);
      const shelf = shelves.get(run.id);
      if (!shelf) return 'gone';
      if (shelf.events.length !== next) fail('ConstraintError');
      shelf.events.push(...events.map(toRecord));
      Object.assign(shelf, stateOf(run));
      journal.written.push(...events.map(({ kind }) => kind));
      tell(run.id);
      return 'written';
    },
    async read(runId) {
      const shelf = shelves.get(runId);
      return shelf && kept(shelf);
    },
    async readOpen(tenantId, except) {
      return [...shelves]
        .filter(([id, shelf]) => shelf.open && shelf.tenantId === tenantId && !except.has(id))
        .flatMap(([, shelf]) => kept(shelf) ?? []);
    },
    async readOpenItems({ tenantId }, targetId, except) {
      const ids = [...shelves]
        .filter(([id, shelf]) => shelf.open && shelf.tenantId === tenantId && !except.has(id))
        .flatMap(([, { openItems }]) => openItems)
        .flatMap(([id, open]) => (id === targetId ? open : []));
      return new Set(ids);
    },
    async readAll() {
      const all = [...shelves.values()].map(kept);
      const runs = all.filter((run) => run !== undefined).reverse();
      return { runs, unreadable: all.length - runs.length };
    },
    remove: async (runIds) => remove(runIds),
    prune: async () => undefined,
    hashOf: async (accountKey) => `hash of ${accountKey}`,
    onChange(listener) {
      const heard = (runId: string, from: unknown) => {
        if (from !== me) listener(runId);
      };
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
  return journal;
}

export interface MemoryLocks extends Locks {
  /** The locks of a tab that crashes are free at once; what it still does is nobody's. */
  crash(): void;
  /** Another tab over the same locks. */
  open(): MemoryLocks;
}

interface Claim {
  readonly owner: symbol;
  readonly grant: () => void;
}

export function createMemoryLocks(claims = new Map<string, Claim[]>()): MemoryLocks {
  const owner = Symbol('tab');
  const leave = (name: string, claim: Claim) => {
    const line = claims.get(name) ?? [];
    const wasFirst = line[0] === claim;
    claims.set(
      name,
      line.filter((other) => other !== claim),
    );
    if (wasFirst) claims.get(name)?.[0]?.grant();
  };
  async function hold<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    let claim: Claim | undefined;
    await new Promise<void>((resolve) => {
      claim = { owner, grant: resolve };
      const line = [...(claims.get(name) ?? []), claim];
      claims.set(name, line);
      if (line.length === 1) resolve();
    });
    try {
      return await work();
    } finally {
      if (claim) leave(name, claim);
    }
  }
  return {
    hold,
    tryHold: (name, work) =>
      (claims.get(name)?.length ?? 0) > 0 ? Promise.resolve(taken) : hold(name, work),
    crash() {
      for (const [name, line] of claims) {
        for (const claim of line.filter((one) => one.owner === owner)) leave(name, claim);
      }
    },
    open: () => createMemoryLocks(claims),
  };
}

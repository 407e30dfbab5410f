import { hashKey, type Query, type QueryClient } from '@tanstack/react-query';
import { actionOf } from '../actions/all.ts';
import type { Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import { readAgain } from '../resources/read-again.ts';
import { createIndexedJournal } from '../runs/journal/indexed-journal.ts';
import type { Journal } from '../runs/journal/journal.ts';
import { createRunner, type Runner } from '../runs/runner.ts';
import { createWebLocks } from '../runs/tabs/locks.ts';
import { keepSignInTime } from './sign-in-time.ts';

/** In ms. */
const justLoaded = 1_000;

/** What carries runs out and records them. */
export interface Engine {
  readonly journal: Journal;
  readonly runner: Runner;
}

interface Surroundings {
  readonly graph: Graph;
  readonly queryClient: QueryClient;
  readonly session: Pick<Session, 'account'>;
  /** Epoch ms, as the service tells the time. */
  readonly now: () => number;
  /** Epoch ms that have surely passed, by the service or the host; undefined while neither has told the time. */
  readonly earliest: () => number | undefined;
}

/** Wires the engine to Graph, the browser, and the lists on screen. */
export function createEngine({ graph, queryClient, session, now, earliest }: Surroundings): Engine {
  keepSignInTime();
  const journal = createIndexedJournal({ earliest });
  /** Lists that runs share while they follow: hashes of their keys. */
  const shared = new Set<string>();
  const runner = createRunner({
    // Its reads have their own place in the queue: a long list must not keep results from being checked.
    workFor: (intent) =>
      actionOf(intent).carryOut(intent, {
        graph: graph.settling,
        now,
        ownNames() {
          const account = session.account.get();
          return account ? [account.displayName, account.username] : [];
        },
        share(queryKey, rows) {
          shared.add(hashKey(queryKey));
          queryClient.setQueryData(queryKey, (shown) => shown && rows);
        },
      }),
    actionOf,
    prepare: (scopes) => graph.prepare(scopes),
    account: session.account.get,
    journal,
    locks: createWebLocks(),
    onChanged(run) {
      // The page already shows what the run has just loaded, and shared, unless a read is under way over it.
      const isOld = ({ state, queryKey }: Query) =>
        !shared.has(hashKey(queryKey)) ||
        state.fetchStatus !== 'idle' ||
        Date.now() - state.dataUpdatedAt > justLoaded;
      const touched = run.steps.flatMap(({ intent, targetId }) => actionOf(intent).touches(targetId));
      const once = new Map(touched.map((queryKey) => [hashKey(queryKey), queryKey]));
      for (const queryKey of once.values()) readAgain(queryClient, { queryKey, predicate: isOld });
    },
  });
  return { journal, runner };
}

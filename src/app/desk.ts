import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Runner } from '../runs/runner.ts';

/** What main.tsx wired together. */
export interface Desk {
  readonly graph: Graph;
  /** Where Graph is, with its version: for requests that are written down, not sent. */
  readonly graphBaseUrl: string;
  readonly journal: Journal;
  readonly queryClient: QueryClient;
  readonly runner: Runner;
  readonly session: Session;
  /** Starts the reads of the page at this path, before its code is there; the page itself waits for them. */
  startReads(pathname: string): void;
}

/** What every route has as its context. */
export interface PageContext extends Desk {
  readonly unforeseen: Store<Problem | null>;
}

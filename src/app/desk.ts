import type { QueryClient } from '@tanstack/react-query';
import type { Account, Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import type { PageReads, ParamsOf } from '../lib/page-reads.ts';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Runner } from '../runs/runner.ts';

/** What pages read from, and for whom. */
export interface ReadContext {
  readonly graph: Graph;
  readonly journal: Journal;
  readonly session: Session;
  readonly account: Account;
}

/** The reads of a page, by name: query options for whatever data. */
export type Reads = Readonly<Record<string, { readonly queryKey: readonly unknown[] }>>;

/** What main.tsx wired together. */
export interface Desk {
  readonly graph: Graph;
  /** Where Graph is, with its version: for requests that are written down, not sent. */
  readonly graphBaseUrl: string;
  readonly journal: Journal;
  readonly queryClient: QueryClient;
  readonly runner: Runner;
  readonly session: Session;
  /** Starts the reads of a page before its code is there; the page itself waits for them. */
  startReads<Pattern extends string>(
    page: PageReads<ReadContext, Pattern, Reads>,
    params: ParamsOf<Pattern>,
  ): void;
}

/** What every route has as its context. */
export interface PageContext extends Desk {
  readonly unforeseen: Store<Problem | null>;
}

import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
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
  /** For a read that is made of others. */
  readonly queryClient: QueryClient;
  readonly session: Session;
  readonly account: Account;
}

/** The reads of a page, by name: query options for whatever data. */
export type Reads = Readonly<Record<string, { readonly queryKey: readonly unknown[] }>>;

/** What the navigation says of the history. */
export interface HistoryNeeds {
  /** How many results need attention. */
  readonly attention: number;
  /** Something failed or is stuck. */
  readonly isFailure: boolean;
}

/** The parts of the frame that come with the engine. */
export interface LateFrame {
  readonly DockedRuns: ComponentType<{ isQuiet: boolean }>;
  readonly HistoryWatch: ComponentType<{ onChange: (needs: HistoryNeeds) => void }>;
  /** Tells how many changes are staged. */
  readonly PlanWatch: ComponentType<{ onChange: (staged: number) => void }>;
  readonly IdleNotice: ComponentType<{ onBack: () => void }>;
  readonly JournalNotice: ComponentType<{ trouble: Store<Problem | null> }>;
  readonly RunChip: ComponentType<{ onOpen: () => void }>;
  readonly Notices: ComponentType;
  readonly SignOutDialog: ComponentType<{ runner: Pick<Runner, 'runs'>; onClose: () => void }>;
}

/** What main.tsx wired together. */
export interface Desk {
  readonly graph: Graph;
  /** Where Graph is, with its version: for requests that are written down, not sent. */
  readonly graphBaseUrl: string;
  /** Null until the first rows are drawn and it has been loaded. */
  readonly lateFrame: Store<LateFrame | null>;
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

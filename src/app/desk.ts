import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import type { Runner } from '../runs/runner.ts';

/** What main.tsx wired together; every route has it as its context. */
export interface Desk {
  readonly graph: Graph;
  readonly queryClient: QueryClient;
  readonly runner: Runner;
  readonly session: Session;
  /** Starts the reads of the page at this path, before its code is there; the page itself waits for them. */
  startReads(pathname: string): void;
}

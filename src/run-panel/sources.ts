import type { Graph } from '../graph/client.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Runner } from '../runs/runner.ts';

/** Where a page reads from, and what sends for it: Graph, the history of this browser, and the runs of this page. */
export interface Sources {
  readonly graph: Graph;
  readonly journal: Journal;
  readonly runner: Runner;
}

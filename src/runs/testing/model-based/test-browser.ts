import type { Problem } from '../../../lib/problem.ts';
import type { RunEvent } from '../../model/reducer.ts';
import type { Plan, Run } from '../../model/run.ts';
import type { Runner } from '../../runner.ts';
import type { MemoryJournal, MemoryLocks } from '../test-journal.ts';
import type { Network } from './test-network.ts';
import type { Sabotage } from './test-sabotage.ts';
import type { Timeline } from './test-timeline.ts';

/** For tests: what makes up a browser with its tabs. */

/** What all pages of one browser share. */
export interface Browser {
  readonly timeline: Timeline;
  readonly network: Network;
  readonly journal: MemoryJournal;
  readonly locks: MemoryLocks;
  /** When the last of what the journal was asked is done: it does one thing after the other. */
  busyUntil: number;
  lastId: number;
  /** How far the clock of the computer is set wrong, in ms. */
  offset: number;
  /** Why the next so many of these fail. */
  readonly failures: Map<Failing, { readonly name: string; left: number }>;
  /** What has been written, as soon as it is. `by` is the page. */
  readonly onWrite: (by: Page, run: Run, events: readonly RunEvent[] | 'begin') => void;
  readonly onDelete: (runId: string) => void;
  /** A page could not ask for want of a token. */
  readonly onNoToken: (page: symbol) => void;
  /** How long runs are kept that are over, in ms. */
  readonly keptFor: number;
  /** What is broken on purpose. */
  readonly sabotage: Sabotage;
}

/** What can fail in a browser. */
export type Failing = 'write' | 'read' | 'hash' | 'lock';

/** One life of a tab: from its opening to its end. */
export interface Page {
  readonly id: symbol;
  readonly name: string;
  readonly runner: Runner;
  account: string | null;
  /** The account that it was opened with. */
  readonly openedAs: string;
  /** All that were signed in here. */
  readonly accounts: Set<string>;
  isOnline: boolean;
  /** Something could not be read from the journal: what it shows of other tabs' runs may be old until it is reloaded. */
  isBlind: boolean;
  isAlive: boolean;
  /** When it woke last, with its computer. */
  wokeAt: number;
  /** Why the next so many tokens cannot be had. */
  noToken: { readonly problem: Problem; left: number };
  /** What a person has just started here, and has not begun. */
  readonly starting: Set<Plan>;
  /** Runs that a person started here. */
  readonly begun: Set<string>;
  /** Its locks are free; nothing that it waits for comes back; what it sent still arrives. */
  crash(): void;
  /** Deletes what is kept of runs, as the history does. */
  remove(runIds: readonly string[]): Promise<void>;
}

export const latencies = [0, 0, 0, 1, 3, 25];

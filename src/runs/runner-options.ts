import { waitFor } from '../lib/wait.ts';
import type { ActionOf } from './action.ts';
import type { Journal } from './journal/journal.ts';
import { type Fingerprint, fingerprintOf } from './model/fingerprint.ts';
import type { Intent, Run } from './model/run.ts';
import type { Locks } from './tabs/locks.ts';
import type { Work } from './work.ts';

/** What a runner needs of the page around it; the rest is the browser's own unless a test says otherwise. */
export interface RunnerOptions {
  /** How the steps of an intent are carried out. */
  readonly workFor: (intent: Intent) => Work;
  readonly actionOf: ActionOf;
  /** Makes sure a token can be had without asking the person. @throws ProblemError */
  readonly prepare: (scopes: readonly string[]) => Promise<void>;
  readonly account: () => { readonly key: string; readonly tenantId: string } | null;
  /** Reads that the run changed are to be read again. */
  readonly onChanged: (run: Run) => void;
  readonly journal: Journal;
  readonly locks: Locks;
  readonly isOnline?: () => boolean;
  readonly now?: () => number;
  /** Ms that have passed, whatever the clock of the computer is set to meanwhile. */
  readonly elapsed?: () => number;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId?: () => string;
  readonly fingerprint?: Fingerprint;
}

/** The options with the browser's own where a test says nothing else. */
export function withDefaults(options: RunnerOptions): Required<RunnerOptions> {
  return {
    isOnline: () => navigator.onLine,
    now: Date.now,
    elapsed: () => performance.now(),
    wait: waitFor,
    newId: () => crypto.randomUUID(),
    fingerprint: fingerprintOf,
    ...options,
  };
}

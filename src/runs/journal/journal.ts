import type { Problem } from '../../lib/problem.ts';
import type { RunEvent } from '../model/reducer.ts';
import { isOpen, itemsOf, type Run } from '../model/run.ts';

/** A run as the journal holds it. */
export interface KeptRun {
  readonly run: Run;
  /** How many events of it are written: the number of the next one. */
  readonly next: number;
}

/** Everything that the journal holds, newest first. */
export interface History {
  readonly runs: readonly KeptRun[];
  /**
   * Records that this version cannot read: damaged ones, or those of a newer version. Nothing is taken from them; the
   * damaged ones go when they are old enough, as any run does.
   */
  readonly unreadable: number;
}

/**
 * The append-only record of runs in this browser. A run is its plan and the events that happened to it, in order. What
 * has been awaited is on disk: nothing is sent before that.
 *
 * Whatever it gives back was checked, and is for display and for reading what became of things. It never makes anything
 * be sent.
 */
export interface Journal {
  /**
   * Writes a run before anything of it happens.
   * @throws ProblemError where nothing can be written
   */
  begin(run: Run): Promise<void>;
  /**
   * Writes what happened to a run.
   *
   * @param run as it is with these events
   * @param next the number of the first event
   * @returns `gone` when the run has been deleted: nothing was written then
   * @throws ProblemError where nothing can be written, or another tab has written events of these numbers
   */
  append(run: Run, next: number, events: readonly RunEvent[]): Promise<'written' | 'gone'>;
  /** @throws ProblemError */
  read(runId: string): Promise<KeptRun | undefined>;
  /**
   * The unsettled runs of a tenant: those that are not over, and those that hold an outcome that
   * nobody knows.
   *
   * @param except runs that are not asked for
   * @throws ProblemError
   */
  readOpen(tenantId: string, except: ReadonlySet<string>): Promise<readonly KeptRun[]>;
  /**
   * Ids of a target that these runs have sent, and of which nobody knows yet what became. Asked before each sending: it
   * goes by the heads, and reads only runs whose head does not tell, or that hold such ids and were not written of for
   * long. What nobody here can look after counts for `heldFor`: another account's runs, and those that cannot be read.
   *
   * @param except runs that are not asked for
   * @throws ProblemError
   */
  readOpenItems(
    owner: Pick<Run, 'tenantId' | 'accountKey'>,
    targetId: string,
    except: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>>;
  /** @throws ProblemError */
  readAll(): Promise<History>;
  /**
   * Deletes runs. Those that are open stay, and those of a newer version.
   *
   * @returns the ids of those that went
   * @throws ProblemError
   */
  remove(runIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Deletes what has been kept long enough, and is over or cannot be read; nothing of a newer version.
   * @throws ProblemError
   */
  prune(now: number): Promise<void>;
  /** What stands for an account here: of no use outside this browser. @throws ProblemError */
  hashOf(accountKey: string): Promise<string>;
  /** Another tab has written something of this run: a hint to read it again. */
  onChange(listener: (runId: string) => void): () => void;
}

/** Why the journal cannot be used: then nothing is sent, for nothing is sent without a record of it. */
export function journalProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : '';
  const raw = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const base = { kind: 'unexpected', code: name || 'unknown', raw } as const;
  switch (name) {
    case 'QuotaExceededError':
      return {
        ...base,
        title: 'The journal cannot be written: the disk is full',
        advice: 'Nothing is sent without a record of it. Free some space, or delete old runs under History.',
      };
    case 'VersionError':
      return {
        ...base,
        title: 'The journal belongs to a newer version of Actiondesk',
        advice: 'Reload the page to get that version. Until then runs can be read, but nothing can be sent.',
      };
    case 'ConstraintError':
      return {
        ...base,
        title: 'Another tab goes on with this run',
        advice: 'Nothing more is sent from here. Look at the other tab, or under History.',
      };
    default:
      return {
        ...base,
        title: 'The journal cannot be used',
        advice:
          'Nothing is sent without a record of it. Allow this site to keep data in this browser, then try again.',
      };
  }
}

/** True while a run is not over, or holds something that nobody knows. */
export function isUnsettled(run: Run): boolean {
  return run.state !== 'done' || itemsOf(run).some(isOpen);
}

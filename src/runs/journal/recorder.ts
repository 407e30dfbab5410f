import { type Problem, toProblem } from '../../lib/problem.ts';
import { createStore, type Store } from '../../lib/store.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import type { Journal, KeptRun } from './journal.ts';

/** Runs as they are shown, each in step with the journal: written first, shown then. */
export interface Recorder {
  /** Newest first. */
  readonly runs: Store<readonly Run[]>;
  /** Why the journal cannot be written; null while it can. */
  readonly trouble: Store<Problem | null>;
  /** @throws ProblemError when the journal cannot be written: then there is no such run */
  begin(run: Run): Promise<void>;
  /**
   * Records events of a run, one call after the other. What has happened is shown even when it cannot be written; it
   * is written with the next events that can be.
   */
  record(runId: string, ...events: readonly RunEvent[]): Promise<void>;
  /** Records an event that must be on disk before anything else happens. @throws ProblemError when it is not */
  require(runId: string, ...events: readonly RunEvent[]): Promise<void>;
  /**
   * Shows a run as the journal has it: what another tab, or an earlier page, has written.
   *
   * @returns the run as it is shown: what happened here and could not be written yet stays, and so does what is being
   * written, unless another tab turns out to have written in its place
   */
  show(kept: KeptRun): Run;
  /** The journal works again: what could not be written is written, and nothing is told of it any more. */
  settleTrouble(): void;
  /** Takes a run off the screen; the journal is not asked. */
  hide(runId: string): void;
}

interface Line {
  /** As it is shown. */
  run: Run;
  /** The number of the next event to be written. */
  next: number;
  /** Shown, but not written yet. */
  pending: readonly RunEvent[];
  last: Promise<unknown>;
  /** How many calls have not been written yet. */
  writing: number;
  /** What was read of it while this page was writing. */
  meanwhile: KeptRun | undefined;
  /** Another tab has written in its place. */
  isOvertaken: boolean;
}

function lineFrom(run: Run, next: number): Line {
  return {
    run,
    next,
    pending: [],
    last: Promise.resolve(),
    writing: 0,
    meanwhile: undefined,
    isOvertaken: false,
  };
}

export function createRecorder(journal: Journal): Recorder {
  const runs = createStore<readonly Run[]>([]);
  const trouble = createStore<Problem | null>(null);
  const lines = new Map<string, Line>();

  function lineOf(runId: string): Line {
    const line = lines.get(runId);
    if (!line) throw new Error(`There is no run ${runId}`);
    return line;
  }

  function show(changed: Run): void {
    runs.set(runs.get().map((run) => (run.id === changed.id ? changed : run)));
  }

  /** Among the others by its start; one that begins here is the newest, whatever the clock says. */
  function place(run: Run, isNewest: boolean): void {
    const all = runs.get().filter(({ id }) => id !== run.id);
    const older = isNewest ? 0 : all.findIndex(({ startedAt }) => startedAt <= run.startedAt);
    runs.set(all.toSpliced(older < 0 ? all.length : older, 0, run));
  }

  async function write(line: Line, run: Run, events: readonly RunEvent[]): Promise<void> {
    const written = await journal.append(run, line.next, events);
    if (written === 'written') {
      line.next += events.length;
      return;
    }
    // A person has deleted the history of this browser while the run goes on: its record begins again, as it is now.
    await journal.begin(run);
    line.next = 0;
  }

  async function add(runId: string, events: readonly RunEvent[], isRequired: boolean): Promise<void> {
    // It was hidden meanwhile: nothing more is told of it.
    if (!isRequired && !lines.has(runId)) return;
    const line = lineOf(runId);
    const run = events.reduce(reduceRun, line.run);
    const all = [...line.pending, ...events];
    if (all.length === 0) return;
    try {
      await write(line, run, all);
      line.pending = [];
      // Nobody had written since then: it was older.
      line.meanwhile = undefined;
      settleTrouble();
    } catch (error) {
      if (isRequired) throw error;
      const problem = toProblem(error);
      line.pending = all;
      line.isOvertaken = problem.code === 'ConstraintError';
      trouble.set(problem);
    }
    line.run = run;
    show(run);
  }

  /** The journal can be written again: so is what other runs could not write, of which nothing more may happen. */
  function settleTrouble(): void {
    const behind = [...lines].filter(([, { pending }]) => pending.length > 0);
    if (behind.length === 0) trouble.set(null);
    for (const [runId] of behind) void inLine(runId, [], false);
  }

  /** Events of one run are written in the order in which they were given. */
  function inLine(runId: string, events: readonly RunEvent[], isRequired: boolean): Promise<void> {
    const line = lineOf(runId);
    line.writing += 1;
    const mine = line.last
      .then(() => add(runId, events, isRequired))
      .finally(() => {
        line.writing -= 1;
        giveWay(runId, line);
      });
    line.last = mine.catch(() => undefined);
    return mine;
  }

  /** What this page could not write can never be written once another has gone on: what that one wrote is shown. */
  function giveWay(runId: string, line: Line): void {
    const { meanwhile, isOvertaken, writing } = line;
    if (!isOvertaken || !meanwhile || writing > 0 || lines.get(runId) !== line) return;
    showKept(meanwhile);
    settleTrouble();
  }

  function showKept(kept: KeptRun): Run {
    const { run, next } = kept;
    const line = lines.get(run.id);
    if (line && line.writing > 0) {
      line.meanwhile = kept;
      return line.run;
    }
    // What could not be written yet is newer than what is.
    if (line && line.pending.length > 0 && line.next === next) return line.run;
    lines.set(run.id, lineFrom(run, next));
    if (line) show(run);
    else place(run, false);
    return run;
  }

  return {
    runs,
    trouble,
    async begin(run) {
      await journal.begin(run);
      lines.set(run.id, lineFrom(run, 0));
      place(run, true);
    },
    record: (runId, ...events) => inLine(runId, events, false),
    require: (runId, ...events) => inLine(runId, events, true),
    show: showKept,
    settleTrouble,
    hide(runId) {
      lines.delete(runId);
      runs.set(runs.get().filter(({ id }) => id !== runId));
    },
  };
}

import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import type { Run } from '../runs/model/run.ts';
import type { Engine } from './engine.ts';

/**
 * An engine that is there before its code: it shows no runs until then, and whatever is asked of it waits for the code,
 * so that no click is lost. `takeUp` only has the code loaded; `load` takes up what was interrupted.
 *
 * @param load asked again after it has failed; until then that is the trouble of the engine
 */
export function createLateEngine(load: () => Promise<Engine>): Engine {
  const runs = createStore<readonly Run[]>([]);
  const begun = createStore<readonly string[]>([]);
  const busy = createStore<ReadonlySet<string>>(new Set());
  const elsewhere = createStore<ReadonlySet<string>>(new Set());
  const trouble = createStore<Problem | null>(null);

  let come: Engine | undefined;
  function show(engine: Engine): Engine {
    const { runner } = engine;
    mirror(runner.runs, runs);
    mirror(runner.begun, begun);
    mirror(runner.busy, busy);
    mirror(runner.elsewhere, elsewhere);
    mirror(runner.trouble, trouble);
    come = engine;
    return engine;
  }

  let loading: Promise<Engine> | undefined;
  function engine(): Promise<Engine> {
    loading ??= load().then(show, (error: unknown) => {
      loading = undefined;
      const problem = notLoaded(error);
      trouble.set(problem);
      throw new ProblemError(problem);
    });
    return loading;
  }
  const runner = async () => (await engine()).runner;
  const journal = async () => (await engine()).journal;

  return {
    runner: {
      runs,
      begun,
      busy,
      elsewhere,
      trouble,
      start: async (...run) => (await runner()).start(...run),
      preview: async (...next) => (await runner()).preview(...next),
      cancel: async (...id) => (await runner()).cancel(...id),
      whenSent: async (...id) => (await runner()).whenSent(...id),
      checkAgain: async (...id) => (await runner()).checkAgain(...id),
      leaveAtThat: async (...id) => (await runner()).leaveAtThat(...id),
      // Before it has come, it shows nothing that could be taken off.
      forget: (ids) => come?.runner.forget(ids),
      takeUp: async () => void (await engine()),
    },
    journal: {
      begin: async (...run) => (await journal()).begin(...run),
      append: async (...events) => (await journal()).append(...events),
      read: async (...id) => (await journal()).read(...id),
      readOpen: async (...asked) => (await journal()).readOpen(...asked),
      readOpenItems: async (...asked) => (await journal()).readOpenItems(...asked),
      readAll: async () => (await journal()).readAll(),
      remove: async (...ids) => (await journal()).remove(...ids),
      prune: async (...now) => (await journal()).prune(...now),
      hashOf: async (...key) => (await journal()).hashOf(...key),
      onChange(listener) {
        let stop = () => {};
        let isOver = false;
        journal()
          .then((loaded) => {
            if (!isOver) stop = loaded.onChange(listener);
          })
          // Told as the trouble of the engine.
          .catch(() => undefined);
        return () => {
          isOver = true;
          stop();
        };
      },
    },
  };
}

function mirror<Value>(from: Store<Value>, to: Store<Value>): void {
  from.subscribe(() => to.set(from.get()));
  to.set(from.get());
}

function notLoaded(error: unknown): Problem {
  return {
    ...toProblem(error),
    title: 'Part of Actiondesk didn’t load',
    advice:
      'Nothing can be sent, and open results aren’t checked. Check your connection, then reload the page.',
  };
}

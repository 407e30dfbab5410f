import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Action } from '../actions/action.ts';
import { actionOf } from '../actions/all.ts';
import { itemsUnderWay, queuedIds } from '../runs/model/open-items.ts';
import type { Item } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import type { RunProgress } from './result-words.ts';

// The words and icons of results come with the first run.
const ItemStateLabel = lazy(async () => ({ default: (await import('./results.tsx')).ItemStateLabel }));

/** How far an entry of a list is in a run. */
interface Mark {
  /** The kind of the action that changes it. */
  readonly kind: string;
  readonly item: Pick<Item, 'before' | 'phase' | 'outcome' | 'left' | 'reason'>;
  readonly progress: RunProgress;
}

const Queued = createContext<readonly string[]>([]);
const Marks = createContext<ReadonlyMap<string, Mark>>(new Map());

/**
 * Marks the entries of the list below that a run is changing: their state in the list may be old.
 *
 * @param props.targetId the profile whose drivers it lists; without it, the entries are targets themselves
 */
export function RunMarks({
  runner,
  targetId,
  children,
}: {
  runner: Runner;
  targetId?: string;
  children: ReactNode;
}) {
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);
  // As text, so that the list is drawn again only for what it shows, not for each event of a run.
  const told = useSyncExternalStore(runner.runs.subscribe, () => {
    const marks = [...itemsUnderWay(runner.runs.get(), targetId)].map(([id, { run, step, item }]) => {
      const { before, phase, outcome, left, reason } = item;
      const isChecking = elsewhere.has(run.id) || busy.has(run.id);
      const { state, cancelled } = run;
      return [
        id,
        {
          kind: actionOf(step.intent).kind,
          item: { before, phase, outcome, left, reason },
          progress: { state, cancelled, isChecking },
        },
      ];
    });
    return JSON.stringify(marks);
  });
  const marks = useMemo(() => new Map<string, Mark>(JSON.parse(told)), [told]);
  // As text for the same reason.
  const queuedText = useSyncExternalStore(runner.runs.subscribe, () =>
    JSON.stringify(queuedIds(runner.runs.get(), targetId)),
  );
  const queued = useMemo<readonly string[]>(() => JSON.parse(queuedText), [queuedText]);
  return (
    <Marks value={marks}>
      <Queued value={queued}>{children}</Queued>
    </Marks>
  );
}

/** What runs of an action know of the entries of the list above, by their ids. */
export function useMarks({
  kind,
}: Pick<Action, 'kind'>): ReadonlyMap<string, { readonly item: Mark['item'] }> {
  const marks = useContext(Marks);
  return useMemo(() => new Map([...marks].filter(([, mark]) => mark.kind === kind)), [marks, kind]);
}

/**
 * The result of an entry in a run so far, in place of the state that the list was read with, as long as that is the state
 * from before the run. Any other state is newer than what the run knows.
 *
 * @param props.read the state that the list was read with; without it, the run's result always shows
 * @param props.of the action that changes this state; an entry may have several states
 */
export function StateInRun({
  id,
  read,
  of,
  children,
}: {
  id: string;
  read?: string;
  of?: Pick<Action, 'kind'>;
  children?: ReactNode;
}) {
  const mark = useContext(Marks).get(id);
  if (!mark || (of && mark.kind !== of.kind)) return children;
  if (read !== undefined && read !== mark.item.before) return children;
  return (
    <Suspense fallback={children}>
      <ItemStateLabel item={mark.item} progress={mark.progress} />
    </Suspense>
  );
}

/** True while a run is changing an entry. */
export function useIsInRun(id: string): boolean {
  return useContext(Marks).has(id);
}

/** The ids of the list below that a run holds: sent and not known, or still to be sent. */
export function useBusyIds(): ReadonlySet<string> {
  const marks = useContext(Marks);
  const queued = useContext(Queued);
  return useMemo(() => new Set([...marks.keys(), ...queued]), [marks, queued]);
}

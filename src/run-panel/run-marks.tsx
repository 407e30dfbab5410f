import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Item } from '../runs/model.ts';
import { itemsUnderWay } from '../runs/open-items.ts';
import type { Runner } from '../runs/runner.ts';
import { formatCount } from '../ui/format.ts';
import type { RunProgress } from './result-words.ts';

// The words and icons of results come with the first run.
const ItemStateLabel = lazy(async () => ({ default: (await import('./results.tsx')).ItemStateLabel }));

/** How far an entry of a list is in a run. */
interface Mark {
  readonly item: Pick<Item, 'before' | 'phase' | 'outcome' | 'left' | 'reason'>;
  readonly progress: RunProgress;
}

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
    const marks = [...itemsUnderWay(runner.runs.get(), targetId)].map(([id, { run, item }]) => {
      const { before, phase, outcome, left, reason } = item;
      const isChecking = elsewhere.has(run.id) || busy.has(run.id);
      const { state, cancelled } = run;
      return [
        id,
        { item: { before, phase, outcome, left, reason }, progress: { state, cancelled, isChecking } },
      ];
    });
    return JSON.stringify(marks);
  });
  const marks = useMemo(() => new Map<string, Mark>(JSON.parse(told)), [told]);
  return <Marks value={marks}>{children}</Marks>;
}

/** What runs of this page know of the entries of the list above, by their ids. */
export function useMarks(): ReadonlyMap<string, { readonly item: Mark['item'] }> {
  return useContext(Marks);
}

/**
 * The result of an entry in a run so far, in place of the state that the list was read with, as long as that is the state
 * from before the run. Any other state is newer than what the run knows.
 *
 * @param props.read the state that the list was read with; without it, the run's result always shows
 */
export function StateInRun({ id, read, children }: { id: string; read?: string; children?: ReactNode }) {
  const mark = useContext(Marks).get(id);
  if (!mark || (read !== undefined && read !== mark.item.before)) return children;
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

/** In a review, before anything is sent: how many of these ids are skipped because of an earlier run. */
export function InRunsNote({ ids }: { ids: readonly string[] }) {
  const marks = useContext(Marks);
  const count = ids.filter((id) => marks.has(id)).length;
  if (count === 0) return null;
  const part = ids.length === 1 ? 'Already in another run.' : `${formatCount(count)} already in another run.`;
  return (
    <p>
      <strong>{part}</strong>{' '}
      {count === 1
        ? 'It’s skipped until that result is known.'
        : 'They’re skipped until those results are known.'}
    </p>
  );
}

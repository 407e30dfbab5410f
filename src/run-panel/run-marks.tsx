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
import { countOf } from '../ui/format.ts';
import type { RunProgress } from './outcomes.tsx';

// The words and icons of outcomes come with the first run.
const ItemStateLabel = lazy(async () => ({ default: (await import('./outcomes.tsx')).ItemStateLabel }));

/** How far an entry of a list is in a run. */
interface Mark {
  readonly item: Pick<Item, 'before' | 'phase' | 'outcome' | 'reason'>;
  readonly progress: RunProgress;
}

const Marks = createContext<ReadonlyMap<string, Mark>>(new Map());

/**
 * Tells a list below it which of its entries a run is about just now: what the list says of them may be old.
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
  // In text, so that the list is drawn again for what it shows alone, and not for each event of a run.
  const told = useSyncExternalStore(runner.runs.subscribe, () => {
    const marks = [...itemsUnderWay(runner.runs.get(), targetId)].map(([id, { run, item }]) => {
      const { before, phase, outcome, reason } = item;
      const isChecking = elsewhere.has(run.id) || busy.has(run.id);
      return [id, { item: { before, phase, outcome, reason }, progress: { state: run.state, isChecking } }];
    });
    return JSON.stringify(marks);
  });
  const marks = useMemo(() => new Map<string, Mark>(JSON.parse(told)), [told]);
  return <Marks value={marks}>{children}</Marks>;
}

/**
 * What a run has made so far of an entry of a list, in place of the state that the list was read with: as long as that is
 * the state from before the run. Another one is newer than what the run knows.
 *
 * @param props.read the state that the list was read with; without it, what the run knows is told in any case
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

/** True while a run is about an entry. */
export function useIsInRun(id: string): boolean {
  return useContext(Marks).has(id);
}

/** In a review, before anything is sent: how many of these ids an earlier run will keep from being sent. */
export function InRunsNote({ ids }: { ids: readonly string[] }) {
  const marks = useContext(Marks);
  const count = ids.filter((id) => marks.has(id)).length;
  if (count === 0) return null;
  const part = ids.length === 1 ? 'It is' : countOf(count, 'of them is', 'of them are');
  return (
    <p>
      <strong>{part} in a run already.</strong> As long as nobody knows what became of{' '}
      {count === 1 ? 'it there, it is' : 'them there, they are'} left out.
    </p>
  );
}

import { useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useHistory } from '../run-panel/history/use-history.ts';
import { loadRunPanel } from '../run-panel/load-run-panel.ts';

// Comes after the rest of the frame: pages load it before they send anything.
const RunPanel = lazy(async () => ({ default: (await loadRunPanel()).RunPanel }));

/** The panel of runs below the page, with the history that tells which runs belong together. */
export function DockedRuns({ isQuiet }: { isQuiet: boolean }) {
  const context = useRouteContext({ from: '__root__' });
  const { runs } = useHistory(context);
  return (
    <Suspense fallback={null}>
      <RunPanel runner={context.runner} history={runs} isQuiet={isQuiet} />
    </Suspense>
  );
}

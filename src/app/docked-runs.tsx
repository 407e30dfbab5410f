import { useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useHistory } from '../run-panel/history/use-history.ts';
import { loadRunPanel } from '../run-panel/load-run-panel.ts';
import { createResultsChoice } from '../run-panel/results-choice.ts';
import { useOpenResults } from '../run-panel/use-open-results.ts';

// Comes after the rest of the frame: pages load it before they send anything.
const RunPanel = lazy(async () => ({ default: (await loadRunPanel()).RunPanel }));

/** The panel of runs below the page, with the history that tells which runs belong together. */
export function DockedRuns({ isQuiet }: { isQuiet: boolean }) {
  const context = useRouteContext({ from: '__root__' });
  const { runs } = useHistory(context);
  const [choice] = useState(createResultsChoice);
  const [isOpen, setOpen] = useOpenResults(choice, isQuiet);
  return (
    <Suspense fallback={null}>
      <RunPanel
        runner={context.runner}
        history={runs}
        choice={choice}
        isOpen={isOpen}
        onOpenChange={setOpen}
      />
    </Suspense>
  );
}

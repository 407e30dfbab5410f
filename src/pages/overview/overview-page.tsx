import { lazy, Suspense } from 'react';
import { Overview } from './overview.tsx';

// Panels, charts and what the history knows come after the numbers, which need neither.
const WholeOverview = lazy(async () => ({
  default: (await import('./whole-overview.tsx')).WholeOverview,
}));

/** What needs the signed-in person, over everything: the page that everyone starts with. */
export function OverviewPage() {
  return (
    <Suspense fallback={<Overview />}>
      <WholeOverview />
    </Suspense>
  );
}

import { useSyncExternalStore } from 'react';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';

/** Shows an uncaught error above the page until it is dismissed. */
export function UnforeseenNotice({ unforeseen }: { unforeseen: Store<Problem | null> }) {
  const problem = useSyncExternalStore(unforeseen.subscribe, unforeseen.get);
  if (!problem) return null;
  return (
    <ProblemBanner
      problem={problem}
      actions={<Button onClick={() => location.reload()}>Reload Actiondesk</Button>}
      onDismiss={() => unforeseen.set(null)}
    />
  );
}

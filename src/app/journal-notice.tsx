import { useSyncExternalStore } from 'react';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';

/** Says why the history can't be written. As long as that is so, nothing is sent. */
export function JournalNotice({ trouble }: { trouble: Store<Problem | null> }) {
  const problem = useSyncExternalStore(trouble.subscribe, trouble.get);
  return problem && <ProblemBanner problem={problem} />;
}

import { useSyncExternalStore } from 'react';
import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';

/** Why nothing can be recorded, and so nothing sent, while that is so. */
export function JournalNotice({ trouble }: { trouble: Store<Problem | null> }) {
  const problem = useSyncExternalStore(trouble.subscribe, trouble.get);
  return problem && <ProblemBanner problem={problem} />;
}

import { lazy, Suspense } from 'react';
import { profileNeeds } from '../../actions/profile-change/plan.ts';
import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Runner } from '../../runs/runner.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useLoadAhead } from '../../ui/use-load-ahead.ts';
import type { ProfileDraft } from './profile-draft.ts';

// The dialogs, and the results panel, load once one of them is asked for.
const ProfileDialogs = lazy(async () => ({
  default: (await import('./profile-dialogs.tsx')).ProfileDialogs,
}));

/** The dialog about a profile, if one is open. */
export function ProfileDecision({
  draft,
  onChange,
  profiles,
  graph,
  runner,
}: {
  draft: ProfileDraft | null;
  onChange: (next: ProfileDraft | null) => void;
  profiles: readonly DriverProfile[];
  graph: Graph;
  runner: Runner;
}) {
  const start = useStartRun(runner);
  const staging = useStaging();
  const roleWarning = useRoleWarning(runner, [profileNeeds]);
  const isOpen = draft !== null;
  useLoadAhead(isOpen, loadRunPanel);
  if (!draft) return null;
  const close = () => {
    start.reset();
    staging.reset();
    onChange(null);
  };
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        <ProfileDialogs
          draft={draft}
          onDraftChange={(changes) => onChange({ ...draft, ...changes })}
          profiles={profiles}
          graph={graph}
          roleWarning={roleWarning}
          isStarting={start.isPending}
          problem={start.error ? toProblem(start.error) : staging.problem}
          onStart={(plan) => start.mutate(plan, { onSuccess: close })}
          onStage={(plan) => staging.stage(plan, close)}
          onClose={close}
        />
      </Suspense>
    </PartBoundary>
  );
}

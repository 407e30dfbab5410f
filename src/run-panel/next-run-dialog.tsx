import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { actionOf } from '../actions/all.ts';
import { reviewPlan } from '../actions/review-plan.ts';
import { useAccount } from '../auth/session.ts';
import { toProblem } from '../lib/problem.ts';
import { showHidden } from '../lib/visible-text.ts';
import { intentsOf } from '../runs/action.ts';
import { type NextPlan, planRest, planRetry, planUndo } from '../runs/model/retry.ts';
import type { Plan, Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { countOf, formatClock } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { useNow } from '../ui/use-now.ts';
import { datePassed, dateText, isDatePast } from './intent-text.ts';
import { decisionOf, type NextKind } from './next-words.ts';
import { PreviewLists } from './preview-lists.tsx';
import { previewQuery } from './queries.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { useRoleWarning } from './role-note.tsx';
import { headsOf } from './run-columns.tsx';
import { useStartRun } from './use-start-run.ts';

interface Next {
  readonly plan: (run: Run) => NextPlan | undefined;
  readonly nothing: string;
  /** The new run sends what the old one did not, in its place. */
  readonly takesOver: boolean;
}

const nexts: Record<NextKind, Next> = {
  retry: {
    plan: (run) => planRetry(run, actionOf),
    nothing: 'Nothing to retry',
    takesOver: false,
  },
  resume: {
    plan: planRest,
    nothing: 'Nothing is left to send',
    takesOver: true,
  },
  undo: {
    plan: (run) => planUndo(run, actionOf),
    nothing: 'Nothing to take back',
    takesOver: false,
  },
};

/**
 * Reviews a run that follows from another. What the history holds only names the targets: they are loaded again, and
 * everything that the dialog says and sends comes from there.
 */
export function NextRunDialog({
  kind,
  run,
  runner,
  onClose,
}: {
  kind: NextKind;
  run: Run;
  runner: Runner;
  onClose: () => void;
}) {
  const { plan: planOf, nothing, takesOver } = nexts[kind];
  const { username } = useAccount();
  const [{ importantDevices }] = usePreferences();
  const roleWarning = useRoleWarning(runner, intentsOf(run.steps).map(actionOf));
  const start = useStartRun(runner, undefined, takesOver ? run.id : undefined);
  const now = useNow();
  const next = planOf(run);
  const preview = useQuery(previewQuery(runner, { run, kind, next }));
  const ready = preview.data?.plan;
  const count = ready?.targets.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const label = ready ? decisionOf(kind, ready.targets, count) : '';
  // The dialog may stand open past the date: the click looks at the clock itself.
  const [clickedAt, setClickedAt] = useState(0);
  const isPast = next !== undefined && isDatePast(next.targets, Math.max(now, clickedAt));
  const without = preview.isPending
    ? 'Checking current state…'
    : preview.error
      ? 'Couldn’t check the current state'
      : nothing;

  return (
    <ReviewDialog
      title={ready ? `${label}?` : without}
      context={ready && <Context plan={ready} />}
      review={
        ready && preview.data
          ? reviewPlan(ready, preview.data.seen, { username, importantDevices })
          : undefined
      }
      roleWarning={ready && roleWarning}
      checkedAs={`Checked at ${formatClock(preview.dataUpdatedAt)}, and again right before sending.`}
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      onClose={onClose}
      confirm={
        ready && {
          label,
          count,
          disabled: isPast ? datePassed : undefined,
          ids: ready.targets.flatMap(({ items }) => items.map(({ id }) => id)),
          onConfirm() {
            setClickedAt(Date.now());
            if (!isDatePast(ready.targets, Date.now())) start.mutate(ready, { onSuccess: onClose });
          },
        }
      }
    >
      {ready && dateText(ready.targets) && <p>{dateText(ready.targets)}.</p>}
      {preview.error && <ProblemBanner problem={toProblem(preview.error)} />}
      {preview.data && <PreviewLists preview={preview.data} />}
    </ReviewDialog>
  );
}

/** Where the decision applies, by what was just loaded: the title that the history holds proves nothing. */
function Context({ plan: { title, targets } }: { plan: Plan }) {
  if (intentsOf(targets).length > 1) return <bdi>{title}</bdi>;
  const noun = headsOf(targets).target?.toLowerCase();
  if (noun === undefined) {
    const ids = new Set(targets.flatMap(({ items }) => items.flatMap(({ incident }) => incident || [])));
    const [only, ...more] = ids;
    if (only === undefined) return null;
    return more.length > 0 ? `In ${countOf(ids.size, 'incident')}` : <>Incident {showHidden(only)}</>;
  }
  const [first, ...others] = new Map(targets.map((target) => [target.id, target])).values();
  if (others.length > 0) return `In ${countOf(others.length + 1, noun)}`;
  return (
    <>
      In the {noun} <bdi>{first?.name}</bdi>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reviewPlan } from '../actions/review-plan.ts';
import { useAccount } from '../auth/session.ts';
import { toProblem } from '../lib/problem.ts';
import { unsaid } from '../lib/unsaid.ts';
import { showHidden } from '../lib/visible-text.ts';
import type { Run } from '../runs/model.ts';
import type { Preview } from '../runs/preview.ts';
import { type NextPlan, planPause, planRest, planRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { DialogDisclosure } from '../ui/dialog-parts.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { useNow } from '../ui/use-now.ts';
import { dateText } from './intent-text.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { useRoleWarning } from './role-note.tsx';
import { countItems } from './summary.ts';
import { useStartRun } from './use-start-run.ts';

/** What a run can lead to: the same once more, the rest of it, or a pause of what it approved. */
export type NextKind = 'retry' | 'resume' | 'pause';

interface Next {
  readonly plan: (run: Run) => NextPlan | undefined;
  /** The decision: its verb and what it counts. */
  readonly label: (items: string) => string;
  /** Begins the line that names the run before. */
  readonly from: string;
  readonly nothing: string;
  /** The new run sends what the old one did not, in its place. */
  readonly takesOver: boolean;
}

const nexts: Record<NextKind, Next> = {
  retry: {
    plan: planRetry,
    label: (items) => `Retry ${items}`,
    from: 'Not successful in',
    nothing: 'Nothing to retry',
    takesOver: false,
  },
  resume: {
    plan: planRest,
    label: (items) => `Send the remaining ${items}`,
    from: 'Not sent in',
    nothing: 'Nothing is left to send',
    takesOver: true,
  },
  pause: {
    plan: planPause,
    label: (items) => `Pause ${items}`,
    from: 'Approved in',
    nothing: 'Nothing to pause',
    takesOver: false,
  },
};

/** So few targets are shown without being asked for. */
const fewTargets = 6;

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
  const { plan: planOf, label: labelOf, from, nothing, takesOver } = nexts[kind];
  const { username } = useAccount();
  const [{ importantDevices }] = usePreferences();
  const roleWarning = useRoleWarning(runner, run.intent.kind);
  const start = useStartRun(runner, undefined, takesOver ? run.id : undefined);
  const now = useNow();
  const next = planOf(run);
  const preview = useQuery({
    queryKey: ['preview', run.id, kind],
    queryFn: () => (next ? runner.preview(next) : null),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const ready = preview.data?.plan;
  const count = ready?.targets.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const label = labelOf(countItems(run, count));
  const deployAt = next?.intent.kind === 'drivers' ? next.intent.deployAt : null;
  // The dialog may stand open past the date: the click looks at the clock itself.
  const [clickedAt, setClickedAt] = useState(0);
  const isPast = deployAt !== null && deployAt < Math.max(now, clickedAt);
  const without = preview.isPending
    ? 'Checking current state…'
    : preview.error
      ? 'Couldn’t check the current state'
      : nothing;

  return (
    <ReviewDialog
      title={ready ? `${label}?` : without}
      // Of what was just loaded: the title that the history holds proves nothing.
      context={ready && <bdi>{ready.title}</bdi>}
      review={
        ready && preview.data
          ? reviewPlan(ready, preview.data.seen, { username, importantDevices })
          : undefined
      }
      roleWarning={ready && roleWarning}
      checkedAs="Checked just now, and again right before sending."
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      onClose={onClose}
      confirm={
        ready && {
          label,
          count,
          disabled: isPast ? 'This run’s date has passed. Start again from the profile' : undefined,
          ids: ready.targets.flatMap(({ items }) => items.map(({ id }) => id)),
          onConfirm() {
            setClickedAt(Date.now());
            if (deployAt === null || deployAt >= Date.now()) start.mutate(ready, { onSuccess: onClose });
          },
        }
      }
    >
      {ready && dateText(ready) && <p>{dateText(ready)}.</p>}
      {preview.error && <ProblemBanner problem={toProblem(preview.error)} />}
      {preview.data && <PreviewLists preview={preview.data} />}
      <p>
        {from}: <bdi>{showHidden(run.title)}</bdi>
      </p>
    </ReviewDialog>
  );
}

function PreviewLists({ preview: { plan, leftOut } }: { preview: Preview }) {
  const sent = plan?.targets.flatMap((target) => target.items.map((item) => ({ target, item }))) ?? [];
  return (
    <>
      {sent.length > 0 && (
        <DialogDisclosure summary="To be sent" label="What is sent" isOpen={sent.length <= fewTargets}>
          {() =>
            sent.map(({ target, item }) => (
              <li key={`${target.id} ${item.id}`}>
                <bdi>{item.name}</bdi> <bdi>{unsaid(item.name, item.detail)}</bdi>
                {plan && plan.targets.length > 1 && target.id !== item.id && (
                  <>
                    {' '}
                    in <bdi>{target.name}</bdi>
                  </>
                )}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      {leftOut.length > 0 && (
        <DialogDisclosure
          summary={`${leftOut.length} skipped`}
          label="Skipped"
          isOpen={leftOut.length <= fewTargets}
        >
          {() =>
            leftOut.map(({ item, reason }) => (
              <li key={item.id}>
                <bdi>{item.name}</bdi>: {reason}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
    </>
  );
}

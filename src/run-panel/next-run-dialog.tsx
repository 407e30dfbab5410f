import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { whyType } from '../actions/why-type.ts';
import { toProblem } from '../lib/problem.ts';
import { unsaid } from '../lib/unsaid.ts';
import type { Run } from '../runs/model.ts';
import type { Preview } from '../runs/preview.ts';
import { type NextPlan, planPause, planRest, planRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog, DialogList } from '../ui/confirm-dialog.tsx';
import { formatMoment } from '../ui/format.ts';
import { usePreferences } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { useNow } from '../ui/use-now.ts';
import { countItems } from './summary.ts';
import { useStartRun } from './use-start-run.ts';

/** What a run can lead to: the same once more, the rest of it, or a stop to what it approved. */
export type NextKind = 'retry' | 'resume' | 'pause';

interface Next {
  readonly plan: (run: Run) => NextPlan | undefined;
  readonly label: (items: string) => string;
  /** Begins the sentence that names the run it comes from. */
  readonly from: string;
  readonly nothing: string;
  /** What the new run does to the old one. */
  readonly takesOver: boolean;
}

const nexts: Record<NextKind, Next> = {
  retry: {
    plan: planRetry,
    label: (items) => `Retry ${items}`,
    from: 'Not successful in:',
    nothing: 'Nothing to retry',
    takesOver: false,
  },
  resume: {
    plan: planRest,
    label: (items) => `Send the remaining ${items}`,
    from: 'Not sent in:',
    nothing: 'Nothing is left to send',
    takesOver: true,
  },
  pause: {
    plan: planPause,
    label: (items) => `Pause ${items}`,
    from: 'Approved in:',
    nothing: 'Nothing to pause',
    takesOver: false,
  },
};

/**
 * Reviews a run that follows from another. What that one remembers only names the targets: they are read again, and
 * what is shown is what was found.
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
  const start = useStartRun(runner, undefined, takesOver ? run.id : undefined);
  const now = useNow();
  const plan = planOf(run);
  const preview = useQuery({
    queryKey: ['preview', run.id, kind],
    queryFn: () => (plan ? runner.preview(plan) : null),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const ready = preview.data?.plan;
  const [{ importantDevices }] = usePreferences();
  const items = ready?.targets.flatMap((target) => target.items) ?? [];
  const mustType = ready !== undefined && whyType(ready.intent, items, importantDevices).length > 0;
  const count = items.length;
  const label = labelOf(countItems(run, count));
  const deployAt = plan?.intent.kind === 'drivers' ? plan.intent.deployAt : null;
  const isPast = deployAt !== null && deployAt < now;
  const without = preview.isPending
    ? 'Checking current state…'
    : preview.error
      ? 'Couldn’t check the current state'
      : nothing;
  const title = ready ? `${label}?` : without;

  return (
    <ConfirmDialog
      title={title}
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      onClose={onClose}
      confirm={
        ready && {
          label,
          number: mustType ? count : undefined,
          disabled: isPast ? 'This run’s date has passed. Start again from the profile.' : undefined,
          onConfirm: () => start.mutate(ready, { onSuccess: onClose }),
        }
      }
    >
      {ready && (
        <p>
          <b>
            <bdi>{ready.title}</bdi>
          </b>
        </p>
      )}
      <p>
        {from} <bdi>{run.title}</bdi>.{deployAt !== null && ` Deployment date: ${formatMoment(deployAt)}.`}
      </p>
      {kind === 'pause' && ready && <WhatPausingIsNot />}
      {preview.error && <ProblemBanner problem={toProblem(preview.error)} />}
      {preview.data && <PreviewLists preview={preview.data} />}
    </ConfirmDialog>
  );
}

function WhatPausingIsNot() {
  return (
    <p>
      Pausing stops further rollout. It doesn’t uninstall drivers or return them to <b>Needs review</b>.
    </p>
  );
}

function PreviewLists({ preview: { plan, leftOut } }: { preview: Preview }): ReactNode {
  const sent = plan?.targets.flatMap((target) => target.items.map((item) => ({ target, item }))) ?? [];
  return (
    <>
      {sent.length > 0 && (
        <DialogList label="What is sent">
          {sent.map(({ target, item }) => (
            <li key={`${target.id} ${item.id}`}>
              <bdi>{item.name}</bdi> <bdi>{unsaid(item.name, item.detail)}</bdi>
              {plan && plan.targets.length > 1 && target.id !== item.id && (
                <>
                  {' '}
                  in <bdi>{target.name}</bdi>
                </>
              )}
            </li>
          ))}
        </DialogList>
      )}
      {leftOut.length > 0 && (
        <>
          <p>Skipped:</p>
          <DialogList label="Skipped">
            {leftOut.map(({ item, reason }) => (
              <li key={item.id}>
                <bdi>{item.name}</bdi>: {reason}
              </li>
            ))}
          </DialogList>
        </>
      )}
    </>
  );
}

import { toProblem } from '../lib/problem.ts';
import { itemsOf, type Run } from '../runs/model.ts';
import { mayRetry, planRetry } from '../runs/retry.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog, DialogList } from '../ui/confirm-dialog.tsx';
import { countOf, formatMoment } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import { useStartRun } from './use-start-run.ts';

/** Reviews another try: what is asked once more, and of which targets. */
export function RetryDialog({ run, runner, onClose }: { run: Run; runner: Runner; onClose: () => void }) {
  const start = useStartRun(runner);
  const now = useNow();
  const plan = planRetry(run);
  const items = itemsOf(run).filter(mayRetry);
  const label = `Retry ${countOf(items.length, 'item')}`;
  const deployAt = run.intent.kind === 'drivers' ? run.intent.deployAt : null;
  const isPast = deployAt !== null && deployAt < now;

  return (
    <ConfirmDialog
      title={plan ? `${label}?` : 'Nothing to retry any more'}
      isStarting={start.isPending}
      problem={start.error ? toProblem(start.error) : undefined}
      onClose={onClose}
      confirm={
        plan && {
          label,
          disabled: isPast ? 'The date of this run is past: start anew from the profile' : undefined,
          onConfirm: () => start.mutate(plan, { onSuccess: onClose }),
        }
      }
    >
      {plan && (
        <>
          <p>
            This is asked once more: <bdi>{run.title}</bdi>.
            {deployAt !== null && ` Deployment date: ${formatMoment(deployAt)}.`}
          </p>
          <DialogList label="Items that are tried again">
            {run.steps.flatMap((step) =>
              step.items.filter(mayRetry).map((item) => (
                <li key={`${step.id} ${item.id}`}>
                  <bdi>{item.name}</bdi> <bdi>{item.detail}</bdi>
                </li>
              )),
            )}
          </DialogList>
        </>
      )}
    </ConfirmDialog>
  );
}

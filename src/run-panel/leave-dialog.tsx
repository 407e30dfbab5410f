import { useMutation } from '@tanstack/react-query';
import { toProblem } from '../lib/problem.ts';
import { unsaid } from '../lib/unsaid.ts';
import { isOpen, type Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog, DialogList } from '../ui/confirm-dialog.tsx';
import { countItems } from './summary.ts';

/** The last step before Actiondesk stops tracking items, and other runs can act on them. */
export function LeaveDialog({ run, runner, onClose }: { run: Run; runner: Runner; onClose: () => void }) {
  const leave = useMutation({
    mutationFn: () => runner.leaveAtThat(run.id),
    onSuccess: onClose,
    networkMode: 'always',
    retry: false,
  });
  const open = run.steps.flatMap((step) => step.items.filter(isOpen).map((item) => ({ step, item })));
  const number = open.length;
  return (
    <ConfirmDialog
      title={`Stop tracking ${countItems(run, number)}?`}
      isStarting={leave.isPending}
      startingLabel="Recording…"
      problem={leave.error ? toProblem(leave.error) : undefined}
      onClose={onClose}
      confirm={{ label: 'Stop tracking', number, onConfirm: () => leave.mutate() }}
    >
      <p>
        {number === 1 ? 'Its final result isn’t' : 'Their final results aren’t'} known. Other runs will be
        able to act on {number === 1 ? 'it' : 'them'} again; if the first request still takes effect, the
        action happens twice. Check again keeps working.
      </p>
      <DialogList label="No longer tracked">
        {open.map(({ step, item }) => (
          <li key={`${step.id} ${item.id}`}>
            <bdi>{item.name}</bdi> <bdi>{unsaid(item.name, item.detail)}</bdi>
          </li>
        ))}
      </DialogList>
    </ConfirmDialog>
  );
}

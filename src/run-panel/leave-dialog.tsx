import { useMutation } from '@tanstack/react-query';
import { toProblem } from '../lib/problem.ts';
import { isOpen, type Run } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';
import { ConfirmDialog, DialogList } from '../ui/confirm-dialog.tsx';
import { countOf } from '../ui/format.ts';

/** The last step before nobody looks any more for what became of items, and others may act on them. */
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
      title={`Stop looking for what became of ${countOf(number, 'item')}?`}
      isStarting={leave.isPending}
      startingLabel="Recording…"
      problem={leave.error ? toProblem(leave.error) : undefined}
      onClose={onClose}
      confirm={{ label: 'Leave it at that', number, onConfirm: () => leave.mutate() }}
    >
      <p>
        Nobody knows yet what became of {number === 1 ? 'it' : 'them'}. From now on other runs may send to{' '}
        {number === 1 ? 'it' : 'them'}: if the first request takes effect after all, the same is done twice.
        &quot;Check again&quot; still reads what there is.
      </p>
      <DialogList label="What is not known">
        {open.map(({ step, item }) => (
          <li key={`${step.id} ${item.id}`}>
            <bdi>{item.name}</bdi> <bdi>{item.detail}</bdi>
          </li>
        ))}
      </DialogList>
    </ConfirmDialog>
  );
}

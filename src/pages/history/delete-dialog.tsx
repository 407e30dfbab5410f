import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toProblem } from '../../lib/problem.ts';
import { historyKeys } from '../../run-panel/history/queries.ts';
import { deletable } from '../../run-panel/history/rules.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { countOf } from '../../ui/format.ts';

/** The last step before finished runs are deleted from the history. */
export function DeleteDialog({
  runs,
  journal,
  runner,
  onClose,
}: {
  runs: readonly Run[];
  journal: Journal;
  runner: Runner;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const over = deletable(runs);
  const open = runs.length - over.length;
  const remove = useMutation({
    async mutationFn() {
      runner.forget(await journal.remove(over.map(({ id }) => id)));
      await queryClient.invalidateQueries({ queryKey: historyKeys.all });
    },
    onSuccess: onClose,
    networkMode: 'always',
    retry: false,
  });
  const label = `Delete ${countOf(over.length, 'run')}`;
  return (
    <ConfirmDialog
      title={`${label} from the history?`}
      isStarting={remove.isPending}
      startingLabel="Deleting…"
      problem={remove.error ? toProblem(remove.error) : undefined}
      onClose={onClose}
      confirm={{ label, onConfirm: () => remove.mutate() }}
    >
      <p>
        Deletes this browser’s record of finished runs: their targets, results, times, and request IDs. This
        can’t be undone. Export it first if you may need it later.
      </p>
      {open > 0 && (
        <p>
          {countOf(open, 'open run')}{' '}
          {open === 1 ? 'stays until its results are' : 'stay until their results are'} known.
        </p>
      )}
      <p>Nothing changes in Intune or Defender. Runs of other accounts in this browser stay.</p>
    </ConfirmDialog>
  );
}

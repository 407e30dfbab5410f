import { ArrowDownloadRegular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { DeleteRegular } from '@fluentui/react-icons/headless/svg/delete';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { csvType, runsToCsv } from '../../run-panel/export-csv.ts';
import { historyQuery } from '../../run-panel/history/queries.ts';
import { deletable } from '../../run-panel/history/rules.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import { formatCount } from '../../ui/format.ts';
import { MutationProblem } from '../../ui/mutation-problem.tsx';
import { saveFile, stampOf } from '../../ui/save-file.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { runsToJson } from './export-json.ts';

/** The commands for the whole history: none of them reaches Microsoft Graph. */
export function HistoryCommands({
  runs,
  shown,
  journal,
  runner,
}: {
  runs: readonly Run[];
  /** The ids of the runs that the filters let pass; undefined where no filter is on. */
  shown: ReadonlySet<string> | undefined;
  journal: Journal;
  runner: Runner;
}) {
  const [isDeleting, setDeleting] = useState(false);
  const account = useAccount();
  const queryClient = useQueryClient();
  const save = useMutation({
    async mutationFn(kind: 'csv' | 'json') {
      // An export holds what the journal holds, without what the journal never keeps.
      const kept = await queryClient.fetchQuery(historyQuery(journal, account));
      const exported = shown ? kept.runs.filter(({ id }) => shown.has(id)) : kept.runs;
      const now = Date.now();
      const name = `actiondesk-history-${stampOf(now)}.${kind}`;
      if (kind === 'csv') saveFile(name, csvType, await runsToCsv(exported, account));
      else saveFile(name, 'application/json', runsToJson(exported, account, now));
    },
    networkMode: 'always',
    retry: false,
  });
  const over = deletable(runs).length;
  const nothing =
    runs.length === 0 ? 'No runs yet' : shown?.size === 0 ? 'No run matches the filters' : undefined;
  const which = shown ? `${formatCount(shown.size)} matching` : 'all';
  const nothingOver =
    runs.length === 0 ? 'No runs yet' : 'All runs are still open. Open runs are never deleted.';
  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          {
            label: `Export ${which} as CSV`,
            icon: ArrowDownloadRegular,
            disabled: nothing,
            onRun: () => save.mutate('csv'),
          },
          {
            label: `Export ${which} as JSON`,
            icon: ArrowDownloadRegular,
            disabled: nothing,
            onRun: () => save.mutate('json'),
          },
          {
            label: 'Delete history',
            icon: DeleteRegular,
            disabled: over === 0 ? nothingOver : undefined,
            onRun: () => setDeleting(true),
          },
        ]}
      />
      {isDeleting && (
        <DeleteDialog runs={runs} journal={journal} runner={runner} onClose={() => setDeleting(false)} />
      )}
      <MutationProblem mutation={save} context="Export" />
    </>
  );
}

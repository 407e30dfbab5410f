import { toIso } from '../lib/instant.ts';
import type { Run } from '../runs/model.ts';
import { saveFile, stampOf } from '../ui/save-file.ts';
import { stateText } from './result-words.ts';

/**
 * The results of runs as CSV, one line for each item: RFC 4180, UTF-8 with a byte order mark (Excel reads it as UTF-8 then), and nothing
 * that a spreadsheet would take for a formula.
 */
export async function runsToCsv(runs: readonly Run[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = runs.flatMap((run) =>
    run.steps.flatMap((step) =>
      step.items.map((item) => {
        // A step is resent without the items that were settled by then, and an item may never have been sent.
        const last = step.attempts.findLast(({ ids }) => ids.includes(item.id));
        return {
          Run: run.title,
          Note: run.note,
          'Started (UTC)': new Date(run.startedAt).toISOString(),
          Action: run.intent.kind === 'drivers' ? run.intent.action : run.intent.kind,
          'Deployment date (UTC)':
            run.intent.kind === 'drivers' && run.intent.deployAt !== null ? toIso(run.intent.deployAt) : '',
          Target: step.targetName,
          Name: item.name,
          Detail: item.detail,
          Result: stateText(item, {
            state: run.state,
            cancelled: run.cancelled,
            isChecking: run.state === 'settling' || run.state === 'running',
          }),
          Reason: item.reason,
          Id: item.id,
          'request-id': last?.requestId ?? '',
          'client-request-id': last?.clientRequestId ?? '',
          'Sent (UTC)': last?.sentAt ?? '',
          'Answered (UTC)': last?.endedAt ?? '',
          'Run id': run.id,
        };
      }),
    ),
  );
  const csv = Papa.unparse(rows, { quotes: true, newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\0＝＋－＠]/ });
  return `\uFEFF${csv}`;
}

export const csvType = 'text/csv;charset=utf-8';

/** Saves a run's results as a file. */
export async function downloadCsv(run: Run): Promise<void> {
  saveFile(`actiondesk-${stampOf(run.startedAt)}.csv`, csvType, await runsToCsv([run]));
}

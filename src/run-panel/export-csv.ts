import type { Run } from '../runs/model.ts';
import { stateText } from './outcomes.tsx';

/**
 * The outcomes of a run as CSV: RFC 4180, UTF-8 with a byte order mark (Excel reads it as UTF-8 then), and nothing
 * that a spreadsheet would take for a formula.
 */
export async function runToCsv(run: Run): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = run.steps.flatMap((step) =>
    step.items.map((item) => ({
      Run: run.title,
      Note: run.note,
      Target: step.targetName,
      Name: item.name,
      Detail: item.detail,
      Outcome: stateText(item, run.state),
      Reason: item.reason,
      Id: item.id,
      'request-id': step.attempts.at(-1)?.requestId ?? '',
      'client-request-id': step.attempts.at(-1)?.clientRequestId ?? '',
      'Answered (UTC)': step.attempts.at(-1)?.endedAt ?? '',
    })),
  );
  const csv = Papa.unparse(rows, { quotes: true, newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\0＝＋－＠]/ });
  return `\uFEFF${csv}`;
}

/** Saves a run's outcomes as a file. */
export async function downloadCsv(run: Run): Promise<void> {
  const url = URL.createObjectURL(new Blob([await runToCsv(run)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `actiondesk-${new Date(run.startedAt).toISOString().slice(0, 16).replaceAll(':', '')}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

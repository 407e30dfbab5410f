import { actionOf } from '../actions/all.ts';
import type { Account } from '../auth/session.ts';
import { toIso } from '../lib/instant.ts';
import type { Item, Run, Step } from '../runs/model/run.ts';
import { saveFile, stampOf } from '../ui/save-file.ts';
import { stateText } from './result-words.ts';

/** Whose runs an export holds: the history shows the signed-in account's own runs alone. */
export type Actor = Pick<Account, 'username' | 'displayName'>;

/**
 * The results of runs as CSV, one line for each item, complete without the others: who, what, to what, from which state
 * to which, with which result, by which requests. RFC 4180, UTF-8 with a byte order mark (Excel reads it as UTF-8 then), and
 * nothing that a spreadsheet would take for a formula.
 */
export async function runsToCsv(runs: readonly Run[], actor: Actor): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = runs.flatMap((run) =>
    run.steps.flatMap((step) => step.items.map((item) => rowOf(run, step, item, actor))),
  );
  const csv = Papa.unparse(rows, { quotes: true, newline: '\r\n', escapeFormulae: /^[=+\-@\t\r\0＝＋－＠]/ });
  return `\uFEFF${csv}`;
}

function rowOf(run: Run, step: Step, item: Item, actor: Actor): Record<string, string> {
  // A step is resent without the items that were settled by then, and an item may never have been sent.
  const attempts = step.attempts.filter(({ ids }) => ids.includes(item.id));
  const last = attempts.at(-1);
  const action = actionOf(step.intent);
  const moment = action.lastMoment(step.intent);
  const idsOf = (ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined).join(' ');
  return {
    Run: run.title,
    Note: run.note,
    'Signed in as': actor.username,
    'Display name': actor.displayName,
    'Tenant id': run.tenantId,
    'Started (UTC)': new Date(run.startedAt).toISOString(),
    Action: action.nameFor(step.intent, item),
    'Available from (UTC)': moment === null ? '' : toIso(moment),
    Target: step.targetName,
    'Target id': step.targetId,
    Name: item.name,
    Detail: item.detail,
    Incident: item.incident,
    'State before': action.stateName(item.before),
    'State after': action.stateName(item.after),
    Result: stateText(item, {
      state: run.state,
      cancelled: run.cancelled,
      isChecking: run.state === 'settling' || run.state === 'running',
    }),
    Reason: item.reason,
    Id: item.id,
    // As Graph calls them, for other tools.
    'Action id': action.graphNameFor(step.intent, item),
    'State before id': item.before,
    'State after id': item.after,
    // Every sending of the item, in order: support finds a request by either.
    'request-id': idsOf(attempts.map(({ requestId }) => requestId)),
    'client-request-id': idsOf(attempts.map(({ clientRequestId }) => clientRequestId)),
    'Last tried (UTC)': last?.sentAt ?? '',
    'Answered (UTC)': last?.endedAt ?? '',
    'Reviewed as': item.fingerprint,
    'Run id': run.id,
    'Follows run id': run.follows ?? '',
  };
}

export const csvType = 'text/csv;charset=utf-8';

/** Saves a run's results as a file. */
export async function downloadCsv(run: Run, actor: Actor): Promise<void> {
  saveFile(`actiondesk-${stampOf(run.startedAt)}.csv`, csvType, await runsToCsv([run], actor));
}

import { actionOf } from '../../actions/all.ts';
import { useAccount } from '../../auth/session.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { dateText } from '../../run-panel/intent-text.ts';
import { stateText } from '../../run-panel/result-words.ts';
import type { Item, Run, Step } from '../../runs/model/run.ts';
import { formatMoment } from '../../ui/format.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import styles from './printed-run.module.css';

/** The run as paper shows it: a plain table of every item, each row complete without the others, since pages part ways. */
export function PrintedRun({ run }: { run: Run }) {
  return <PrintSheet isWide>{() => <RunTable run={run} />}</PrintSheet>;
}

function RunTable({ run }: { run: Run }) {
  const { username } = useAccount();
  const date = dateText(run.steps);
  return (
    <>
      <h1>{showHidden(run.title)}</h1>
      <p>
        Started {formatMoment(run.startedAt)}. {date && `${date}. `}Run {run.id}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Target', 'Before → after', 'Result', 'Reason', 'request-id', 'Signed in as', 'Note'].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {run.steps.flatMap((step) =>
            step.items.map((item) => (
              <PrintedItem key={`${step.id} ${item.id}`} run={run} step={step} item={item} by={username} />
            )),
          )}
        </tbody>
      </table>
    </>
  );
}

function PrintedItem({ run, step, item, by }: { run: Run; step: Step; item: Item; by: string }) {
  const attempts = step.attempts.filter(({ ids }) => ids.includes(item.id));
  const { state, cancelled } = run;
  const { stateName } = actionOf(step.intent);
  return (
    <tr>
      <td>
        {showHidden(item.name)} {showHidden(item.detail)}
        <div>{showHidden(step.targetName)}</div>
        <code>{showHidden(item.id)}</code>
      </td>
      <td>
        {stateName(item.before)} → {stateName(item.after) || 'not checked'}
      </td>
      <td>
        {stateText(item, { state, cancelled, isChecking: state === 'settling' || state === 'running' })}
      </td>
      <td>{showHidden(item.reason)}</td>
      <td>
        {attempts.length === 0 && 'Not sent'}
        {attempts.map(({ clientRequestId, requestId, sentAt }) => (
          <div key={clientRequestId}>
            <code>{showHidden(requestId ?? `client-request-id ${clientRequestId}`)}</code> {sentAt}
          </div>
        ))}
      </td>
      <td>
        {showHidden(by)}
        <div>Tenant {showHidden(run.tenantId)}</div>
      </td>
      <td>{showHidden(run.note)}</td>
    </tr>
  );
}

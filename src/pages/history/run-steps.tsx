import { useState } from 'react';
import { actionOf } from '../../actions/all.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { countItems } from '../../run-panel/summary.ts';
import { intentsOf } from '../../runs/action.ts';
import type { Attempt, Run, Step } from '../../runs/model/run.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Facts } from '../../ui/details-panel.tsx';
import { formatClock } from '../../ui/format.ts';
import { ExactRequest } from './exact-request.tsx';
import styles from './run-page.module.css';
import { answerText, itemsText } from './words.ts';

/** A run of so many steps shows them all at once. */
const fewSteps = 2;

/** What was sent for a run, request by request, for a support case with Microsoft. */
export function RunSteps({ run, graphBaseUrl }: { run: Run; graphBaseUrl: string }) {
  return (
    <section className={styles.steps} aria-labelledby="requests">
      <h2 id="requests" className={styles.heading}>
        Requests
      </h2>
      <p className={styles.hint}>
        {[...new Set(intentsOf(run.steps).map((intent) => actionOf(intent).perRequest))].join(' ')} Give
        Microsoft support the request-id, or the client-request-id if there was no response.
      </p>
      {run.steps.map((step) => (
        <StepDetails
          key={step.id}
          run={run}
          step={step}
          graphBaseUrl={graphBaseUrl}
          startsOpen={run.steps.length <= fewSteps}
        />
      ))}
    </section>
  );
}

function StepDetails({
  run,
  step,
  graphBaseUrl,
  startsOpen,
}: {
  run: Run;
  step: Step;
  graphBaseUrl: string;
  startsOpen: boolean;
}) {
  const [isOpen, setOpen] = useState(startsOpen);
  const { attempts } = step;
  const last = attempts.at(-1);
  const sent = attempts.length === 0 ? 'not sent' : attempts.length > 1 && `sent ${attempts.length} times`;
  return (
    <details
      className={styles.step}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <bdi className={styles.target}>{showHidden(step.targetName)}</bdi>
        <span className={styles.brief}>
          {[itemsText(run, step), sent, last && `response: ${answerText(step, last)}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      {isOpen && (
        <ol className={styles.attempts}>
          {attempts.length === 0 && <li>Nothing was sent. See Reason above.</li>}
          {attempts.map((attempt) => (
            <li key={attempt.clientRequestId}>
              <AttemptFacts run={run} step={step} attempt={attempt} />
              <ExactRequest
                intent={step.intent}
                targetId={step.targetId}
                ids={attempt.ids}
                graphBaseUrl={graphBaseUrl}
              />
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

function AttemptFacts({ run, step, attempt }: { run: Run; step: Step; attempt: Attempt }) {
  const { sentAt, endedAt, requestId, clientRequestId, ids } = attempt;
  return (
    <Facts
      rows={[
        ['Sent', <Stamp key="sent" iso={sentAt} />],
        ...(endedAt === undefined ? [] : ([['Responded', <Stamp key="ended" iso={endedAt} />]] as const)),
        ['Response', showHidden(answerText(step, attempt))],
        ['Sent for', countItems(run, ids.length)],
        [
          'request-id',
          requestId === undefined ? 'Unknown' : <Id key="id" name="request-id" id={requestId} />,
        ],
        ['client-request-id', <Id key="client" name="client-request-id" id={clientRequestId} />],
      ]}
    />
  );
}

/** A time as support asks for it, with the reader's own clock first. */
function Stamp({ iso }: { iso: string }) {
  const at = Date.parse(iso);
  return (
    <time dateTime={iso}>
      {Number.isNaN(at) ? '' : `${formatClock(at)} · `}
      <code>{showHidden(iso)}</code>
    </time>
  );
}

function Id({ name, id }: { name: string; id: string }) {
  return (
    <span className={styles.value}>
      <code>
        <bdi>{showHidden(id)}</bdi>
      </code>
      <CopyButton label={`Copy ${name}`} text={id} />
    </span>
  );
}

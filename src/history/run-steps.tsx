import { useState } from 'react';
import { showHidden } from '../lib/visible-text.ts';
import type { Attempt, Run, Step } from '../runs/model.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Facts } from '../ui/details-panel.tsx';
import { countOf, formatClock } from '../ui/format.ts';
import { ExactRequest } from './exact-request.tsx';
import styles from './run-page.module.css';
import { answerText, itemsText } from './words.ts';

/** A run of so many steps shows them all at once. */
const fewSteps = 2;

/** What was sent for a run, request by request, for whoever has to follow it up with Microsoft. */
export function RunSteps({ run, graphBaseUrl }: { run: Run; graphBaseUrl: string }) {
  return (
    <section className={styles.steps} aria-labelledby="requests">
      <h2 id="requests" className={styles.heading}>
        Requests
      </h2>
      <p className={styles.hint}>
        One for each profile and at most 100 drivers, or for each task. Microsoft&apos;s support finds a
        request by its request-id, or by its client-request-id where no answer came.
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
          {[itemsText(run, step), sent, last && `answer: ${answerText(step, last)}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      {isOpen && (
        <ol className={styles.attempts}>
          {attempts.length === 0 && <li>Nothing was sent for it: see “Why” of its items above.</li>}
          {attempts.map((attempt) => (
            <li key={attempt.clientRequestId}>
              <AttemptFacts step={step} attempt={attempt} />
              <ExactRequest
                intent={run.intent}
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

function AttemptFacts({ step, attempt }: { step: Step; attempt: Attempt }) {
  const { sentAt, endedAt, requestId, clientRequestId, ids } = attempt;
  return (
    <Facts
      rows={[
        ['Sent', <Stamp key="sent" iso={sentAt} />],
        ...(endedAt === undefined ? [] : ([['Answered', <Stamp key="ended" iso={endedAt} />]] as const)),
        ['Answer', showHidden(answerText(step, attempt))],
        ['Items', countOf(ids.length, 'item')],
        [
          'request-id',
          requestId === undefined ? 'Not known' : <Id key="id" name="request-id" id={requestId} />,
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

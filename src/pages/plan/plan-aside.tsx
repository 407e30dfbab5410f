import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { useMemo, useRef, useState } from 'react';
import { actionOf } from '../../actions/all.ts';
import { reviewPlan } from '../../actions/review-plan.ts';
import { useAccount } from '../../auth/session.ts';
import { toProblem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { isDatePast } from '../../run-panel/intent-text.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import { intentsOf } from '../../runs/action.ts';
import type { Plan } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { Button } from '../../ui/button.tsx';
import { DialogWarning } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';
import { countOf } from '../../ui/format.ts';
import { isTypedNumber, NumberField } from '../../ui/number-field.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { ExactRequests } from './exact-requests.tsx';
import { lacksReason } from './frozen.ts';
import styles from './plan-aside.module.css';
import { PlanChecks } from './plan-checks.tsx';
import { noteOf } from './plan-note.ts';
import { PlanNumbers } from './plan-numbers.tsx';
import { requestsOf } from './plan-requests.ts';
import type { PlanFacts } from './use-plan-facts.ts';

/** As long as a person's own note may be. */
const longestNote = 200;

/** The plan in numbers, what was checked, what is sent, and the button that starts it as one run. */
export function PlanAside({ facts, runner }: { facts: PlanFacts; runner: Runner }) {
  const { plan, store, preview, isChecked, frozen, lines } = facts;
  const { username } = useAccount();
  const [{ importantDevices }] = usePreferences();
  /** What the run that is starting sends: the plan may change, and the page may close, before it has begun. */
  const starting = useRef<readonly StagedChange[]>([]);
  const start = useStartRun(runner, undefined, undefined, () => store.started(starting.current));
  const [note, setNote] = useKeptState('plan.note', '', (value) => value, readNote);
  const [entry, setEntry] = useState({ subject: '', typed: '' });
  const ready = preview?.plan;
  const roleWarning = useRoleWarning(runner, intentsOf([...plan.changes.values()]).map(actionOf));
  const review = useMemo(
    () => ready && reviewPlan(ready, preview.seen, { username, importantDevices }),
    [ready, preview, username, importantDevices],
  );
  const requests = useMemo(() => (ready ? requestsOf(ready) : []), [ready]);
  const sending = useMemo(() => lines.filter(({ state }) => state === 'sent'), [lines]);
  const runNote = noteOf(
    note,
    sending.map(({ change }) => change),
  );
  const count = ready?.targets.reduce((sum, { items }) => sum + items.length, 0) ?? 0;

  const why = [...(review?.whyType ?? []), ...(frozen.length > 0 ? ['Dates inside a freeze are kept'] : [])];
  // A number that was typed for other requests counts for nothing; their order is no matter.
  const subject = useMemo(
    () =>
      requests
        .map(({ request }) => request.path + JSON.stringify(request.body))
        .toSorted()
        .join('\n'),
    [requests],
  );
  const typed = entry.subject === subject ? entry.typed : '';
  const mustType = count > 0 && why.length > 0;
  const whyNot = whyNotYet();
  const mustCheck = !start.isPending && mustCheckAgain();

  return (
    <aside className={styles.aside} aria-label="Start">
      <PlanNumbers facts={facts} requests={requests.length} />
      <PlanChecks facts={facts} roleWarning={roleWarning} />
      {review && review.warnings.length > 0 && (
        <DialogWarning>
          {review.warnings.map((text) => (
            <div key={text}>{text}</div>
          ))}
        </DialogWarning>
      )}
      {review && review.consequences.length > 0 && (
        <details className={styles.requests}>
          <summary>What these changes do</summary>
          <ul className={styles.consequences}>
            {review.consequences.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {requests.length > 0 && <ExactRequests requests={requests} />}
      <div className={styles.foot}>
        {start.error && <ProblemBanner problem={toProblem(start.error)} />}
        <InputField
          label="Note (optional)"
          hint="For example, a ticket number. Saved in this browser, not sent to Microsoft."
          value={note}
          maxLength={longestNote}
          onChange={({ target }) => setNote(target.value)}
        />
        {runNote !== note.trim() && (
          <p className={styles.quiet}>
            With what was noted as the changes were staged: <bdi>“{showHidden(runNote)}”</bdi>
          </p>
        )}
        {mustType && (
          <NumberField
            number={count}
            why={`${why.join('. ')}.`}
            typed={typed}
            onType={(next) => setEntry({ subject, typed: next })}
          />
        )}
        {mustCheck && (
          <Button appearance="primary" size="large" onClick={() => void facts.read.refetch()}>
            Check again
          </Button>
        )}
        <Button
          appearance={mustCheck ? 'secondary' : 'primary'}
          size="large"
          icon={<PlayRegular />}
          disabledFocusable={whyNot !== undefined}
          title={whyNot}
          onClick={begin}
        >
          {start.isPending ? 'Starting…' : count > 0 ? `Start run: ${countOf(count, 'change')}` : 'Start run'}
        </Button>
        {whyNot !== undefined && !start.isPending && <p className={styles.whyNot}>{whyNot}.</p>}
        <p className={styles.quiet}>
          Each change is checked again right before it’s sent. Signed in as <bdi>{username}</bdi>.
        </p>
      </div>
    </aside>
  );

  function whyNotYet(): string | undefined {
    if (start.isPending) return 'The run is starting';
    if (!isChecked) {
      return facts.read.error && !facts.read.isFetching
        ? 'The current state isn’t loaded'
        : 'The current state is being checked';
    }
    if (!ready) return 'No staged change can be sent';
    if (isDatePast(ready.targets, facts.now)) return 'A date has passed. Check again';
    if (frozen.some(lacksReason)) return 'Give a reason for the dates inside a freeze, or move them';
    return mustType && !isTypedNumber(typed, count) ? `Type ${count} to confirm` : undefined;
  }

  /** Nothing can be started before the current state is read anew. */
  function mustCheckAgain(): boolean {
    if (facts.read.isFetching) return false;
    return facts.read.error !== null || (ready !== undefined && isDatePast(ready.targets, facts.now));
  }

  function begin(): void {
    if (!ready || isDatePast(ready.targets, Date.now())) return;
    starting.current = sending.map(({ change }) => change);
    start.mutate({ ...ready, title: titleOf(ready, count), note: runNote }, { onSuccess: () => setNote('') });
  }
}

function readNote(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept.slice(0, longestNote) : undefined;
}

/** A plan of one decision is named by it. */
function titleOf({ title, targets }: Plan, count: number): string {
  return intentsOf(targets).length === 1 ? title : `Plan of ${countOf(count, 'change')}`;
}

import { getRouteApi, Link } from '@tanstack/react-router';
import { useAccount } from '../../auth/session.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { type LiveHistory, useHistory } from '../../run-panel/history/use-history.ts';
import { dateText } from '../../run-panel/intent-text.ts';
import { RunView } from '../../run-panel/run-view.tsx';
import type { Run } from '../../runs/model/run.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { RunStateLabel } from './labels.tsx';
import { PrintedRun } from './printed-run.tsx';
import styles from './run-page.module.css';
import { RunSteps } from './run-steps.tsx';
import { UnreadableNote } from './unreadable-note.tsx';
import { runName } from './words.ts';

const route = getRouteApi('/history/$runId');

/** One run: the result of each item, and each request that was sent. */
export function RunPage() {
  const { runId } = route.useParams();
  const { journal, runner, graphBaseUrl } = route.useRouteContext();
  const { query, runs, around } = useHistory({ journal, runner });
  const run = runs.find(({ id }) => id === runId);
  if (!run) return <NoRun query={query} />;
  return (
    <Page
      key={run.id}
      title={showHidden(run.title)}
      breadcrumb={<Breadcrumb />}
      facts={<RunFacts run={run} runs={runs} elsewhere={around.elsewhere} />}
    >
      <RunView run={run} known={runs} runner={runner} />
      <RunSteps run={run} graphBaseUrl={graphBaseUrl} />
      <PrintedRun run={run} />
    </Page>
  );
}

function RunFacts({
  run,
  runs,
  elsewhere,
}: {
  run: Run;
  runs: readonly Run[];
  elsewhere: ReadonlySet<string>;
}) {
  const date = dateText(run.steps);
  const before = runs.find(({ id }) => id === run.follows);
  const later = runs.filter(({ follows }) => follows === run.id);
  return (
    <>
      <RunStateLabel run={run} elsewhere={elsewhere} />
      <span>
        Started <time dateTime={new Date(run.startedAt).toISOString()}>{formatMoment(run.startedAt)}</time>
      </span>
      {date && <span>{date}</span>}
      {before && <OtherRun label="Follows" run={before} />}
      {later.map((each) => (
        <OtherRun key={each.id} label="Followed by" run={each} />
      ))}
      {run.note && (
        <span>
          Note: <bdi>{showHidden(run.note)}</bdi>
        </span>
      )}
      <SignedInAs run={run} />
      <span className={styles.id}>
        <span className={styles.name}>Run</span> <code>{showHidden(run.id)}</code>
        <CopyButton label="Copy run ID" text={run.id} />
      </span>
    </>
  );
}

/** Whose run it is: the history shows the signed-in account's own runs alone. */
function SignedInAs({ run }: { run: Run }) {
  const { username } = useAccount();
  return (
    <span>
      Signed in as <bdi>{showHidden(username)}</bdi>, tenant <bdi>{showHidden(run.tenantId)}</bdi>
    </span>
  );
}

/** A run that led to this one, or that this one led to. */
function OtherRun({ label, run }: { label: string; run: Run }) {
  return (
    <span>
      {label}{' '}
      <Link to="/history/$runId" params={{ runId: run.id }}>
        <bdi>{showHidden(runName(run))}</bdi>
      </Link>
    </span>
  );
}

/** Shown while the run is loading, when the history can't be read, and when there is no such run. */
function NoRun({ query }: Pick<LiveHistory, 'query'>) {
  return (
    <Page title={query.isPending ? 'Loading run…' : 'Run'} breadcrumb={<Breadcrumb />}>
      <QueryState query={query}>
        {query.isSuccess && (
          <EmptyState title="This run isn’t in this browser’s history">
            <p>
              It may have been started in another browser or with another account, be older than 30 days, or
              have been deleted. A link to a run works only in the browser where the run was started.
            </p>
            <p>
              <Link to="/history">Show history</Link>
            </p>
          </EmptyState>
        )}
      </QueryState>
      <UnreadableNote count={query.data?.unreadable ?? 0} />
    </Page>
  );
}

function Breadcrumb() {
  return (
    <nav aria-label="Breadcrumb">
      <Link to="/history">History</Link>
    </nav>
  );
}

import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useDeviceNames, useTasks } from '../../dialogs/hand-over/use-hand-over.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { withDeviceName } from '../../resources/hand-over/device-names.ts';
import {
  cameSince,
  type SentHandOver,
  type SinceState,
  sinceSent,
} from '../../resources/hand-over/received.ts';
import { progressOf } from '../../resources/incident-tasks/progress.ts';
import { taskName } from '../../resources/incident-tasks/target.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { useTaskTimes } from '../../run-panel/task-past.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import { countOf, formatCount, formatMoment } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { LoadingDocument } from './loading-document.tsx';
import styles from './received-hand-over.module.css';
import { ReceivedIncident } from './received-incident.tsx';
import type { Received } from './use-received.ts';

/** A hand-over that a colleague sent, with how each of its tasks stands now. */
export function ReceivedHandOver({
  received: { sent, problem },
  sources,
}: {
  received: Received;
  sources: Sources;
}) {
  const navigate = useNavigate();
  const commands = (
    <CommandBar
      label="Commands"
      commands={[
        {
          label: 'Show my hand-over',
          icon: DismissRegular,
          onRun: () => void navigate({ to: '/hand-over', search: {}, hash: '' }),
        },
      ]}
    />
  );
  if (sent) return <Lines sent={sent} sources={sources} commands={commands} />;
  return (
    <Page title="Hand-over" commands={commands}>
      {problem ? <ProblemBanner problem={problem} /> : <LoadingDocument />}
    </Page>
  );
}

const noTasks: readonly IncidentTask[] = [];

const summaryTexts: Readonly<Record<SinceState, string>> = {
  changed: 'changed since',
  gone: 'no longer listed',
  unread: 'not loaded',
  same: 'as handed over',
};

const stateOrder = ['changed', 'gone', 'unread', 'same'] as const;

function Lines({ sent, sources, commands }: { sent: SentHandOver; sources: Sources; commands: ReactNode }) {
  const { query, rows, isComplete, setAside, known, isLoading } = useTasks(sources);
  // A row that can't be read may be any of those that are missing.
  const isWhole = isComplete && !query.error && (setAside?.length ?? 0) === 0;
  const incidents = useMemo(() => sinceSent(sent, { rows, isWhole }), [sent, rows, isWhole]);
  const now = useNow();
  const times = useTaskTimes(sources, rows);
  const { names: deviceNames } = useDeviceNames(sources.graph, isComplete ? rows : noTasks);
  const lines = incidents.flatMap((incident) => incident.lines);
  const facts = stateOrder.flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count === 0 ? [] : [`${formatCount(count)} ${summaryTexts[state]}`];
  });
  const came = cameSince(sent, rows);
  const hasRead = query.data !== undefined && !isLoading;
  return (
    <Page
      title="Hand-over"
      facts={<ReadFacts query={query} facts={hasRead ? facts : []} />}
      commands={commands}
    >
      <p className={styles.intro}>
        As it stood {formatMoment(sent.at)}, with changes since {formatMoment(sent.since)}. Each task beside
        how it stands now. {hasRead && came > 0 && `${countOf(came, 'task')} came since and can’t be in it. `}
        Who sent the link isn’t proven. It carries no next steps: look for them in the comments of each
        incident.
      </p>
      <QueryState query={query} setAside={setAside} loading={<LoadingDocument />}>
        {!hasRead && !query.isPending && <LoadingDocument />}
        {hasRead && (
          <div className={styles.document}>
            {incidents.map(({ incidentId, lines: own }) => (
              <ReceivedIncident
                key={incidentId}
                incidentId={incidentId}
                incident={known.byId.get(incidentId)}
                lines={own}
                nameOf={(task) => taskName(withDeviceName(task, deviceNames), rows)}
                isStuck={(task) => progressOf(task, times, now)?.isStuck ?? false}
                now={now}
              />
            ))}
          </div>
        )}
      </QueryState>
    </Page>
  );
}

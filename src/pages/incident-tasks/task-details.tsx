import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { TagRegular } from '@fluentui/react-icons/headless/svg/tag';
import { isInvited } from '../../actions/response-action/next-step.ts';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import { useWhyNot, useWhyRefused } from '../../dialogs/tasks/why-not.tsx';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { toProblem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { SourceLabel } from '../../resources/incident-tasks/labels.tsx';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import type { Incidents } from '../../resources/incidents/use-incidents.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Runner } from '../../runs/runner.ts';
import { DetailsPanel, Facts, type Steps } from '../../ui/details-panel.tsx';
import { ForeignText } from '../../ui/foreign-text.tsx';
import type { Read } from '../../ui/query-state.tsx';
import { Moment } from '../../ui/time.tsx';
import { IncidentCard, PortalLink } from './incident-card.tsx';
import { OtherTasks } from './other-tasks.tsx';
import styles from './task-details.module.css';
import { TaskHistory } from './task-history.tsx';
import { TaskRows } from './task-rows.tsx';

/** Everything that Graph gives about one task, with its incident first: how urgent it is, and what the experts ask for. */
export function TaskDetails({
  task,
  all,
  incidents,
  incidentsQuery,
  sources,
  steps,
  hasKeys,
  onRun,
  onSetStatus,
  onOpen,
  onClose,
}: {
  task: IncidentTask;
  /** Every task of the list: another may know the name of a device. */
  all: readonly IncidentTask[];
  incidents: Incidents;
  /** The list's own read of incidents. */
  incidentsQuery: Read;
  steps: Steps | undefined;
  /** The keys of commands act on this task: nothing is selected. */
  hasKeys: boolean;
  sources: { readonly graph: Graph; readonly journal: Journal; readonly runner: Runner };
  onRun: () => void;
  onSetStatus: () => void;
  onOpen: (task: IncidentTask) => void;
  onClose: () => void;
}) {
  const reason = useWhyNot()(task);
  const isRefused = useWhyRefused(task) !== undefined;
  const isRunHere = isInvited(task) && !isRefused;
  const key = (letter: string) => (hasKeys ? letter : undefined);
  const incident = task.incident && {
    graph: sources.graph,
    incidentId: task.incident.id,
    known: incidents.byId.get(task.incident.id),
    isAwaited: incidentsQuery.isFetching,
    isForbidden: incidentsQuery.error !== null && toProblem(incidentsQuery.error).kind === 'forbidden',
  };
  return (
    <DetailsPanel
      title={taskTitle(task)}
      subject={task.id}
      steps={steps}
      onClose={onClose}
      commands={[
        ...(isRunHere
          ? [{ label: 'Run this action', key: key('R'), icon: PlayRegular, disabled: reason, onRun }]
          : []),
        {
          label: 'Set status of this task',
          key: key('S'),
          icon: TagRegular,
          disabled: whyNoStatus(task),
          onRun: onSetStatus,
        },
      ]}
    >
      {incident ? (
        <IncidentCard {...incident} />
      ) : (
        <p className={styles.note}>Microsoft Graph doesn’t show which incident this task belongs to.</p>
      )}
      <TaskRows
        task={task}
        all={all}
        reason={reason}
        isRefused={isRefused}
        runKey={isRunHere ? undefined : key('R')}
      >
        {incident && <PortalLink {...incident} />}
      </TaskRows>
      <ForeignText text={task.description} />
      <OtherTasks key={task.id} task={task} all={all} onOpen={onOpen} />
      <TaskHistory taskId={task.id} {...sources} />
      <h3 className={styles.heading}>Record</h3>
      <Facts
        rows={[
          ['Source', <SourceLabel key="source" task={task} />],
          ['Created', <Signed key="created" by={task.createdByDisplayName} at={task.createdDateTime} />],
          [
            'Last modified',
            <Signed key="modified" by={task.lastModifiedByDisplayName} at={task.lastModifiedDateTime} />,
          ],
          ['Task ID', <code key="id">{showHidden(task.id)}</code>],
        ]}
      />
      <p className={styles.note}>
        Microsoft Graph doesn’t show who started an action, its progress, or why it failed. See{' '}
        <strong>Action center</strong> in the Defender portal.
      </p>
    </DetailsPanel>
  );
}

/** The panel when the address names a task that isn't in the list. While that loads, nothing is claimed. */
export function MissingTask({
  id,
  isLoading,
  onClose,
}: {
  id: string;
  isLoading: boolean;
  onClose: () => void;
}) {
  return (
    <DetailsPanel title={`Task ${id}`} subject={id} onClose={onClose}>
      <p>
        {isLoading
          ? 'Looking for this task…'
          : 'This task isn’t in the list. It may have been deleted, or belong to another tenant.'}
      </p>
    </DetailsPanel>
  );
}

function Signed({ by, at }: { by: string; at: number | null }) {
  return (
    <>
      <Moment instant={at} />
      {by && (
        <>
          {' '}
          by <bdi>{showHidden(by)}</bdi>
        </>
      )}
    </>
  );
}

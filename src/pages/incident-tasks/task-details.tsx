import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { TagRegular } from '@fluentui/react-icons/svg/tag';
import type { ReactNode } from 'react';
import { isInvited, nextStep } from '../../actions/response-action/next-step.ts';
import { warningsFor } from '../../actions/response-action/rules.ts';
import { whyNoStatus } from '../../actions/task-status/rules.ts';
import { useAccount } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { toProblem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { isolationText, targetKind, taskTitle, whyNoTarget } from '../../resources/incident-tasks/words.ts';
import { StateInRun, useIsInRun } from '../../run-panel/run-marks.tsx';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandButton } from '../../ui/command-bar.tsx';
import { DetailsPanel, Facts, type Steps } from '../../ui/details-panel.tsx';
import type { Read } from '../../ui/query-state.tsx';
import { Moment } from '../../ui/time.tsx';
import { IncidentCard, PortalLink } from './incident-card.tsx';
import { ActionLabel, SourceLabel, TaskStatusLabel, Warnings } from './labels.tsx';
import { OtherTasks } from './other-tasks.tsx';
import { ImportantMark } from './target-label.tsx';
import { TaskDescription } from './task-description.tsx';
import styles from './task-details.module.css';
import { TaskHistory } from './task-history.tsx';
import { ActionProgressLabel, useProgress } from './task-progress.tsx';
import type { Incidents } from './use-incidents.ts';
import { useWhyNot, useWhyRefused } from './why-not.tsx';

/** Everything that Graph gives about one task, with its incident first: how urgent it is, and what the experts ask for. */
export function TaskDetails({
  task,
  all,
  incidents,
  incidentsQuery,
  sources,
  steps,
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
  sources: { readonly graph: Graph; readonly journal: Journal; readonly runner: Runner };
  onRun: () => void;
  onSetStatus: () => void;
  onOpen: (task: IncidentTask) => void;
  onClose: () => void;
}) {
  const reason = useWhyNot()(task);
  const isRefused = useWhyRefused(task) !== undefined;
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
      actions={
        <>
          {isInvited(task) && !isRefused && (
            <CommandButton
              command={{ label: 'Run this action', icon: PlayRegular, disabled: reason, onRun }}
            />
          )}
          <CommandButton
            command={{
              label: 'Set status of this task',
              icon: TagRegular,
              disabled: whyNoStatus(task),
              onRun: onSetStatus,
            }}
          />
        </>
      }
    >
      {incident ? (
        <IncidentCard {...incident} />
      ) : (
        <p className={styles.note}>Microsoft Graph doesn’t show which incident this task belongs to.</p>
      )}
      <TaskRows task={task} all={all} reason={reason} isRefused={isRefused}>
        {incident && <PortalLink {...incident} />}
      </TaskRows>
      <TaskDescription text={task.description} />
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

/** The facts of a task. @param props.children where its next step can be taken */
function TaskRows({
  task,
  all,
  reason,
  isRefused,
  children,
}: {
  task: IncidentTask;
  all: readonly IncidentTask[];
  reason: string | undefined;
  isRefused: boolean;
  children: ReactNode;
}) {
  const { username } = useAccount();
  const warnings = reason === undefined ? warningsFor(task, username) : [];
  const isolation = isolationText(task);
  const step = nextStep(task, { isStuck: useProgress(task)?.isStuck === true, isRefused });
  const isInRun = useIsInRun(task.id);
  return (
    <Facts
      rows={[
        ...targetRows(task, all),
        ['Action', <ActionLabel key="action" task={task} />],
        ...(isolation ? [['Isolation', <bdi key="isolation">{isolation}</bdi>] as const] : []),
        ['Action status', <ActionProgressLabel key="actionStatus" task={task} />],
        ...(isInRun ? [['In a run', <StateInRun key="run" id={task.id} />] as const] : []),
        [
          'Can be run',
          reason === undefined ? <Runnable key="runnable" warnings={warnings} /> : `No. ${reason}`,
        ],
        ...(step === undefined
          ? []
          : [
              [
                'Next step',
                <span key="step">
                  {step} {children}
                </span>,
              ] as const,
            ]),
        ['Task status', <TaskStatusLabel key="status" task={task} />],
      ]}
    />
  );
}

/** The parts of the target, each in a row; what should be there and Graph doesn't give is said. */
function targetRows(
  task: IncidentTask,
  all: readonly IncidentTask[],
): readonly (readonly [string, ReactNode])[] {
  const kind = targetKind(task);
  const { name, onDevice, deviceId } = fullTarget(task, all);
  const text = (value: string) => (value === '' ? 'Not provided' : <bdi key={value}>{value}</bdi>);
  const device = (value: string) => (
    <span key={value}>
      {text(value)} <ImportantMark device={value} />
    </span>
  );
  const named = kind === 'Device' ? device(name) : text(name);
  const rows = [[kind ?? 'Target', name === '' ? whyNoTarget(task) : named] as const];
  if (kind === 'File') rows.push(['On device', device(onDevice)]);
  if (kind === 'Email') rows.push(['Mailbox', 'Not provided']);
  if (deviceId !== '') rows.push(['Device ID', <code key="deviceId">{deviceId}</code>]);
  return rows;
}

function Runnable({ warnings }: { warnings: readonly string[] }) {
  return (
    <>
      Yes
      <Warnings texts={warnings} />
    </>
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

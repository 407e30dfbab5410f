import { type ReactNode, useRef } from 'react';
import { nextStep } from '../../actions/response-action/next-step.ts';
import { warningsFor } from '../../actions/response-action/rules.ts';
import { useAccount } from '../../auth/session.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { ActionLabel, TaskStatusLabel, Warnings } from '../../resources/incident-tasks/labels.tsx';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { ImportantMark } from '../../resources/incident-tasks/target-label.tsx';
import { ActionProgressLabel, useProgress } from '../../resources/incident-tasks/task-progress.tsx';
import { isolationText, targetKind, whyNoTarget } from '../../resources/incident-tasks/words.ts';
import { StateInRun, useIsInRun } from '../../run-panel/run-marks.tsx';
import { Facts } from '../../ui/details-panel.tsx';
import { useKeys } from '../../ui/keys/keys.ts';

/**
 * The facts of a task.
 *
 * @param props.reason why its action can't be run
 * @param props.runKey the key that leads to what can be done, where no command runs the action
 * @param props.children where its next step can be taken
 */
export function TaskRows({
  task,
  all,
  reason,
  isRefused,
  runKey,
  children,
}: {
  task: IncidentTask;
  all: readonly IncidentTask[];
  reason: string | undefined;
  isRefused: boolean;
  runKey: string | undefined;
  children: ReactNode;
}) {
  const { username } = useAccount();
  const warnings = reason === undefined ? warningsFor(task, username) : [];
  const isolation = isolationText(task);
  const step = nextStep(task, { isStuck: useProgress(task)?.isStuck === true, isRefused });
  const isInRun = useIsInRun(task.id);
  const answer = useRef<HTMLSpanElement>(null);
  const lead = { keys: runKey ?? '', label: 'Run this action', onPress: () => answer.current?.focus() };
  useKeys('This page', runKey === undefined ? [] : [lead]);
  const canRun = reason === undefined ? <Runnable warnings={warnings} /> : `No. ${reason}`;
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
          step === undefined ? (
            <span key="runnable" ref={answer} tabIndex={-1}>
              {canRun}
            </span>
          ) : (
            canRun
          ),
        ],
        ...(step === undefined
          ? []
          : [
              [
                'Next step',
                <span key="step" ref={answer} tabIndex={-1}>
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

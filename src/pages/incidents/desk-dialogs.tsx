import { lazy, type ReactNode, Suspense } from 'react';
import { draftOf } from '../../dialogs/tasks/action-draft.ts';
import type { OpenIncident } from '../../dialogs/tasks/task-dialog.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { isClosed } from '../../resources/incident-tasks/states.ts';
import { loadRunPanel } from '../../run-panel/load-run-panel.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { askedTasks, serversOf } from './tasks/asked-tasks.ts';
import { byHandIn } from './tasks/task-unfolded.tsx';
import type { IncidentTasks } from './tasks/use-incident-tasks.ts';
import type { TaskChoice } from './tasks/use-task-choice.ts';
import type { Drafts } from './use-drafts.ts';

const loadTasks = () => import('../../dialogs/tasks/task-dialogs.tsx');
const loadIncidents = () => import('../../dialogs/incidents/incident-dialogs.tsx');
const loadUsers = () => import('../../dialogs/users/user-action-dialog.tsx');

/** Loads the code of all dialogs ahead of the click that needs it. Stable between renders. */
export const loadDialogs = () => Promise.all([loadTasks(), loadIncidents(), loadUsers(), loadRunPanel()]);
const TaskDialogs = lazy(async () => ({ default: (await loadTasks()).TaskDialogs }));
const IncidentDialogs = lazy(async () => ({ default: (await loadIncidents()).IncidentDialogs }));
const UserActionDialog = lazy(async () => ({ default: (await loadUsers()).UserActionDialog }));

interface DialogProps {
  readonly drafts: Drafts;
  readonly group: TasksOfIncident;
  readonly tasks: IncidentTasks;
  readonly choice: TaskChoice;
  /** Every task that is loaded. */
  readonly all: readonly IncidentTask[];
  /** All tasks are loaded. */
  readonly isComplete: boolean;
  /** When the tasks were loaded: epoch ms. */
  readonly tasksLoadedAt: number;
  /** When the incident was loaded, as it is shown: epoch ms. */
  readonly loadedAt: number;
  readonly sources: Sources;
}

/** The dialog of what a person is about to do with an incident, its tasks, or their users. */
export function DeskDialogs(props: DialogProps): ReactNode {
  const { drafts, group, isComplete } = props;
  if (!isComplete) return null;
  return (
    <PartBoundary name="The dialog">
      <Suspense fallback={null}>
        {drafts.task && <OfTasks {...props} draft={drafts.task} />}
        {drafts.user && <OfUsers {...props} draft={drafts.user} />}
        {drafts.incident && (
          <IncidentDialogs
            draft={drafts.incident}
            onDraftChange={drafts.setIncident}
            incidents={group.incident ? [group.incident] : none}
            loadedAt={props.loadedAt}
            runner={props.sources.runner}
            onClose={() => drafts.setIncident(null)}
            onStarted={() => drafts.setIncident(null)}
          />
        )}
      </Suspense>
    </PartBoundary>
  );
}

function OfTasks({
  draft,
  drafts,
  group,
  tasks,
  choice,
  all,
  tasksLoadedAt,
  sources,
}: DialogProps & { draft: NonNullable<Drafts['task']> }) {
  const { asked, skipped, since } = askedTasks(draft, tasks.tasks, choice.toRun, all);
  return (
    <TaskDialogs
      incident={openIncident(group)}
      draft={draft}
      onDraftChange={drafts.setTask}
      tasks={asked}
      hiddenTasks={none}
      skipped={skipped}
      since={since}
      servers={serversOf(tasks.targets)}
      all={all}
      loadedAt={tasksLoadedAt}
      runner={sources.runner}
      onClose={() => drafts.setTask(null)}
      onStarted={() => {
        drafts.setTask(null);
        choice.remove(asked);
      }}
      onNotSent={choice.add}
    />
  );
}

function OfUsers({
  draft,
  drafts,
  group,
  tasks: { tasks },
  choice,
  all,
  sources,
}: DialogProps & { draft: NonNullable<Drafts['user']> }) {
  const entries = tasks.filter(({ task }) => draft.taskIds.includes(task.id));
  const [only] = entries;
  return (
    <UserActionDialog
      incident={openIncident(group)}
      action={draft.action}
      tasks={entries.map(({ task }) => task)}
      all={all}
      joinFor={(task) => entries.find((entry) => entry.task.id === task.id)?.join}
      byHand={only && entries.length === 1 ? byHandIn(only.step) : undefined}
      onMarkDone={
        only && entries.length === 1 && !isClosed(only.task)
          ? () => {
              drafts.setUser(null);
              drafts.setTask(draftOf('status', only.task.id));
            }
          : undefined
      }
      graph={sources.graph}
      note={draft.note}
      onNoteChange={(note) => drafts.setUser({ ...draft, note })}
      runner={sources.runner}
      onClose={() => drafts.setUser(null)}
      onStarted={() => {
        drafts.setUser(null);
        choice.remove(entries.map(({ task }) => task));
      }}
      onNotSent={choice.add}
    />
  );
}

/** Undefined for the tasks without an incident. */
function openIncident({ incidentId, incident }: TasksOfIncident): OpenIncident | undefined {
  if (incidentId === '') return undefined;
  return incident ?? { id: incidentId, displayName: '', status: '', comments: none };
}

const none: readonly never[] = [];

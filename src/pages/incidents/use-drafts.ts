import { type IncidentDraft, readIncidentDraft } from '../../dialogs/incidents/incident-draft.ts';
import { type ActionDraft, readDraft } from '../../dialogs/tasks/action-draft.ts';
import { readUserDraft, type UserActionDraft } from '../../dialogs/users/user-action-draft.ts';
import { useKeptState } from '../../ui/use-kept-state.ts';

/** What is about to be done: to tasks, to the incident, or to users. Each survives a trip to the sign-in page. */
export interface Drafts {
  readonly task: ActionDraft | null;
  readonly incident: IncidentDraft | null;
  readonly user: UserActionDraft | null;
  readonly setTask: (draft: ActionDraft | null) => void;
  readonly setIncident: (draft: IncidentDraft | null) => void;
  readonly setUser: (draft: UserActionDraft | null) => void;
}

const asItIs = (draft: unknown) => draft;

export function useDrafts(): Drafts {
  const [task, setTask] = useKeptState<ActionDraft | null>('action.desk-tasks', null, asItIs, readDraft);
  const [incident, setIncident] = useKeptState<IncidentDraft | null>(
    'action.incidents',
    null,
    asItIs,
    readIncidentDraft,
  );
  const [user, setUser] = useKeptState<UserActionDraft | null>(
    'action.desk-users',
    null,
    asItIs,
    readUserDraft,
  );
  return { task, incident, user, setTask, setIncident, setUser };
}

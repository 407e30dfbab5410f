import { type IncidentDraft, readIncidentDraft } from '../../dialogs/incidents/incident-draft.ts';
import { type ActionDraft, readDraft } from '../../dialogs/tasks/action-draft.ts';
import { readUserDraft, type UserActionDraft } from '../../dialogs/users/user-action-draft.ts';
import { useKeptState } from '../../ui/use-kept-state.ts';

/**
 * What is about to be done to an incident, its tasks, or their users. Each survives a trip to the sign-in page, and waits
 * for its own incident: none opens over another one.
 */
export interface Drafts {
  readonly task: ActionDraft | null;
  readonly incident: IncidentDraft | null;
  readonly user: UserActionDraft | null;
  readonly setTask: (draft: ActionDraft | null) => void;
  readonly setIncident: (draft: IncidentDraft | null) => void;
  readonly setUser: (draft: UserActionDraft | null) => void;
}

const asItIs = (draft: unknown) => draft;

/** @param incidentId the same as long as the caller is mounted */
export function useDrafts(incidentId: string): Drafts {
  const [task, setTask] = useKeptState<ActionDraft | null>(
    `action.desk-tasks.${incidentId}`,
    null,
    asItIs,
    readDraft,
  );
  const [incident, setIncident] = useKeptState<IncidentDraft | null>(
    `action.desk-incident.${incidentId}`,
    null,
    asItIs,
    readIncidentDraft,
  );
  const [user, setUser] = useKeptState<UserActionDraft | null>(
    `action.desk-users.${incidentId}`,
    null,
    asItIs,
    readUserDraft,
  );
  return { task, incident, user, setTask, setIncident, setUser };
}

import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import type { Sources } from '../../run-panel/sources.ts';
import type { Read } from '../../ui/query-state.tsx';

/** What the context and the tabs of an incident get. */
export interface PartProps {
  /** The incident as the list knows it, with its tasks. */
  readonly group: TasksOfIncident;
  /** With alerts, evidence and comments; refused where these may not be read. */
  readonly details: Read<IncidentDetails>;
  /** Every task that is loaded. */
  readonly all: readonly IncidentTask[];
  readonly sources: Sources;
  /** Opens the dialog for a new comment. */
  readonly onComment: () => void;
}

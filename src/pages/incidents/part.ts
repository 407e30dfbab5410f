import type { Acted } from '../../actions/user-action/acted-tasks.ts';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import type { RunKnowledge } from '../../resources/devices/device-truth.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import type { Sources } from '../../run-panel/sources.ts';
import type { Read } from '../../ui/query-state.tsx';

/** What this browser's runs add to what Graph says. */
export interface DeskKnowledge extends RunKnowledge {
  /** What user actions did for tasks, by their ids. */
  readonly acted: ReadonlyMap<string, Acted>;
  /** The person's own notes of what was sent for tasks, by their ids. */
  readonly notes: ReadonlyMap<string, string>;
  /** When the signed-in person started tasks from this browser, by their ids, however they ended: epoch ms. */
  readonly ownStarts: ReadonlyMap<string, Instant>;
}

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

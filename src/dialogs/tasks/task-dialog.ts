import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { IncidentComment } from '../../graph/incidents.ts';
import type { LeftOut } from '../../lib/sort-out.ts';
import type { Runner } from '../../runs/runner.ts';

/** The incident that a dialog is about, as far as it has been read. */
export interface OpenIncident {
  readonly id: string;
  readonly displayName: string;
  /** '' where the incident has not been read. */
  readonly status: string;
  readonly comments: readonly IncidentComment[];
  /** Who has it: free text; absent where it has not been read. */
  readonly assignedTo?: string;
}

/** What a dialog about selected tasks gets from the page. */
export interface TaskDialogProps {
  /** The incident that is open; absent where tasks of many are listed. */
  readonly incident?: OpenIncident | undefined;
  /** The tasks in sight, in the order shown. */
  readonly tasks: readonly IncidentTask[];
  /** Those that are selected too, and that the filters hide. */
  readonly hiddenTasks: readonly IncidentTask[];
  /** Tasks of the incident that a run of all of it leaves out, each with the reason; absent where tasks were selected. */
  readonly skipped?: readonly LeftOut<IncidentTask>[] | undefined;
  /** Names of servers and domain controllers, by the evidence: each is as important as those that a person names. */
  readonly servers?: readonly string[] | undefined;
  /** How many tasks can run only since the dialog was opened: they are not among these. */
  readonly since?: number | undefined;
  /** Every task of the list. */
  readonly all: readonly IncidentTask[];
  /** When the tasks were loaded: epoch ms. */
  readonly loadedAt: number;
  readonly note: string;
  readonly onNoteChange: (note: string) => void;
  readonly runner: Runner;
  readonly onStarted: () => void;
  /** A run that stopped left these tasks unsent; called when the dialog is long closed. */
  readonly onNotSent: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

import type { Incident } from '../../graph/incidents.ts';
import type { Runner } from '../../runs/runner.ts';

/** What a dialog about incidents gets from the page. */
export interface IncidentDialogProps {
  /**
   * The incidents that the page has loaded: those that the draft names are taken from here, in this order. One that the
   * draft names and that is missing here is told as not loaded, and nothing is sent to it.
   */
  readonly incidents: readonly Incident[];
  /** When they were loaded: epoch ms. */
  readonly loadedAt: number;
  readonly runner: Runner;
  /** The run has begun, or the decision is in the plan: the page drops the draft, and its selection. */
  readonly onStarted: () => void;
  /** Nothing was sent: the page drops the draft. */
  readonly onClose: () => void;
}

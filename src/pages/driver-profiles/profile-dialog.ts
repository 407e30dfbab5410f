import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Problem } from '../../lib/problem.ts';
import type { Plan } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** What a decision about a profile needs of the page. */
export interface ProfileDecisionProps {
  readonly onChange: (next: ProfileDraft | null) => void;
  readonly profiles: readonly DriverProfile[];
  readonly graph: Graph;
  readonly runner: Runner;
}

/** What a dialog about a profile gets from the page. */
export interface ProfileDialogProps {
  readonly draft: ProfileDraft;
  readonly onDraftChange: (changes: Partial<ProfileDraft>) => void;
  /** Every profile that is loaded: one may have the same name. */
  readonly profiles: readonly DriverProfile[];
  readonly graph: Graph;
  /** What speaks against the person's roles. */
  readonly roleWarning: string | undefined;
  readonly isStarting: boolean;
  readonly problem: Problem | undefined;
  readonly onStart: (plan: Plan) => void;
  /** Keeps the decision for the plan instead of sending it. */
  readonly onStage: (plan: Plan) => void;
  readonly onClose: () => void;
}

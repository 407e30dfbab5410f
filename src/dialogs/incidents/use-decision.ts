import { useState } from 'react';
import type { Action } from '../../actions/action.ts';
import { useAccount } from '../../auth/session.ts';
import type { Incident } from '../../graph/incidents.ts';
import { toProblem } from '../../lib/problem.ts';
import { useStaging } from '../../plan/staged/use-staging.ts';
import { useRoleWarning } from '../../run-panel/role-note.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { useStartRun } from '../../run-panel/use-start-run.ts';
import type { Plan } from '../../runs/model/run.ts';
import type { IncidentDialogProps } from './incident-dialog.ts';

/** What every dialog about incidents needs: who decides, how a run is started, and how a plan is staged. */
export function useDecision(
  action: Action,
  { runner, onStarted, onClose }: Omit<IncidentDialogProps, 'incidents'>,
) {
  const account = useAccount();
  const start = useStartRun(runner);
  const staging = useStaging();
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  return {
    ownNames: [account.username, account.displayName],
    username: account.username,
    person: { username: account.username, importantDevices: [] },
    busy,
    /** The parts of `ReviewDialog` that are the same in all of them. */
    frame: {
      roleWarning: useRoleWarning(runner, [action]),
      isStarting: start.isPending,
      problem: start.error ? toProblem(start.error) : staging.problem,
      // Closing the dialog can't take back a start.
      onClose: () => start.isPending || onClose(),
    },
    send: (plan: Plan) => start.mutate(plan, { onSuccess: onStarted }),
    stage: (plan: Plan) => staging.stage(plan, onStarted),
  };
}

/** The incidents that a draft names, in the page's order, and the ids that the page has not loaded. */
export function named(
  incidents: readonly Incident[],
  ids: readonly string[],
): { readonly asked: readonly Incident[]; readonly missing: readonly string[] } {
  const wanted = new Set(ids);
  const asked = incidents.filter(({ id }) => wanted.has(id));
  const found = new Set(asked.map(({ id }) => id));
  return { asked, missing: [...wanted].filter((id) => !found.has(id)) };
}

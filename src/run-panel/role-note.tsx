import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { useSyncExternalStore } from 'react';
import type { Action } from '../actions/action.ts';
import { roleWarning } from '../actions/role-warning.ts';
import { useAccount } from '../auth/session.ts';
import type { Runner } from '../runs/runner.ts';
import styles from './role-note.module.css';

/** What speaks against the person's roles, for commands and dialogs: the first warning of these actions. */
export function useRoleWarning(
  runner: Runner,
  actions: readonly Pick<Action, 'kind' | 'role'>[],
): string | undefined {
  const { roles } = useAccount();
  // As text: a component is drawn again only when the warning changes, not for each event of a run.
  return useSyncExternalStore(
    runner.runs.subscribe,
    () => actions.flatMap((action) => roleWarning(action, roles, runner.runs.get()) ?? [])[0],
  );
}

/** Beside the commands that the warning is about. Nothing is disabled: the token doesn't hold every role. */
export function RoleNote({ runner, action }: { runner: Runner; action: Pick<Action, 'kind' | 'role'> }) {
  const warning = useRoleWarning(runner, [action]);
  if (warning === undefined) return null;
  return (
    <p className={styles.note} role="status">
      <span className={styles.icon}>
        <WarningFilled />
      </span>
      {warning}
    </p>
  );
}

import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useSyncExternalStore } from 'react';
import { roleWarning } from '../actions/role-warning.ts';
import { useAccount } from '../auth/session.ts';
import type { Intent } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';
import styles from './role-note.module.css';

/** What speaks against the person's roles, for the commands and the dialog of one kind of action. */
export function useRoleWarning(runner: Runner, kind: Intent['kind']): string | undefined {
  const { roles } = useAccount();
  // As text: a component is drawn again only when the warning changes, not for each event of a run.
  return useSyncExternalStore(runner.runs.subscribe, () => roleWarning(kind, roles, runner.runs.get()));
}

/** Beside the commands that the warning is about. Nothing is disabled: the token doesn't hold every role. */
export function RoleNote({ runner, kind }: { runner: Runner; kind: Intent['kind'] }) {
  const warning = useRoleWarning(runner, kind);
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

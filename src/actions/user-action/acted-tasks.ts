import type { AccountAction } from '../../graph/users.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Run } from '../../runs/model/run.ts';
import { isUserIntent } from './intent.ts';
import { taskIdsOf } from './reviewed.ts';
import { accountActionNames } from './words.ts';

/** What this browser did to the user of a task. */
export interface Acted {
  readonly action: AccountAction;
  /** A read has shown the effect; else Microsoft has accepted the request. */
  readonly isConfirmed: boolean;
  /** When it was sent: epoch ms; null where the record doesn't say. */
  readonly at: Instant | null;
}

/**
 * What user actions of these runs did for tasks, by the ids of the tasks. A later sending to the same account decides: an
 * undo, or a result that nobody knows, leaves nothing to tell.
 *
 * @param runs the newest first
 */
export function actedTasks(runs: readonly Pick<Run, 'steps'>[]): ReadonlyMap<string, Acted> {
  const told = new Set<string>();
  const acted = new Map<string, Acted>();
  for (const { steps } of runs) {
    for (const { intent, items, attempts } of steps) {
      if (!isUserIntent(intent)) continue;
      const { action } = intent;
      const sentAt = Date.parse(attempts.at(-1)?.sentAt ?? '');
      for (const item of items) {
        const { id, phase, outcome } = item;
        if (phase === 'planned' || outcome === 'skipped' || outcome === 'rejected') continue;
        const changed = `${action === 'enable' ? 'disable' : action} ${id}`;
        if (told.has(changed)) continue;
        told.add(changed);
        if (outcome !== 'confirmed' && outcome !== 'successful') continue;
        const at = Number.isNaN(sentAt) ? null : sentAt;
        for (const task of taskIdsOf(item)) {
          acted.set(task, { action, isConfirmed: outcome === 'confirmed', at });
        }
      }
    }
  }
  return acted;
}

/** "Account disabled" */
export function actedText({ action, isConfirmed }: Acted): string {
  return isConfirmed ? doneTexts[action] : `${accountActionNames[action]}: accepted`;
}

const doneTexts: Readonly<Record<AccountAction, string>> = {
  disable: 'Account disabled',
  enable: 'Account enabled',
  forcePasswordReset: 'Password reset forced',
  requireUserToSignInAgain: 'Sessions ended',
  markUserAsCompromised: 'Marked as compromised',
};

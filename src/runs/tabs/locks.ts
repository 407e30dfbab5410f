import { type Problem, ProblemError } from '../../lib/problem.ts';

/** What `tryHold` gives when another tab holds the lock. */
export const taken = Symbol('taken');

/**
 * Locks that all tabs of this browser share. One that is held by a tab that crashes is free again at once; the request
 * that it had sent may still be on its way then.
 */
export interface Locks {
  /** Works while holding a lock, or gives `taken` at once. */
  tryHold<Result>(name: string, work: () => Promise<Result>): Promise<Result | typeof taken>;
  /** Waits for a lock as long as it takes, and works while holding it. */
  hold<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

/** Locks of the browser. https://developer.mozilla.org/docs/Web/API/Web_Locks_API */
export function createWebLocks(manager: LockManager | undefined = navigator.locks): Locks {
  return {
    async tryHold(name, work) {
      if (!manager) throw new ProblemError(noLocks);
      return manager.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : taken));
    },
    async hold(name, work) {
      if (!manager) throw new ProblemError(noLocks);
      return manager.request(name, () => work());
    },
  };
}

const noLocks: Problem = {
  kind: 'badInput',
  title: 'This browser can’t prevent duplicate requests',
  advice:
    'You can view everything here, but not send. Use a current version of Edge, Chrome, Firefox, or Safari.',
};

/** Held by the tab that carries a run out, or settles it. */
export function runLock(runId: string): string {
  return `actiondesk/run/${runId}`;
}

/** Held from the read before a sending until its answer is recorded: nobody else sends to this profile or task. */
export function targetLock(tenantId: string, targetId: string): string {
  return `actiondesk/target/${tenantId}/${targetId}`;
}

import { type Locks, taken, targetLock } from '../tabs/locks.ts';
import { createQueues } from './queues.ts';

/** Works on one target at a time, here and in every other tab; `taken` when another tab has it. */
export type AtTarget = (targetId: string, work: () => Promise<void>) => Promise<'done' | 'taken'>;

/** In this page one after the other, and not while another tab works on the same target of the tenant. */
export function createTargets(locks: Locks): (tenantId: string) => AtTarget {
  const queues = createQueues();
  return (tenantId) => (targetId, work) =>
    queues.take(`${tenantId} ${targetId}`, async () => {
      const held = await locks.tryHold(targetLock(tenantId, targetId), work);
      return held === taken ? 'taken' : 'done';
    });
}

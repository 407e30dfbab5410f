import { driverKind } from '../../actions/driver-approval/intent.ts';
import type { StagedChange } from './staged-change.ts';

/** For tests: a staged change of a driver. */
export function stagedOf(
  id: string,
  {
    action = 'approve',
    targetId = 'pilot',
    stagedAt = 1,
    deployAt = null,
  }: { action?: string; targetId?: string; stagedAt?: number; deployAt?: number | null } = {},
): StagedChange {
  return {
    target: { id: targetId, name: `Ring ${targetId}` },
    intent: { kind: driverKind, action, deployAt },
    item: {
      id,
      name: `Driver ${id}`,
      detail: '1.0',
      before: 'needsReview',
      reviewed: { version: '1.0', approvalStatus: 'needsReview' },
    },
    stagedAt,
    note: '',
    freezeReason: '',
  };
}

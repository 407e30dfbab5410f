import { approvalStatuses, type Driver, type DriverAction } from '../../graph/driver-inventories.ts';
import { isKnown } from '../../lib/members.ts';

/** What a person may ask of a driver: Graph's three actions, and approving again with another date. */
export type DriverRequest = DriverAction | 'changeDate';

/**
 * Why a request cannot work for a driver, or undefined when it can. The transitions are those that Intune's own page
 * offers: https://learn.microsoft.com/intune/intune-service/protect/windows-driver-updates-policy
 */
export function whyNot(request: DriverRequest, driver: Driver): string | undefined {
  const status = driver.approvalStatus;
  if (!isKnown(approvalStatuses, status)) return `Unrecognized status “${status}”`;
  switch (request) {
    case 'approve':
      return status === 'approved' ? 'Already approved. Use Change date to set a new date.' : undefined;
    case 'changeDate':
      return status === 'approved' ? undefined : 'Not approved. Use Approve to set a date.';
    case 'decline':
      return declineReason[status];
    case 'suspend':
      return suspendReason[status];
  }
}

type Status = (typeof approvalStatuses)[number];

const declineReason: Record<Status, string | undefined> = {
  needsReview: undefined,
  approved: 'Can’t be declined once approved. Pause it instead.',
  suspended: 'Can’t be declined while paused. It stays paused.',
  declined: 'Already declined',
};

const suspendReason: Record<Status, string | undefined> = {
  needsReview: 'Not approved in this profile. You can decline it instead.',
  approved: undefined,
  suspended: 'Already paused',
  declined: 'Declined in this profile. There’s nothing to pause.',
};

/** What an action means for a driver of that status: approving an approved one changes its date. */
export function requestOf(action: DriverAction, approvalStatus: string): DriverRequest {
  return action === 'approve' && approvalStatus === 'approved' ? 'changeDate' : action;
}

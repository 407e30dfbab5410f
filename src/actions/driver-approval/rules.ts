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
  if (!isKnown(approvalStatuses, status)) return `Its status, ${status}, is not known to this version`;
  switch (request) {
    case 'approve':
      return status === 'approved' ? 'Already approved: "Change date" gives it another date' : undefined;
    case 'changeDate':
      return status === 'approved' ? undefined : 'Not approved: use "Approve"';
    case 'decline':
      return declineReason[status];
    case 'suspend':
      return suspendReason[status];
  }
}

type Status = (typeof approvalStatuses)[number];

const declineReason: Record<Status, string | undefined> = {
  needsReview: undefined,
  approved: 'An approved driver can never be declined: suspend it instead',
  suspended: 'Intune does not offer declining a suspended driver; it stays suspended',
  declined: 'Already declined',
};

const suspendReason: Record<Status, string | undefined> = {
  needsReview: 'Not approved, so it is not offered to any device: decline it instead',
  approved: undefined,
  suspended: 'Already suspended',
  declined: 'Declined, so it is not offered to any device',
};

/** What an action means for a driver of that status: approving an approved one changes its date. */
export function requestOf(action: DriverAction, approvalStatus: string): DriverRequest {
  return action === 'approve' && approvalStatus === 'approved' ? 'changeDate' : action;
}

/** More drivers than this are never changed by a click alone. */
const mostByClick = 500;

/** True when the number of drivers has to be typed: very many, or firmware that can usually not be taken back. */
export function mustType(request: DriverRequest, drivers: readonly Driver[]): boolean {
  const installs = request === 'approve' || request === 'changeDate';
  return drivers.length > mostByClick || (installs && drivers.some(isFirmware));
}

/** True for drivers whose installation can usually not be taken back. */
export function isFirmware(driver: Driver): boolean {
  return /firmware|bios/i.test(driver.driverClass);
}

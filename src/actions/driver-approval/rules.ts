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

/** True for drivers whose installation usually can't be rolled back. */
export function isFirmware({ driverClass }: Pick<Driver, 'driverClass'>): boolean {
  return isFirmwareClass(driverClass);
}

/** The same for the name of a class. */
export function isFirmwareClass(driverClass: string): boolean {
  return /firmware|bios/i.test(driverClass);
}

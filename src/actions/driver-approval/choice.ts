import type { Driver } from '../../graph/driver-inventories.ts';
import type { LeftOut } from '../../lib/sort-out.ts';
import { inAnotherRun } from '../../runs/model/open-items.ts';
import { type DriverRequest, whyNot } from './rules.ts';

/** Selected drivers that a request could take, and takes only where a person says so. */
export interface OptionalDrivers {
  readonly status: 'declined' | 'suspended';
  readonly drivers: readonly Driver[];
}

/** Selected drivers, by what a request does with them. */
export interface DriverChoice {
  readonly sent: readonly Driver[];
  readonly optional: readonly OptionalDrivers[];
  readonly skipped: readonly LeftOut<Driver>[];
}

/** An approval ends these states for good: a driver is never approved along with others without being asked for. */
const optionalStatuses = ['declined', 'suspended'] as const;

function isOptional(approvalStatus: string): boolean {
  return optionalStatuses.some((status) => status === approvalStatus);
}

/**
 * Sorts the drivers of a selection by what a request does with them.
 *
 * @param included the statuses that a person has ticked
 * @param busy the ids that another run holds
 */
export function chooseDrivers(
  request: DriverRequest,
  drivers: readonly Driver[],
  included: readonly string[],
  busy: ReadonlySet<string> = new Set(),
): DriverChoice {
  const skipped: LeftOut<Driver>[] = [];
  const allowed: Driver[] = [];
  for (const driver of drivers) {
    const reason = busy.has(driver.id) ? inAnotherRun : whyNot(request, driver);
    if (reason === undefined) allowed.push(driver);
    else skipped.push({ row: driver, reason });
  }
  const offered = optionalStatuses.map((status) => ({
    status,
    drivers: allowed.filter(({ approvalStatus }) => approvalStatus === status),
  }));
  const sent = allowed.filter(({ approvalStatus }) => !isOptional(approvalStatus));
  const ticked = offered.filter(({ status }) => included.includes(status));
  return {
    sent: [...sent, ...ticked.flatMap((some) => some.drivers)],
    optional: offered.filter((some) => some.drivers.length > 0),
    skipped,
  };
}

import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { type DriverRequest, whyNot } from '../../actions/driver-approval/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { Command } from '../../ui/commands.ts';

/** Opens the review of a request; `driverId` is the one driver it is for, and absent it is for the selection. */
export type AskDecision = (request: DriverRequest, driverId?: string) => void;

/**
 * The commands for one driver. The first one's label tells it from the selection's.
 *
 * @param hasKeys the keys are theirs, as nothing is selected
 */
export function commandsFor(driver: Driver, onAsk: AskDecision, hasKeys: boolean): readonly Command[] {
  return driverRequests.map(({ request, label, key, icon, isPrimary }) => ({
    label: isPrimary ? `${label} this driver…` : `${label}…`,
    key: hasKeys ? key : undefined,
    icon,
    isPrimary,
    disabled: whyNot(request, driver),
    onRun: () => onAsk(request, driver.id),
  }));
}

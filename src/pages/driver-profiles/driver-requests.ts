import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { type DriverRequest, whyNot } from '../../actions/driver-approval/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { Command } from '../../ui/commands.ts';

/** What can be asked for drivers, most used first. */
export const driverRequests = [
  { request: 'approve', label: 'Approve', key: 'A', icon: CheckmarkRegular, isPrimary: true },
  { request: 'decline', label: 'Decline', key: 'D', icon: ProhibitedRegular, isPrimary: false },
  { request: 'suspend', label: 'Pause', key: 'P', icon: PauseRegular, isPrimary: false },
  { request: 'changeDate', label: 'Change date', key: undefined, icon: CalendarRegular, isPrimary: false },
] as const;

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

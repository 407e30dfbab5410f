import { CalendarRegular } from '@fluentui/react-icons/headless/svg/calendar';
import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/headless/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/headless/svg/prohibited';

/** What can be asked for drivers, most used first. */
export const driverRequests = [
  { request: 'approve', label: 'Approve', key: 'A', icon: CheckmarkRegular, isPrimary: true },
  { request: 'decline', label: 'Decline', key: 'D', icon: ProhibitedRegular, isPrimary: false },
  { request: 'suspend', label: 'Pause', key: 'P', icon: PauseRegular, isPrimary: false },
  { request: 'changeDate', label: 'Change date', key: undefined, icon: CalendarRegular, isPrimary: false },
] as const;

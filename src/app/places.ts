import { AppsListFilled, AppsListRegular } from '@fluentui/react-icons/headless/svg/apps-list';
import { CalendarFilled, CalendarRegular } from '@fluentui/react-icons/headless/svg/calendar';
import {
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
} from '@fluentui/react-icons/headless/svg/clipboard-task-list-ltr';
import { GridFilled, GridRegular } from '@fluentui/react-icons/headless/svg/grid';
import { HistoryFilled, HistoryRegular } from '@fluentui/react-icons/headless/svg/history';
import { HomeFilled, HomeRegular } from '@fluentui/react-icons/headless/svg/home';
import { MailInboxFilled, MailInboxRegular } from '@fluentui/react-icons/headless/svg/mail-inbox';
import { PersonSwapFilled, PersonSwapRegular } from '@fluentui/react-icons/headless/svg/person-swap';
import { SettingsFilled, SettingsRegular } from '@fluentui/react-icons/headless/svg/settings';
import { ShieldTaskFilled, ShieldTaskRegular } from '@fluentui/react-icons/headless/svg/shield-task';
import { TaskListLtrFilled, TaskListLtrRegular } from '@fluentui/react-icons/headless/svg/task-list-ltr';
import type { FluentIcon } from '@fluentui/react-icons/svg';

/** A page that the navigation, the keys and the palette lead to. */
export interface Place {
  readonly to:
    | '/'
    | '/review'
    | '/driver-updates'
    | '/calendar'
    | '/profiles'
    | '/plan'
    | '/incidents'
    | '/incident-tasks'
    | '/hand-over'
    | '/history'
    | '/settings';
  readonly label: string;
  readonly icon: FluentIcon;
  /** While the page is open. */
  readonly currentIcon: FluentIcon;
  /** The keys that lead there. */
  readonly keys: string;
}

export const overview: Place = {
  to: '/',
  label: 'Overview',
  icon: HomeRegular,
  currentIcon: HomeFilled,
  keys: 'G O',
};

export const review: Place = {
  to: '/review',
  label: 'Review',
  icon: MailInboxRegular,
  currentIcon: MailInboxFilled,
  keys: 'G R',
};

export const driverUpdates: Place = {
  to: '/driver-updates',
  label: 'Driver updates',
  icon: GridRegular,
  currentIcon: GridFilled,
  keys: 'G U',
};

export const calendar: Place = {
  to: '/calendar',
  label: 'Calendar',
  icon: CalendarRegular,
  currentIcon: CalendarFilled,
  keys: 'G C',
};

export const profiles: Place = {
  to: '/profiles',
  label: 'Driver profiles',
  icon: AppsListRegular,
  currentIcon: AppsListFilled,
  keys: 'G D',
};

export const plan: Place = {
  to: '/plan',
  label: 'Plan',
  icon: ClipboardTaskListLtrRegular,
  currentIcon: ClipboardTaskListLtrFilled,
  keys: 'G P',
};

export const incidents: Place = {
  to: '/incidents',
  label: 'Incidents',
  icon: ShieldTaskRegular,
  currentIcon: ShieldTaskFilled,
  keys: 'G I',
};

export const handOver: Place = {
  to: '/hand-over',
  label: 'Hand-over',
  icon: PersonSwapRegular,
  currentIcon: PersonSwapFilled,
  keys: 'G N',
};

export const incidentTasks: Place = {
  to: '/incident-tasks',
  label: 'Incident tasks',
  icon: TaskListLtrRegular,
  currentIcon: TaskListLtrFilled,
  keys: 'G T',
};

export const history: Place = {
  to: '/history',
  label: 'History',
  icon: HistoryRegular,
  currentIcon: HistoryFilled,
  keys: 'G H',
};

export const settings: Place = {
  to: '/settings',
  label: 'Settings',
  icon: SettingsRegular,
  currentIcon: SettingsFilled,
  keys: 'G S',
};

/** Every page with a place of its own, from top to bottom. */
export const places: readonly Place[] = [
  overview,
  review,
  driverUpdates,
  calendar,
  profiles,
  plan,
  incidents,
  incidentTasks,
  handOver,
  history,
  settings,
];

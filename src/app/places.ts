import type { FluentIcon } from '@fluentui/react-icons/svg';
import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';

/** A page that the navigation, the keys and the palette lead to. */
export interface Place {
  readonly to: '/' | '/profiles' | '/incident-tasks' | '/history' | '/settings';
  readonly label: string;
  readonly icon: FluentIcon;
  /** The keys that lead there. */
  readonly keys: string;
  /** What else people call it, for the palette. */
  readonly synonyms: string;
}

export const places = [
  { to: '/', label: 'Overview', icon: HomeRegular, keys: 'G O', synonyms: 'home start dashboard' },
  {
    to: '/profiles',
    label: 'Driver profiles',
    icon: AppsListRegular,
    keys: 'G D',
    synonyms: 'driver update policies rings Intune',
  },
  {
    to: '/incident-tasks',
    label: 'Incident tasks',
    icon: ShieldTaskRegular,
    keys: 'G I',
    synonyms: 'response actions Defender',
  },
  { to: '/history', label: 'History', icon: HistoryRegular, keys: 'G H', synonyms: 'runs results' },
  { to: '/settings', label: 'Settings', icon: SettingsRegular, keys: 'G S', synonyms: 'preferences options' },
] as const satisfies readonly Place[];

import { ArrowClockwiseRegular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { ColorRegular } from '@fluentui/react-icons/headless/svg/color';
import { KeyboardRegular } from '@fluentui/react-icons/headless/svg/keyboard';
import { NavigationRegular } from '@fluentui/react-icons/headless/svg/navigation';
import { PersonSwapRegular } from '@fluentui/react-icons/headless/svg/person-swap';
import { PlayCircleRegular } from '@fluentui/react-icons/headless/svg/play-circle';
import { SignOutRegular } from '@fluentui/react-icons/headless/svg/sign-out';
import { TextLineSpacingRegular } from '@fluentui/react-icons/headless/svg/text-line-spacing';
import { useMemo } from 'react';
import { useSession } from '../../auth/session.ts';
import { type Preferences, usePreferences } from '../../ui/preferences.ts';
import type { Entry } from './entry.ts';

/** What the frame of the page can do. */
export interface ShellActions {
  readonly onNavigation: () => void;
  readonly onHelp: () => void;
  readonly onRefresh: () => void;
  /** Undefined before the first run. */
  readonly onResults: (() => void) | undefined;
  readonly onSignOut: () => void;
}

const inUse = 'In use now';

/** The commands that every page has. */
export function useAppEntries({
  onNavigation,
  onHelp,
  onRefresh,
  onResults,
  onSignOut,
}: ShellActions): readonly Entry[] {
  const session = useSession();
  const [preferences, setPreferences] = usePreferences();
  return useMemo(() => {
    const command = (label: string, rest: Pick<Entry, 'icon' | 'onChoose'> & Partial<Entry>): Entry => ({
      id: `app:${label}`,
      kind: 'app',
      label,
      detail: '',
      ...rest,
    });
    const set = (
      label: string,
      change: Partial<Preferences>,
      icon: Entry['icon'],
      synonyms: string,
    ): Entry => {
      const next = { ...preferences, ...change };
      const isSo = JSON.stringify(next) === JSON.stringify(preferences);
      return command(label, {
        icon,
        synonyms,
        off: isSo ? inUse : undefined,
        onChoose: () => setPreferences(next),
      });
    };
    return [
      command('Refresh', {
        icon: ArrowClockwiseRegular,
        keys: 'Shift+R',
        synonyms: 'reload',
        onChoose: onRefresh,
      }),
      command('Show results', {
        icon: PlayCircleRegular,
        synonyms: 'runs',
        off: onResults ? undefined : 'No runs yet',
        onChoose: () => onResults?.(),
      }),
      command('Keyboard shortcuts', {
        icon: KeyboardRegular,
        keys: '?',
        synonyms: 'help keys',
        onChoose: onHelp,
      }),
      command('Show or hide names in the navigation', {
        icon: NavigationRegular,
        synonyms: 'rail menu collapse expand',
        onChoose: onNavigation,
      }),
      set('Light theme', { theme: 'light' }, ColorRegular, 'bright mode'),
      set('Dark theme', { theme: 'dark' }, ColorRegular, 'night mode'),
      set('Theme of the system', { theme: 'system' }, ColorRegular, 'auto mode'),
      set('Compact lists', { density: 'compact' }, TextLineSpacingRegular, 'density rows'),
      set('Comfortable lists', { density: 'comfortable' }, TextLineSpacingRegular, 'density rows'),
      command('Switch account', {
        icon: PersonSwapRegular,
        synonyms: 'user',
        onChoose: () => void session.switchAccount(),
      }),
      command('Sign out', { icon: SignOutRegular, synonyms: 'log off', onChoose: onSignOut }),
    ];
  }, [preferences, setPreferences, session, onNavigation, onHelp, onRefresh, onResults, onSignOut]);
}

import 'virtual:themes.css';
import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { usePreferences } from '../ui/preferences.ts';
import styles from './theme.module.css';

const noTheme = {};
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** Fluent's theme and direction, as preferred. */
export function Theme({ children }: { children: ReactNode }) {
  const [{ theme, direction }] = usePreferences();
  const isSystemDark = useSyncExternalStore(subscribe, () => systemDark.matches);
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  return (
    <FluentProvider
      // Its values are in a style sheet; see vite.config.ts.
      theme={noTheme}
      data-theme={isDark ? 'dark' : 'light'}
      dir={direction}
      // Not a class: Fluent copies those to the roots of its dialogs, which would then cover the page.
      style={{ blockSize: '100%', colorScheme: isDark ? 'dark' : 'light' }}
    >
      <div className={styles.app}>{children}</div>
    </FluentProvider>
  );
}

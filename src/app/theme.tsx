import 'virtual:themes.css';
import '@fluentui/react-icons/headless/styles.css';
import { IconDirectionContextProvider } from '@fluentui/react-icons/providers';
import { type ReactNode, useSyncExternalStore } from 'react';
import { usePreferences } from '../ui/preferences.ts';
import styles from './theme.module.css';

const rightToLeft = { textDirection: 'rtl' } as const;
const leftToRight = { textDirection: 'ltr' } as const;

const systemDark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** Fluent's theme and direction, as preferred. The values of the themes are in a style sheet; see vite.config.ts. */
export function Theme({ children }: { children: ReactNode }) {
  const [{ theme, direction }] = usePreferences();
  const isSystemDark = useSyncExternalStore(subscribe, () => systemDark.matches);
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  return (
    <IconDirectionContextProvider value={direction === 'rtl' ? rightToLeft : leftToRight}>
      <div className={styles.app} data-theme={isDark ? 'dark' : 'light'} dir={direction}>
        {children}
      </div>
    </IconDirectionContextProvider>
  );
}

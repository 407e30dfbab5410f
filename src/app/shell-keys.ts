import { useRouter } from '@tanstack/react-router';
import { useContext, useEffect } from 'react';
import { Keys, useKeys } from '../ui/keys/keys.ts';
import { listenToKeys } from '../ui/keys/listen.ts';
import { usePreferences } from '../ui/preferences.ts';
import { places } from './places.ts';

/** The keys that every page has, and the listener that all keys need. */
export function useShellKeys({ onHelp, onRefresh }: { onHelp: () => void; onRefresh: () => void }): void {
  const router = useRouter();
  const keys = useContext(Keys);
  const isOn = usePreferences()[0].singleKeys === 'on';

  // The keyboard is the browser's.
  useEffect(() => (keys && isOn ? listenToKeys(keys) : undefined), [keys, isOn]);

  useKeys(
    'Go to',
    places.map(({ to, label, keys: typed }) => ({
      keys: typed,
      label,
      onPress: () => void router.navigate({ to }),
    })),
  );
  useKeys('Every page', [
    { keys: 'Shift+R', label: 'Refresh', onPress: onRefresh },
    { keys: '?', label: 'Keyboard shortcuts', onPress: onHelp },
  ]);
}

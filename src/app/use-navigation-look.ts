import { usePreferences } from '../ui/preferences.ts';
import { useNarrow, useWindowCondition, windowCondition } from '../ui/use-narrow.ts';

const tight = windowCondition('(max-width: 1099px)');
/** Too tight for a page that needs the whole width. */
const tightForDense = windowCondition('(max-width: 1599px)');

/** With names, as a rail of icons, or as a menu over the page. */
export type NavigationLook = 'full' | 'rail' | 'menu';

/**
 * How the navigation looks: it makes room by itself in a narrow window, until a person chooses. A phone has a menu.
 *
 * @param isDense the page needs the whole width
 * @returns the look, and what chooses between names and icons
 */
export function useNavigationLook(isDense: boolean): readonly [NavigationLook, () => void] {
  const [preferences, setPreferences] = usePreferences();
  const isTight = useWindowCondition(isDense ? tightForDense : tight);
  const isNarrow = useNarrow();
  const { navigation } = preferences;
  const chosen = navigation === 'auto' ? (isTight ? 'rail' : 'full') : navigation;
  const toggle = () => setPreferences({ ...preferences, navigation: chosen === 'full' ? 'rail' : 'full' });
  return [isNarrow ? 'menu' : chosen, toggle];
}

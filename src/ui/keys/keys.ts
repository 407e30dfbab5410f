import { createContext } from 'react';
import { type Registry, useOffer } from '../registry.ts';

/** A key, or keys one after the other, and what they do. */
export interface KeyBinding {
  /** As they are printed on a keyboard, with blanks between: `A`, `Shift+R`, `?`, `G D`. */
  readonly keys: string;
  /** What they do, for the list of shortcuts: "Next row". */
  readonly label: string;
  /** Goes on while the key is held down. */
  readonly repeats?: boolean;
  readonly onPress: () => void;
}

/** Keys that are listed together. */
export interface KeyGroup {
  readonly label: string;
  readonly bindings: readonly KeyBinding[];
}

/** The keys of everything that is on screen; null where nothing listens. */
export const Keys = createContext<Registry<KeyGroup> | null>(null);

/**
 * Gives keys a meaning while the component is mounted. They are for keys without Ctrl, Alt or Cmd, and never fire in
 * fields, dialogs and popovers, or where a person has switched them off. Where two components want one key, the later
 * has it. A key sends nothing by itself: it opens what asks.
 *
 * @param label the heading in the list of shortcuts
 */
export function useKeys(label: string, bindings: readonly KeyBinding[]): void {
  useOffer(Keys, { label, bindings });
}
